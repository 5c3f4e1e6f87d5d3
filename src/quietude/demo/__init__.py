"""The five councils of the demonstration, as facts in our own words; the persons are fictitious and say so.

Readers: everyone who starts the demonstration. Legal basis: none. Invariants: loaded in demonstration mode only.
"""
