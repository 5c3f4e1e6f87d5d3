"""Tables drawn without rulings: several lines in a row whose parts start at the same distances from the margin."""

import re

from .pdf_glyphs import Segment
from .pdf_hyphens import Joiner
from .pdf_tables import Box, Table, cell_text

SAME_PLACE = 4.0
LEAST_ROWS = 3
MARK = re.compile(r"\W{1,3}|\(?\w{1,3}[.)°/]*")
CONTENTS = re.compile(r"\.{4}\s*\d*$")


def with_aligned_tables(region: list[Segment], right: float, join: Joiner) -> list[Segment]:
    """The lines of a region that ends at ``right``, each run of aligned lines replaced by their table."""
    kept: list[Segment] = []
    proven = _proven(region)
    index = 0
    while index < len(region):
        starts = _column_starts(region[index])
        known = any(_same_places(starts, columns) for columns in proven)
        rows, end = _rows_from(region, index, starts, known) if starts else ([], index)
        if len(rows) >= LEAST_ROWS or rows and known:
            kept.append(_placeholder(region[index:end], rows, starts, right, join))
            index = end
        else:
            kept.append(region[index])
            index += 1
    return kept


def _proven(region: list[Segment]) -> list[list[float]]:
    """The columns that enough lines in a row share: fewer lines set in the same places belong to their table."""
    proven: list[list[float]] = []
    for index, line in enumerate(region):
        starts = _column_starts(line)
        if len(starts) > 2 and not any(_same_places(starts, columns) for columns in proven):
            rows, _ = _rows_from(region, index, starts)
            if len(rows) >= LEAST_ROWS:
                proven.append(starts)
    return proven


def _same_places(own: list[float], starts: list[float]) -> bool:
    return len(own) == len(starts) and all(abs(a - b) < SAME_PLACE for a, b in zip(own, starts, strict=True))


def _column_starts(line: Segment) -> list[float]:
    """Where the parts of a line start; empty for a single part, a bullet and its text, an entry of a contents list."""
    if len(line.parts) < 2 or line.table is not None or CONTENTS.search(line.text):
        return []
    if len(line.parts) == 2 and MARK.fullmatch(line.parts[0].text):
        return []
    return [part.x0 for part in line.parts]


def _rows_from(
    region: list[Segment], index: int, starts: list[float], known: bool = False
) -> tuple[list[list[list[Segment]]], int]:
    """The rows of cells (each a list of lines) from ``index`` on, and the index of the line that follows them.

    In ``known`` columns a line alone between two rows is a row of its own: the title of a part of the table.
    """
    rows: list[list[list[Segment]]] = []
    while index < len(region):
        line = region[index]
        if _same_places(_column_starts(line), starts):
            rows.append([[part] for part in line.parts])
        elif known and rows and _is_part_title(region, index, starts):
            rows.append([[line], *([] for _ in starts[1:])])
        elif not rows or not _continue(rows[-1], line, starts):
            break
        index += 1
    return rows, index


def _is_part_title(region: list[Segment], index: int, starts: list[float]) -> bool:
    """Does the line stand alone at the left of the columns, right above one of their rows?"""
    line = region[index]
    return (
        len(line.parts) < 2
        and line.table is None
        and line.x0 < starts[1]
        and not line.text[:1].islower()
        and index + 1 < len(region)
        and _same_places(_column_starts(region[index + 1]), starts)
    )


def _continue(row: list[list[Segment]], line: Segment, starts: list[float]) -> bool:
    """Add to ``row`` the line that wraps one or more of its cells; False when it does not."""
    if line.table is not None or not row[-1] or line.top - row[-1][-1].bottom > 1.2 * line.size:
        return False
    parts = line.parts or [line]
    places = [next((i for i, start in enumerate(starts) if abs(part.x0 - start) < SAME_PLACE), None) for part in parts]
    if None in places or (places == [0] and (not line.text[:1].islower() or line.x1 > starts[1])):
        return False
    for place, part in zip(places, parts, strict=True):
        row[place or 0].append(part)
    return True


def _placeholder(
    run: list[Segment], rows: list[list[list[Segment]]], starts: list[float], right: float, join: Joiner
) -> Segment:
    rights = [*(following - run[0].size for following in starts[1:]), right]
    top, bottom = run[0].top, run[-1].bottom
    boxes: list[Box] = [(left, top, edge, bottom) for left, edge in zip(starts, rights, strict=True)]
    table = Table(
        x0=starts[0],
        top=top,
        x1=right,
        bottom=bottom,
        rows=[[cell_text(box, lines, False, join) for box, lines in zip(boxes, row, strict=True)] for row in rows],
        bold=[all(line.bold for lines in row for line in lines) for row in rows],
    )
    return Segment("", starts[0], right, top, bottom, 0.0, bold=False, bold_lead=0, row=-1, table=table)
