"""The territorial strategy: axes, objectives, action sheets, their life and their source.

Readers: members of the council, each for what ``visible_to`` gives. Legal basis: docs/law.md#d132-7, #strategy.
Invariants: two people on one sheet never overwrite each other; an import is undone as a whole; items keep their source;
a version that was signed never changes; a restricted sheet is absent for who neither steers, leads nor takes part.
"""
