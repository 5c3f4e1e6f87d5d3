"""Documents out: DOCX, ODT and PDF of a page written in plain HTML, on the letterhead of the council.

Readers: the rooms that ask for a document. Legal basis: none.
Invariants: no request leaves; a PDF is tagged (PDF/UA-1) or is not made; no person's name in a file name.
"""
