"""Documents out: DOCX, ODT, PDF, PPTX, XLSX, ICS, on the letterhead of the council.

Readers: the rooms that ask for a document. Legal basis: none. Invariants: no cell is a formula; no name in a file name.
"""
