"""Who is covered, and where: objectives or axes against publics, communes or ages; an empty cell asks why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quietude.kit.tables import Table

MOST_NUMBERS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: its key ("objective:12", "commune:59360") and its words."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """Columns that answer one question."""

    title: str
    columns: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Covering:
    """One sheet as the coverage sees it: where it stands and what it reaches."""

    pk: int
    number: str
    title: str
    rows: frozenset[str]
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row does for one column: its sheets, or a gap, accepted with its reason or to be discussed."""

    row: Line
    column: Line
    sheets: Sequence[Covering]
    reason: str = ""
    block_start: bool = False

    @property
    def shown(self) -> Sequence[Covering]:
        return self.sheets[:MOST_NUMBERS]

    @property
    def more(self) -> int:
        """How many sheets are not shown."""
        return len(self.sheets) - len(self.shown)

    @property
    def tint(self) -> str:
        """The ground of the cell: one sheet, two or three, four and more; a gap, accepted or not."""
        count = len(self.sheets)
        if not count:
            return "accepted" if self.reason else "gap"
        return "one" if count == 1 else "some" if count < 4 else "many"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole matrix."""

    blocks: Sequence[Block]
    lines: Sequence[tuple[Line, Sequence[Cell]]]

    @property
    def gaps(self) -> list[Cell]:
        """Empty cells that nobody has explained."""
        return [cell for _, cells in self.lines for cell in cells if cell.tint == "gap"]

    @property
    def accepted(self) -> list[Cell]:
        return [cell for _, cells in self.lines for cell in cells if cell.tint == "accepted"]


def cover(
    rows: Sequence[Line], blocks: Sequence[Block], sheets: Sequence[Covering], reasons: Mapping[tuple[str, str], str]
) -> Coverage:
    """Put each sheet where it acts; ``reasons`` are those of the accepted gaps, by (row, column)."""
    lines = []
    for row in rows:
        here = [sheet for sheet in sheets if row.key in sheet.rows]
        cells = [
            Cell(
                row,
                column,
                [sheet for sheet in here if column.key in sheet.columns],
                reasons.get((row.key, column.key), ""),
                block_start=place == 0,
            )
            for block in blocks
            for place, column in enumerate(block.columns)
        ]
        lines.append((row, cells))
    return Coverage([block for block in blocks if block.columns], lines)


def coverage_table(coverage: Coverage) -> Table:
    """The matrix as a file: the numbers of the sheets, « vide », or the reason of an accepted gap."""
    heads = [f"{block.title} : {column.label}" for block in coverage.blocks for column in block.columns]
    rows = [[line.label, *(_cell_words(cell) for cell in cells)] for line, cells in coverage.lines]
    return Table("Couverture", ["Ligne", *heads], rows)


def _cell_words(cell: Cell) -> str:
    if cell.sheets:
        return ", ".join(sheet.number or sheet.title for sheet in cell.sheets)
    return f"vide assumé : {cell.reason}" if cell.reason else "vide"
