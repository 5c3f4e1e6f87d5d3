"""A document before it has a format: whose it is, what it is called, and its text in plain HTML."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Letter:
    """``body`` is HTML made of headings (h2, h3), paragraphs, lists and tables: no style, no picture."""

    council: str
    title: str
    subtitle: str
    body: str
    made_on: date
    note: str = ""
    """A sentence at the foot of the document: « Démonstration : les personnes sont fictives. »"""
