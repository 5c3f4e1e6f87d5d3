"""A letter as a tagged PDF (PDF/UA-1), set by typst in a process of its own: a long one takes half a gigabyte."""

import base64
import json
import tempfile
from pathlib import Path

from quietude.documents.letter import Letter, letter_data
from quietude.intake.child import run_apart
from quietude.intake.errors import RefusedFile

SECONDS, MEGABYTES = 60, 4096
"""Megabytes of address space, of which a 400-page letter uses 700: typst reserves a stack for each processor."""


class NotWritten(Exception):
    """A document that could not be written within its bounds."""


def as_pdf(letter: Letter) -> bytes:
    """The letter as PDF. Raises NotWritten when it takes too long, too much memory, or cannot be made accessible."""
    with tempfile.TemporaryDirectory() as folder:
        data, source = letter_data(letter), Path(folder, "letter.json")
        source.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        if data["logo"]:
            Path(folder, data["logo"]).write_bytes(letter.sender.logo)
        try:
            made = run_apart(
                "quietude.documents.typesetting:typeset", source, name="letter", seconds=SECONDS, megabytes=MEGABYTES
            )
        except RefusedFile as error:
            raise NotWritten from error
    return base64.b64decode(made)
