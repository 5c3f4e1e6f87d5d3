"""The territorial strategy: axes, objectives, action sheets, their life and their source.

Readers: members of the council, each for what ``visible_to`` gives. Legal basis: docs/law.md#d132-7, #strategy.
Invariants: two people on one sheet never overwrite each other; an import is undone as a whole; items keep their source.
"""
