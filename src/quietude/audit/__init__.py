"""The register: who read or did what, when, with which result; one hash chain per council, one for the platform.

Readers: coordinator, chair and data protection officer of the council (screens live in ``councils``).
Legal basis: docs/law.md#traceability (effective traceability of accesses, AU-038 art. 8, GDPR art. 5.2).
Invariants: append-only; written in the transaction of the act; no name nor free text; actors, councils by opaque id.
"""
