"""Acts upon a council and its people: one function per act, one line of the register."""
