"""Outgoing mail: a queue behind Django's own mail interface, retries with back-off, and what did not leave.

Readers: coordinator and operator, on the page « Courriels » (a screen of ``councils``).
Legal basis: none. Invariants: a mail is queued in the transaction of the act; no confidential word in a mail; the text
of a mail is erased as soon as it has left; nobody reads the text of a mail here, since it may hold a signed link.

A room writes to somebody with Django's own classes, and names its council in a header that stays here::

    EmailMessage(subject, body, to=[address], headers={COUNCIL_HEADER: str(council.reference)}).send()
"""

COUNCIL_HEADER = "X-Quietude-Council"
"""The opaque reference of the council for which a mail leaves; without it, the mail is the platform's own."""
