"""What stands in the margins of PDF pages: running headers and footers, page numbers, footnotes."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from .pdf_glyphs import Edge, Glyph, Segment
from .pdf_tables import Table
from .wording import clean

MARGIN = 0.11
"""Running texts stand in this share of the page, at its top and at its bottom."""
SLOT = 6.0
EVERYWHERE = 0.6
LARGEST = 1.12
NOTE_SIZE = 0.9
PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:pages?|p\.?|folio)?\s*(\d{1,4})(?:\s*(?:/|sur|de|of|-)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE
)
LAST_NUMBER = re.compile(
    r"(?:\bpage|\bp\.|[-–—|•·/])?\s*\b(\d{1,4})(?:\s*(?:/|sur)\s*\d{1,4})?\s*$|^(\d{1,4})\b\s*[-–—|•·]?", re.I
)
LABEL = re.compile(r"\b(?:fiche|action|mesure|axe|objectif|orientation|priorité|volet|enjeu)s?\b", re.IGNORECASE)
NOTE = re.compile(r"(?:\(?\d{1,2}\)?|\*{1,3}|†)\s*\D")


@dataclass(slots=True)
class PageContent:
    """What one page shows: its glyphs and rulings, then its segments outside tables, and its tables."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    edges: list[Edge]
    has_picture: bool = False
    segments: list[Segment] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def body_size(pages: list[PageContent]) -> float:
    """The size in which most of the text is set."""
    weights: dict[float, int] = defaultdict(int)
    for page in pages:
        for segment in page.segments:
            weights[segment.size] += len(segment.text)
    return max(weights, key=lambda size: weights[size]) if weights else 10.0


def remove_furniture(pages: list[PageContent]) -> tuple[str, ...]:
    """Take running headers and footers, page numbers and footnotes off the pages; gives the running texts."""
    size = body_size(pages)
    running = _running_texts(pages, size)
    seen: dict[str, int] = {}
    for position, page in enumerate(pages):
        kept = []
        for segment in page.segments:
            key = _key(segment, page)
            if key is None or key not in running:
                kept.append(segment)
            elif not running[key]:
                if seen.get(key[1], -9) < position - 1:
                    kept.append(segment)
                seen[key[1]] = position
        page.segments = _without_notes(kept, page, size)
    return tuple(dict.fromkeys(text for (_, text), everywhere in running.items() if everywhere and text))


def _key(segment: Segment, page: PageContent) -> tuple[int, str] | None:
    """Where and what a running text is: its height in the margin, and its wording without the number of the page."""
    if MARGIN * page.height < segment.top and segment.bottom < (1 - MARGIN) * page.height:
        return None
    text = clean(segment.text)
    slot = round((segment.top + segment.bottom) / 2 / SLOT)
    if PAGE_NUMBER.fullmatch(text):
        return slot, ""
    if not LABEL.search(text):
        text = LAST_NUMBER.sub(lambda found: "" if page.number in _numbers(found) else found[0], text)
    return slot, clean(text)


def _numbers(found: re.Match[str]) -> range:
    """The page numbers that a printed number may stand for: a cover or two are often not counted."""
    printed = int(found[1] or found[2])
    return range(printed - 1, printed + 4)


def _running_texts(pages: list[PageContent], size: float) -> dict[tuple[int, str], bool]:
    """The texts that come back at the same place on several pages: True when on most pages, False on a few in a row."""
    places: dict[tuple[int, str], set[int]] = defaultdict(set)
    sizes: dict[tuple[int, str], float] = {}
    for page in pages:
        for segment in page.segments:
            if (key := _key(segment, page)) is not None:
                places[key].add(page.number)
                sizes[key] = max(sizes.get(key, 0.0), segment.size)
    found: dict[tuple[int, str], bool] = {}
    for (slot, text), numbers in places.items():
        near = numbers | places.get((slot - 1, text), set()) | places.get((slot + 1, text), set())
        if not text:
            found[slot, text] = True
        elif len(near) >= 2 and sizes[slot, text] <= LARGEST * size:
            everywhere = len(near) >= EVERYWHERE * len(pages)
            if everywhere or len(near) * 2 > max(near) - min(near):
                found[slot, text] = everywhere
    return found


def _without_notes(kept: list[Segment], page: PageContent, size: float) -> list[Segment]:
    """Leave out the footnotes: small lines at the very bottom of the text, the first of which starts with its call."""
    ordered = sorted(kept, key=lambda segment: segment.top)
    start = len(ordered)
    while start and ordered[start - 1].size <= NOTE_SIZE * size and ordered[start - 1].top > page.height / 2:
        start -= 1
    while start < len(ordered) and not NOTE.match(ordered[start].text):
        start += 1
    notes = set(map(id, ordered[start:]))
    return [segment for segment in kept if id(segment) not in notes]
