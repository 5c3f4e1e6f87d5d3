"""Tables drawn with rulings on a PDF page: the grid, the text of each cell, merged cells repeated."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from .pdf_glyphs import Edge, Glyph, Segment, joined, segments
from .pdf_hyphens import Joiner, is_cut

SNAP = 3.0
LEAST_EDGE = 3.0
MOST_EDGES = 6_000
FITS = 1.5
MOST_PADDING = 12.0
Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Table:
    """A table on a page: its frame, the texts of its grid, which rows are in bold."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: list[list[str]]
    bold: list[bool]
    size: float | None = None


def tables(edges: list[Edge], glyphs: list[Glyph], join: Joiner) -> tuple[list[Table], list[Glyph]]:
    """The tables of a page, and the glyphs that stand in none of them."""
    if not 4 <= len(edges) <= MOST_EDGES:
        return [], glyphs
    found: list[Table] = []
    for cells in _cell_groups(edges):
        table, glyphs = _table(cells, glyphs, join)
        if table:
            found.append(table)
    return found, glyphs


def _cell_groups(edges: list[Edge]) -> list[list[Box]]:
    """The cells of each table, as pdfplumber finds them from where rulings cross."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges(
        [_as_plumber(edge) for edge in edges if edge.end - edge.start >= LEAST_EDGE], SNAP, SNAP, SNAP, SNAP
    )
    if len(merged) > MOST_EDGES // 4:
        return []
    return cells_to_tables(intersections_to_cells(edges_to_intersections(merged, SNAP, SNAP)))


def _as_plumber(edge: Edge) -> dict[str, object]:
    x0, x1 = (edge.at, edge.at) if edge.vertical else (edge.start, edge.end)
    top, bottom = (edge.start, edge.end) if edge.vertical else (edge.at, edge.at)
    orientation = "v" if edge.vertical else "h"
    return {
        "object_type": "line", "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "doctop": top, "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip


def _table(cells: list[Box], glyphs: list[Glyph], join: Joiner) -> tuple[Table | None, list[Glyph]]:
    """The table made of ``cells``, None for a frame or a column of frames, whose text is ordinary text."""
    lefts, tops = _snapped(cell[0] for cell in cells), _snapped(cell[1] for cell in cells)
    if len(lefts) < 2 or len(cells) < 3:
        return None, glyphs
    wrapped: dict[Box, list[Segment]] = {}
    rest = glyphs
    for cell in cells:
        inside = [g for g in rest if cell[0] <= (g.x0 + g.x1) / 2 <= cell[2] and cell[1] <= g.middle <= cell[3]]
        if inside:
            taken = set(map(id, inside))
            rest = [g for g in rest if id(g) not in taken]
        wrapped[cell] = _rows(segments(inside))
    if sum(1 for rows in wrapped.values() if rows) < 2:
        return None, glyphs
    lists = _list_columns(wrapped) if len(lefts) > 2 else frozenset()
    grid = [[_covering(cells, left + SNAP, top + SNAP) for left in lefts] for top in tops]
    frame = min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells)
    return Table(
        *frame,
        rows=[[cell_text(cell, wrapped[cell], cell[0] in lists, join) if cell else "" for cell in row] for row in grid],
        bold=[_is_bold([line for cell in row if cell for line in wrapped[cell]]) for row in grid],
    ), rest


def _rows(found: list[Segment]) -> list[Segment]:
    return [joined(list(parts)) for _, parts in groupby(found, key=lambda segment: segment.row)]


def _is_bold(lines: list[Segment]) -> bool:
    return bool(lines) and all(line.bold for line in lines)


def _list_columns(wrapped: dict[Box, list[Segment]]) -> frozenset[float]:
    """The columns (by their left side) where some cell goes to a new line though the word would have fitted."""
    return frozenset(cell[0] for cell, lines in wrapped.items() if any(_wanted_breaks(cell, lines)))


def _snapped(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > SNAP:
            kept.append(value)
    return kept


def _covering(cells: list[Box], x: float, y: float) -> Box | None:
    return next((cell for cell in cells if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]), None)


def cell_text(cell: Box, lines: list[Segment], is_list: bool, join: Joiner) -> str:
    """The text of a cell, wrapped lines put together; ``is_list``: its column holds lists of things."""
    breaks = _wanted_breaks(cell, lines)
    is_list = is_list or any(breaks)
    text = lines[0].text if lines else ""
    for above, line, wanted in zip(lines, lines[1:], breaks, strict=False):
        ended = not above.text.rstrip().endswith((":", ","))
        amounts = ended and " : " in above.text and " : " in line.text
        if wanted or ((is_list or amounts) and _starts_an_entry(above.text, line.text)):
            text += "\n" + line.text
        else:
            text = join(text, line.text)
    return text


def _wanted_breaks(cell: Box, lines: list[Segment]) -> list[bool]:
    padding = min(max(min((line.x0 for line in lines), default=0.0) - cell[0], 0.0), MOST_PADDING)
    return [_is_wanted_break(above, line, cell[2] - padding) for above, line in zip(lines, lines[1:], strict=False)]


def _is_wanted_break(above: Segment, line: Segment, right: float) -> bool:
    """The first word of ``line`` would have fitted above: the author began a new line."""
    if is_cut(above.text) and line.text[:1].islower():
        return False
    room = right - above.x1 - 0.3 * above.size
    return room - FITS > line.first_word or line.top - above.bottom > 0.8 * line.size


def _starts_an_entry(above: str, text: str) -> bool:
    """In a cell that lists things, a capital starts the next one, unless the line above calls for more."""
    last = above.split()[-1].lower()
    return text[:1].isupper() and not above.endswith((",", "-", "’", "'", "\u00ad")) and last not in LINKING_WORDS


LINKING_WORDS = frozenset("de du des d la le les l et ou à au aux en par pour sur avec dans un une".split())
