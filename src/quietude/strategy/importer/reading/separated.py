"""Reads separated values (.csv), whatever the separator; says when a text is not a table."""

import csv
from collections import Counter

from ..lines import Source
from .spreadsheet import cell_text, rows_as_lines

DELIMITERS = ";\t,|"
SAMPLE = 50_000
"""A table shows its separator in its first characters."""
LONGEST_FIELD = 5_000_000


def read_separated(text: str) -> Source | None:
    """The rows of ``text``, None when no separator cuts it into a table of at least two columns."""
    delimiter = max(DELIMITERS, key=lambda candidate: _regularity(text, candidate))
    if _regularity(text, delimiter) <= 0:
        return None
    rows = [[cell_text(cell) for cell in row] for row in _rows(text, delimiter)]
    width = max(map(len, rows), default=0)
    grid = [row + [""] * (width - len(row)) for row in rows] if width * len(rows) < LONGEST_FIELD else rows
    return Source(lines=tuple(rows_as_lines(grid, page=None, first=1)), format="csv")


def _rows(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_FIELD)
    return list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))


def _regularity(text: str, delimiter: str) -> float:
    """How well ``delimiter`` cuts the text: the share of rows of the commonest width, weighed by that width."""
    if delimiter not in text:
        return 0.0
    widths = Counter(len(row) for row in _rows(text[:SAMPLE], delimiter) if any(cell.strip() for cell in row))
    total = sum(widths.values())
    width, count = max(widths.items(), key=lambda item: (item[0] > 1) * item[1]) if widths else (1, 0)
    if width < 2 or count * 2 < total:
        return 0.0
    return count / total + min(width, 20) / 100
