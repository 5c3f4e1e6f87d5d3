"""The table of sheets: what an address asks for, in columns, filters, order and groups, and one page of it.

All of it stands in the address, so that a view can be kept, shared and exported as it is seen.
"""
