"""What fits on a screen: a presentation cut into screens on which no text overflows.

Widths and heights are estimates on the safe side, in points; a list or a table that is too long goes on to the next
screen, under the same heading with its rank.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quietude.documents.blocks import Bullets, Grid, clean
from quietude.documents.letter import Slide
from quietude.documents.pandoc import PADDING, shares

WIDTH, HEIGHT = 859, 360
"""Of the part of the screen under the heading."""
LIST_LETTER, LIST_LINE, LIST_GAP = 10.0, 24, 8
TABLE_LETTER, TABLE_LINE, TABLE_GAP = 8.0, 20, 9
MOST_LINES = 6
"""Of one cell: what is longer is cut, the whole text stands in the document."""
LONGEST_HEADING = 100
CUT = "…"
POINT = 12_700
"""English metric units, in which a presentation counts."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; ``height`` in points."""

    cells: Sequence[Cell]
    height: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: a heading with either items or rows, whose first is the head; ``widths`` in EMU."""

    heading: str
    layout: int
    items: Sequence[str] = ()
    rows: Sequence[Row] = ()
    widths: Sequence[int] = ()

    @property
    def height(self) -> int:
        """Of the table, in EMU."""
        return sum(row.height for row in self.rows) * POINT


def screens_of(slide: Slide) -> list[Screen]:
    """The screens that ``slide`` takes: one, or several numbered « (1/3) »."""
    cut = list(_tables(slide.block) if isinstance(slide.block, Grid) else _lists(slide.block))
    heading = textwrap.shorten(clean(slide.heading), LONGEST_HEADING, placeholder=CUT)
    if len(cut) == 1:
        return [replace(cut[0], heading=heading)]
    return [replace(screen, heading=f"{heading} ({rank}/{len(cut)})") for rank, screen in enumerate(cut, 1)]


def _lists(block: Bullets) -> Iterator[Screen]:
    letters = int(WIDTH / LIST_LETTER)
    most = (HEIGHT - LIST_GAP) // LIST_LINE
    pieces: list[tuple[str, int]] = []
    for item in block.items:
        lines = textwrap.wrap(clean(item), letters) or [""]
        parts = [lines[n : n + most] for n in range(0, len(lines), most)]
        pieces += [(" ".join(part), len(part) * LIST_LINE + LIST_GAP) for part in parts]
    for page in _packed(pieces, HEIGHT):
        yield Screen("", 2, items=page)


def _tables(block: Grid) -> Iterator[Screen]:
    parts = shares(block.head, block.rows, WIDTH / TABLE_LETTER)
    widths = [int(part * WIDTH) for part in parts]
    head = _row(block.head, widths, block.numeric)
    last = len(block.rows) - 1 if block.total else -1
    rows = [_row(cells, widths, block.numeric, bold=n == last) for n, cells in enumerate(block.rows)]
    for page in _packed([(row, row.height) for row in rows], HEIGHT - head.height):
        yield Screen("", 3, rows=[head, *page], widths=[width * POINT for width in widths])


def _row(cells: Sequence[str], widths: Sequence[int], numeric: Iterable[int], *, bold: bool = False) -> Row:
    lines = [
        textwrap.wrap(clean(cell), max(4, round(width / TABLE_LETTER) - PADDING), max_lines=MOST_LINES, placeholder=CUT)
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(1, *map(len, lines)) * TABLE_LINE + TABLE_GAP
    return Row([Cell(" ".join(part), n in numeric) for n, part in enumerate(lines)], height, bold)


def _packed[Piece](pieces: Iterable[tuple[Piece, int]], room: int) -> Iterator[list[Piece]]:
    """The pieces, as many on a page as ``room`` holds; one page at least."""
    page: list[Piece] = []
    left = room
    for piece, height in pieces:
        if page and height > left:
            yield page
            page, left = [], room
        page.append(piece)
        left -= height
    yield page
