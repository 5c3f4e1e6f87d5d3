"""Who signs in: person, password, second factor; invitations; the doors that need no seat.

Readers: each person for their own account. Legal basis: docs/law.md#security (GDPR art. 32).
Invariants: by invitation only; second factor for everyone; 30 minutes idle, 10 hours at most; rights hold at the
next request.
"""
