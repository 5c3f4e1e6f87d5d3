"""The table of sheets that leaves, is worked on in a spreadsheet, and comes back: shown before it is written.

A row is known by its stable identifier and says at which version it left: what someone else changed meanwhile is seen.
"""
