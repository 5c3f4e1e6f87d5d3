"""Parsing what was typed, with French messages; no rule of the field lives here."""
