"""A spreadsheet of members as rows of text. Runs in the bounded process of ``intake``: knows nothing of the base."""

from pathlib import Path
from typing import Any

from quietude.intake.tables import NotATable, cell_text, read_table

__all__ = ["NotATable", "read_rows"]

LARGEST = 5000
"""Rows read at most: a directory of members has hundreds."""


def read_rows(path: Path, name: str) -> list[list[str]]:
    """The rows of a spreadsheet of members, each cell on one line. Raises NotATable."""
    return read_table(
        path,
        name,
        largest=LARGEST,
        too_long="Ce tableau dépasse 5 000 lignes : ce n’est pas un annuaire de conseil.",
        as_text=_on_one_line,
    )


def _on_one_line(cell: Any) -> str:
    return " ".join(cell_text(cell).split())
