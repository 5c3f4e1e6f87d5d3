"""The first screen of each role: what is late, due, waiting, new.

Readers: every seat. Legal basis: none. Invariants: shows only what ``visible_to`` gives; every figure opens what it counts.
"""
