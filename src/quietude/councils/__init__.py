"""Councils, their organisations, professionals, formations and seats; dated legal rules; THE GATE.

Readers: whoever holds a seat, each according to the matrix. Legal basis: docs/law.md#l132-4, #l132-13, #d132-7.
Invariants: a council is reached through the gate only; refused and absent answer alike; thresholds are dated data.
"""
