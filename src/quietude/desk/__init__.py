"""The first screen of each role: what is late, due, waiting, new.

Readers: every seat; the handover, with its contacts, is for the coordination and the chair. Legal basis: none.
Invariants: only what ``visible_to`` gives; a figure opens what it counts; an agenda holds no name nor restricted sheet.
"""
