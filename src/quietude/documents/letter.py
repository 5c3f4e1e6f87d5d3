"""A document before it has a format: whose it is, what it is called, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quietude.documents.blocks import Block, Bullets, Grid, Heading, as_data, clean, settled
from quietude.kit.dates import date_text

LONG = 12
"""From this many headings of the two first levels on, a table of contents comes first."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The head of the paper: the first line is the name of the authority."""

    lines: Sequence[str]
    address: str = ""
    contact: str = ""
    foot: str = ""
    logo: bytes = b""
    """PNG or JPEG, as ``logos.check_logo`` lets it in; empty without logo."""
    logo_text: str = ""
    """What the logo shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """``number`` is the large figure before the title; ``note`` a sentence at the foot of each page."""

    sender: Sender
    title: str
    subtitle: str
    blocks: Sequence[Block]
    made_on: date
    note: str = ""
    number: str = ""

    @property
    def name(self) -> str:
        """The title with its number: « Fiche 4 : Ouvrir un lieu d’accueil »."""
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Slide:
    """A heading, then either a list or a table; it takes as many screens as it needs."""

    heading: str
    block: Bullets | Grid


@dataclass(frozen=True, slots=True)
class Slides:
    """A presentation of the council: its first screen, then the others."""

    sender: Sender
    title: str
    subtitle: str
    made_on: date
    slides: Sequence[Slide] = field(default_factory=list)
    note: str = ""
    """A sentence at the foot of each screen."""


def letter_data(letter: Letter) -> dict[str, Any]:
    """The letter as JSON data with clean texts: what the writers of every format start from."""
    blocks = list(settled(letter.blocks))
    headings = sum(isinstance(block, Heading) and block.level < 3 for block in blocks)
    words = {
        "title": letter.title,
        "name": letter.name,
        "subtitle": letter.subtitle,
        "number": letter.number,
        "made_on": date_text(letter.made_on),
        "note": letter.note,
        "address": letter.sender.address,
        "contact": letter.sender.contact,
        "foot": letter.sender.foot,
        "logo_text": letter.sender.logo_text,
    }
    return {
        **{name: clean(text) for name, text in words.items()},
        "sender": [clean(line) for line in letter.sender.lines],
        "logo": f"logo.{picture_suffix(letter.sender.logo)}" if letter.sender.logo else "",
        "contents": headings >= LONG,
        "blocks": [as_data(block) for block in blocks],
    }


def picture_suffix(picture: bytes) -> str:
    """« png » or « jpg », from the first bytes."""
    return "png" if picture.startswith(b"\x89PNG") else "jpg"
