"""Files in: the one door through which a document from outside enters, checked on its content and read apart.

Readers: none (no screens); the rooms above keep, read and discard an upload through ``services``.
Legal basis: docs/law.md#security (GDPR art. 32).
Invariants: 25 MB at most; the type is what the bytes say; a hostile archive is refused before it is opened; no file is
parsed in the server's own process; the sender's file name is never a path; an upload is deleted after its review.
"""
