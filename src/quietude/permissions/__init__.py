"""What a role may do: roles, capabilities and the matrix that joins them.

Readers: everyone, on the page « Qui peut voir quoi ».
Legal basis: docs/law.md#l132-4 (members), docs/law.md#l132-5 (groups that exchange).
Invariants: pure Python, no Django; deny by default; one capability has one name and one French sentence.
"""
