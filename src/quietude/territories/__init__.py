"""Communes, EPCI, départements, neighbourhoods: reference data with its vintage, no screens.

Readers: every room. Legal basis: none (open data, Licence Ouverte).
Invariants: codes are text; a figure carries its year and source.
"""
