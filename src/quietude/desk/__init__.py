"""The first screen of each role: what is late, due, waiting, new.

Readers: every seat. Legal basis: none. Invariants: only what ``visible_to`` gives; a figure opens what it counts.
"""
