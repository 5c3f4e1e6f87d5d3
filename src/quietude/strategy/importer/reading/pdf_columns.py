"""The reading order of a page: columns are found by the white gutter that runs between them."""

from collections.abc import Iterator
from itertools import groupby

from .pdf_glyphs import Segment, joined

GUTTER_STEP, MOST_STEPS = 3.0, 400
LEAST_LINES = 4
LONG_COLUMN = 12
LEAST_SHARE = 0.2
"""A column takes at least this share of the width of the text."""
LEAST_FILL = 0.5
"""Half the lines of a column fill at least this share of it: a list of labels beside its values is not a column."""
DEEPEST = 3


def reading_order(found: list[Segment], depth: int = 0) -> list[list[Segment]]:
    """Regions of lines in reading order; the segments of a row that no gutter parts are one line."""
    gutter = _gutter(found) if depth < DEEPEST else None
    if gutter is None:
        return [_lines(found)] if found else []
    regions: list[list[Segment]] = []
    for across, band in _bands(found, gutter):
        if across:
            regions.append(_lines(band))
        else:
            left = [segment for segment in band if segment.x1 <= gutter]
            right = [segment for segment in band if segment.x0 >= gutter]
            regions += reading_order(left, depth + 1) + reading_order(right, depth + 1)
    return [region for region in regions if region]


def _lines(found: list[Segment]) -> list[Segment]:
    ordered = sorted(found, key=lambda segment: (segment.row, segment.x0))
    lines = [joined(list(parts)) for _, parts in groupby(ordered, key=lambda segment: segment.row)]
    return sorted(lines, key=lambda line: line.top)


def _gutter(found: list[Segment]) -> float | None:
    """The x of the best gutter of a page, None when the text runs in one column."""
    if len(found) < 2 * LEAST_LINES:
        return None
    left, right = min(s.x0 for s in found), max(s.x1 for s in found)
    width = right - left
    best: tuple[int, float] | None = None
    x = left + LEAST_SHARE * width
    while x < right - LEAST_SHARE * width:
        score = _score(found, x)
        if score > 0 and (best is None or score > best[0]):
            best = (score, x)
        x += max(GUTTER_STEP, width / MOST_STEPS)
    return best[1] if best else None


def _score(found: list[Segment], x: float) -> int:
    """How many lines stand in the columns that a gutter at ``x`` parts, less those that cross it."""
    if not any(s.x1 <= x for s in found) or not any(s.x0 >= x for s in found):
        return 0
    score = 0
    for across, band in _bands(found, x):
        if across:
            score -= len(band)
        elif _is_columns(band, x):
            score += len(band)
    return score


def _is_columns(band: list[Segment], x: float) -> bool:
    left, right = [s for s in band if s.x1 <= x], [s for s in band if s.x0 >= x]
    if min(len(left), len(right)) < LEAST_LINES:
        return _is_last_column(left, right)
    overlap = min(max(s.bottom for s in side) for side in (left, right)) - max(
        min(s.top for s in side) for side in (left, right)
    )
    return overlap >= LEAST_LINES * left[0].size and _is_filled(left) and _is_filled(right)


def _is_last_column(left: list[Segment], right: list[Segment]) -> bool:
    """The text ends after a few lines of its second column: those stand at the top, beside a long full column."""
    if len(left) < LONG_COLUMN or not right or not _is_filled(left):
        return False
    place = min(s.x0 for s in right)
    width = max(s.x1 for s in left) - min(s.x0 for s in left)
    return (
        all(s.x0 - place < right[0].size for s in right)
        and max(s.x1 for s in right) - place <= 1.1 * width
        and place - min(s.x0 for s in left) >= 0.9 * width
        and abs(min(s.top for s in right) - min(s.top for s in left)) < 2 * right[0].size
    )


def _is_filled(side: list[Segment]) -> bool:
    width = max(s.x1 for s in side) - min(s.x0 for s in side)
    full = sum(1 for s in side if s.x1 - s.x0 >= LEAST_FILL * width)
    return width >= 8 * side[0].size and full * 2 >= len(side)


def _bands(found: list[Segment], x: float) -> Iterator[tuple[bool, list[Segment]]]:
    """The segments from top to bottom, in turns those that cross ``x`` and those that do not."""
    ordered = sorted(found, key=lambda segment: segment.top)
    for across, band in groupby(ordered, key=lambda segment: segment.x0 < x < segment.x1):
        yield across, list(band)
