"""Acts of the strategy: one function per verb, one transaction, one line of the register."""
