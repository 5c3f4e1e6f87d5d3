"""Outgoing mail: a queue behind Django's own mail interface, retries with back-off, and what did not leave.

Readers: coordinator and operator, on the page « Courriels » (a screen of ``councils``).
Legal basis: none. Invariants: a mail is queued in the transaction of the act; no confidential word in a mail.
"""
