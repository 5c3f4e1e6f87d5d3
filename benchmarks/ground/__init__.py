"""The councils that the measures read: written in bulk, the same from one run to the next (seeded)."""
