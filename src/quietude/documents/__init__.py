"""Documents out: DOCX, ODT, PDF, PPTX and calendars, on the letterhead of the council.

Readers: the rooms that ask for a document; the coordination sets the letterhead. Legal basis: none.
Invariants: no request leaves; a PDF is tagged (PDF/UA-1) or is not made; a text is never code; no person's name in a
file name nor in a calendar; what is written is written in a process of its own, bounded in time and memory.
"""
