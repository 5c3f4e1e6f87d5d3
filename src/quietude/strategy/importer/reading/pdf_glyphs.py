"""From the drawing of a PDF page to segments: stretches of text on one line, without wide gaps, with their style."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

BOLD_FONT = re.compile(r"bold|black|heavy|demi|[-,]bd\b|gras|fett|extrab", re.IGNORECASE)
LEADERS = re.compile(r"(?:\s?[.·_…]){4,}")
UNMAPPED = re.compile(r"\(cid:\d+\)")
WORD_GAP = 0.2
"""Share of the font size beyond which two glyphs belong to two words."""
SEGMENT_GAP = 1.3
"""Share of the font size beyond which they belong to two segments: no justified line is that loose."""
LOOSE_ROW, FEW_WORDS = 2.2, 4
LOOSEST = 2.5
"""Share of the font size: words further apart than this stand in columns."""
ROW_STEP = 0.45
RAISED = 0.8
MOST_GLYPHS = 40_000


class Glyph(NamedTuple):
    """One character where it stands; ``top`` grows downwards."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Segment:
    """A stretch of text on one line of the page; coordinates in points from its top left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    bold_lead: int
    row: int
    first_word: float = 0.0
    """Width of the first word: whether it would have fitted at the end of the line above."""
    parts: list["Segment"] = field(default_factory=list)
    """The segments of a line that has wide gaps inside."""
    table: Any = None
    """The table that stands in the place of this line, if any."""


class Edge(NamedTuple):
    """A ruling, horizontal or vertical, of a table or a frame."""

    vertical: bool
    at: float
    start: float
    end: float


def glyphs_and_edges(layout: Any, width: float, height: float) -> tuple[list[Glyph], list[Edge], bool]:
    """The upright glyphs and the straight rulings of a page laid out by pdfminer, and whether it shows a picture."""
    glyphs: list[Glyph] = []
    edges: list[Edge] = []
    has_picture = False
    for item in _flat(layout):
        text = getattr(item, "_text", None)
        if text is not None:
            is_seen = 0 <= item.x0 < item.x1 <= width + item.size and item.y1 >= 0 and item.y0 <= height
            if is_seen and item.upright and len(glyphs) < MOST_GLYPHS:
                bold = is_bold(item.fontname)
                glyphs.append(Glyph(text, item.x0, item.x1, height - item.y1, height - item.y0, item.size, bold))
        elif hasattr(item, "pts"):
            edges += _edges(item, height)
        else:
            has_picture |= hasattr(item, "stream")
    return glyphs, edges, has_picture


@lru_cache(maxsize=500)
def is_bold(font: str) -> bool:
    """Does the name of a font say that it is bold?"""
    return BOLD_FONT.search(font) is not None


def segments(glyphs: Iterable[Glyph]) -> list[Segment]:
    """The segments of a page (or of a cell), row after row, each row from left to right."""
    found: list[Segment] = []
    for number, row in enumerate(_rows(glyphs)):
        row.sort(key=lambda glyph: glyph.x0)
        loose = LOOSE_ROW * _usual_gap(row)
        part: list[Glyph] = []
        last: Glyph | None = None
        for glyph in row:
            if glyph.text.isspace():
                part.append(glyph)
                continue
            if last is not None and glyph.x0 - last.x1 > max(loose, SEGMENT_GAP * min(glyph.size, last.size)):
                found += _segment(part, number)
                part = []
            part.append(glyph)
            last = glyph
        found += _segment(part, number)
    return found


def _usual_gap(row: list[Glyph]) -> float:
    """The usual space between the words of a row: justified lines may be very loose.

    It is 0 for a row of few words, and for one whose spaces are wider than any line is: they part its columns.
    """
    visible = [glyph for glyph in row if not glyph.text.isspace()]
    gaps = [b.x0 - a.x1 for a, b in pairwise(visible) if b.x0 - a.x1 > WORD_GAP * b.size]
    usual = median(gaps) if len(gaps) >= FEW_WORDS else 0.0
    return usual if usual < LOOSEST * visible[0].size else 0.0


def joined(parts: list[Segment]) -> Segment:
    """The segments of one row as one line of text."""
    first = parts[0]
    if len(parts) == 1:
        return first
    leads = [part.bold for part in parts]
    bold_until = leads.index(False) if False in leads else len(parts)
    lead = " ".join(part.text for part in parts[:bold_until])
    return Segment(
        text=" ".join(part.text for part in parts),
        x0=first.x0,
        x1=parts[-1].x1,
        top=min(part.top for part in parts),
        bottom=max(part.bottom for part in parts),
        size=max(parts, key=lambda part: len(part.text)).size,
        bold=all(leads),
        bold_lead=len(lead) if lead else first.bold_lead,
        row=first.row,
        first_word=first.first_word,
        parts=parts,
    )


def _flat(layout: Any) -> Iterator[Any]:
    waiting = [iter(layout)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif hasattr(item, "_objs"):
            waiting.append(iter(item))
        else:
            yield item


def _edges(item: Any, height: float) -> Iterator[Edge]:
    """The rulings of a line, of a rectangle, or of a rectangle so thin that it is one."""
    x0, x1, top, bottom = item.x0, item.x1, height - item.y1, height - item.y0
    if x1 - x0 <= 2 and bottom - top > 2:
        yield Edge(True, (x0 + x1) / 2, top, bottom)
    elif bottom - top <= 2 and x1 - x0 > 2:
        yield Edge(False, (top + bottom) / 2, x0, x1)
    elif len(item.pts) in (4, 5) and _is_rectangle(item.pts):
        yield from (Edge(True, x0, top, bottom), Edge(True, x1, top, bottom))
        yield from (Edge(False, top, x0, x1), Edge(False, bottom, x0, x1))


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    return len({round(x) for x, _ in points}) <= 2 and len({round(y) for _, y in points}) <= 2


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    anchor = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.middle):
        if row and glyph.middle - anchor > ROW_STEP * max(glyph.size, row[0].size, 1.0):
            yield row
            row = []
        if not row:
            anchor = glyph.middle
        row.append(glyph)
    if row:
        yield row


def _segment(glyphs: list[Glyph], row: int) -> list[Segment]:
    glyphs = _without_note_calls(_without_shadows(glyphs))
    visible = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not visible:
        return []
    text, lead = _spelled(glyphs)
    text = LEADERS.sub(" ....", text).strip()
    if not text:
        return []
    space = next(
        (i for i, glyph in enumerate(visible) if i and glyph.x0 - visible[i - 1].x1 > WORD_GAP * glyph.size), None
    )
    last = visible[space - 1] if space else visible[-1]
    return [
        Segment(
            text=text,
            x0=visible[0].x0,
            x1=max(glyph.x1 for glyph in visible),
            top=min(glyph.top for glyph in visible),
            bottom=max(glyph.bottom for glyph in visible),
            size=_dominant_size(visible),
            bold=all(glyph.bold for glyph in visible),
            bold_lead=len(lead.strip()),
            row=row,
            first_word=last.x1 - visible[0].x0,
        )
    ]


def _spelled(glyphs: list[Glyph]) -> tuple[str, str]:
    """The text of glyphs in order, spaces put where the gaps are, and its bold beginning."""
    text, lead = "", None
    before: Glyph | None = None
    for glyph in glyphs:
        if lead is None and not glyph.bold and not glyph.text.isspace():
            lead = text
        if before is not None and glyph.x0 - before.x1 > WORD_GAP * min(glyph.size, before.size):
            text += " "
        written = glyph.text
        if UNMAPPED.fullmatch(written):
            written = "• " if not text.strip() else ""
        text += written.replace("\u00ad", "-")  # drawn, hence seen
        before = glyph
    return text, text if lead is None else lead


def _without_shadows(glyphs: list[Glyph]) -> list[Glyph]:
    """A letter drawn twice, slightly apart, is one letter made bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        twin = next((i for i in range(max(0, len(kept) - 2), len(kept)) if _is_shadow(kept[i], glyph)), None)
        if twin is None:
            kept.append(glyph)
        elif not glyph.text.isspace():
            kept[twin] = kept[twin]._replace(bold=True)
    return kept


def _is_shadow(one: Glyph, other: Glyph) -> bool:
    return (
        one.text == other.text
        and abs(one.x0 - other.x0) < 0.12 * one.size
        and abs(one.top - other.top) < 0.12 * one.size
    )


def _without_note_calls(glyphs: list[Glyph]) -> list[Glyph]:
    """Leave out the small raised figures that call a footnote, not the "er" of "1er" nor the figure of "m2"."""
    if not glyphs:
        return glyphs
    size = _dominant_size(glyphs)
    low = max(glyph.bottom for glyph in glyphs)
    kept: list[Glyph] = []
    for glyph in glyphs:
        raised = glyph.size < RAISED * size and low - glyph.bottom > 0.15 * size
        if raised and glyph.text.isdigit() and kept and not kept[-1].text.isdigit() and kept[-1].text not in ("m", " "):
            continue
        kept.append(glyph)
    return kept


def _dominant_size(glyphs: list[Glyph]) -> float:
    weights: dict[float, int] = {}
    for glyph in glyphs:
        rounded = round(glyph.size * 2) / 2
        weights[rounded] = weights.get(rounded, 0) + 1
    return max(weights, key=lambda size: weights[size])
