"""Shared bricks without domain: base templates, theme, components, dates, French typography, registries.

Readers: every room. Legal basis: none.
Invariants: knows no room; a template tag never queries; the theme uses no inline style nor script.
"""
