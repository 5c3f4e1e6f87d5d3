"""Gathers the lines of a document that is made of paragraphs and tables (web page, word-processing file)."""

import re
from collections.abc import Iterable, Sequence

from ..lines import Kind, Line
from .wording import Run, clean, written_lines


class Gathering:
    """Lines in reading order; each paragraph and each row takes the next number."""

    def __init__(self, page: str | None = None) -> None:
        self.lines: list[Line] = []
        self.page = page
        self._number = 0
        self._tables = 0
        self._gap = 0

    def gap(self, lines: int = 1) -> None:
        """Note the blank space that stands before what comes next."""
        if self.lines:
            self._gap = max(self._gap, lines)

    def paragraph(
        self,
        runs: Iterable[Run],
        *,
        kind: Kind = "text",
        level: int | None = None,
        marker: str | None = None,
        indent: float = 0.0,
    ) -> bool:
        """Add a paragraph: one line per break wanted by its author, all under one number; False when it is blank."""
        written = written_lines(runs)
        if not written:
            return False
        self._number += 1
        for position, line in enumerate(written):
            self.lines.append(
                Line(
                    text=line.text,
                    number=self._number,
                    page=self.page,
                    kind=kind,
                    level=level,
                    marker=marker if position == 0 else None,
                    indent=indent,
                    size=line.size,
                    bold=line.bold,
                    bold_lead=line.bold_lead,
                    blank_before=self._take_gap(),
                )
            )
        return True

    def table(self, rows: Sequence[Sequence[str]], bold: Sequence[bool] = ()) -> None:
        """Add the rows of one table, blank rows left out; ``bold`` says which rows are set as headers."""
        filled = [(i, row) for i, row in enumerate(rows) if any(cell.strip() for cell in row)]
        if not filled:
            return
        self.gap()
        for i, row in filled:
            self._number += 1
            self.lines.append(
                Line(
                    text=row_text(row),
                    number=self._number,
                    page=self.page,
                    kind="row",
                    bold=i < len(bold) and bold[i],
                    blank_before=self._take_gap(),
                    cells=tuple(row),
                    table=self._tables,
                )
            )
        self._tables += 1
        self.gap()

    def as_cell(self) -> str:
        """What was gathered as the text of one cell: a line per paragraph, markers shown."""
        return "\n".join(f"{line.marker} {line.text}" if line.marker else line.text for line in self.lines)

    def _take_gap(self) -> int:
        gap, self._gap = self._gap, 0
        return gap


def says_something(text: str) -> bool:
    """Is it more than the number of a page?"""
    return not re.fullmatch(r"(?:page\b)?[\W\d]*(?:sur|de)?[\W\d]*", text, re.IGNORECASE)


def row_text(cells: Sequence[str]) -> str:
    """A row as one line; a merged cell, repeated in ``cells``, is written once."""
    once = [cell for i, cell in enumerate(cells) if i == 0 or cell != cells[i - 1]]
    return " | ".join(clean(cell) for cell in once if cell.strip())
