"""A map of communes, from their contours to the paths of a drawing. Pure: no base, no browser.

Contours are GeoJSON's: polygons are lists of rings, rings are lists of [longitude, latitude] in degrees, the first ring
is the outside, the others are holes. Over a few communes, an equirectangular projection at their mean latitude is true
to a thousandth.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from quietude.kit.typography import number_text

Ring = Sequence[Sequence[float]]
Polygons = Sequence[Sequence[Ring]]
Point = tuple[float, float]

WIDTH, HEIGHT, MARGIN = 720, 520, 4
LETTER = 8.2
"""Width of a letter of a name on the map, in the units of the drawing."""
TINTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A commune, what is counted there (None: non publiable), where it leads, and its contour ([] when unknown)."""

    name: str
    count: int | None
    polygons: Polygons
    url: str = ""


@dataclass(frozen=True, slots=True)
class TintClass:
    """A tint and the counts it stands for: ``lowest`` to ``highest``, without end when None."""

    tint: str
    lowest: int
    highest: int | None

    def words(self, one: str, many: str) -> str:
        """« 1 fiche », « 2 à 3 fiches », « 4 fiches et plus »."""
        if self.highest is None:
            return f"{number_text(self.lowest)} {many} et plus"
        if self.lowest == self.highest:
            return f"{number_text(self.lowest)} {one if self.lowest == 1 else many}"
        return f"{number_text(self.lowest)} à {number_text(self.highest)} {many}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A commune drawn: ``room`` is how many letters fit across it at the place of its label."""

    area: Area
    path: str
    at: Point
    tint: str
    room: int

    @property
    def fit(self) -> str:
        """Where its name can be read: "always", "wide" screens, or "never" (its count alone stands there)."""
        letters = len(self.area.name)
        return "always" if self.room >= 2 * letters else "wide" if self.room >= letters else "never"


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """Shapes in a frame of ``width`` by ``height``, the classes of the legend, and the names that have no contour."""

    width: float
    height: float
    shapes: list[Shape]
    classes: list[TintClass]
    missing: list[str]


def draw_map(areas: Sequence[Area], width: float = WIDTH, height: float = HEIGHT) -> DrawnMap:
    """Fit ``areas`` into a frame, north up, in their order: the keyboard goes through them as the table beside does."""
    drawn = [area for area in areas if area.polygons]
    missing = [area.name for area in areas if not area.polygons]
    classes = tint_classes(max((area.count or 0 for area in areas), default=0))
    if not drawn:
        return DrawnMap(width, 0, [], classes, missing)
    projected, size = _project([area.polygons for area in drawn], width, height)
    shapes = [_shape(area, rings, classes) for area, rings in zip(drawn, projected, strict=True)]
    return DrawnMap(*size, shapes, classes, missing)


def tint_classes(highest: int) -> list[TintClass]:
    """Three classes at most: one, two or three, four and more while counts are small, else three equal steps."""
    if highest <= 9:
        bounds = [(1, 1), (2, 3), (4, None)]
    else:
        step = -(-highest // TINTS)
        bounds = [(1, step), (step + 1, 2 * step), (2 * step + 1, None)]
    kept = [(low, high) for low, high in bounds if low <= highest]
    return [TintClass(f"tint-{rank}", low, high) for rank, (low, high) in enumerate(kept, 1)]


def _tint_of(count: int | None, classes: Iterable[TintClass]) -> str:
    if count is None:
        return "unpublished"
    return next((one.tint for one in classes if one.lowest <= count and (one.highest or count) >= count), "none")


def _project(contours: Sequence[Polygons], width: float, height: float) -> tuple[list[list[list[Point]]], Point]:
    """The rings of each contour in the units of the drawing, and the size of what they fill."""
    places = [place for polygons in contours for rings in polygons for ring in rings for place in ring]
    west, east = min(place[0] for place in places), max(place[0] for place in places)
    south, north = min(place[1] for place in places), max(place[1] for place in places)
    narrowing = cos(radians((south + north) / 2))
    spans = ((east - west) * narrowing or 1e-9, (north - south) or 1e-9)
    scale = min((width - 2 * MARGIN) / spans[0], (height - 2 * MARGIN) / spans[1])

    def place(longitude: float, latitude: float) -> Point:
        across = MARGIN + (longitude - west) * narrowing * scale
        return round(across, 1), round(MARGIN + (north - latitude) * scale, 1)

    drawn = [[[place(p[0], p[1]) for p in ring] for rings in polygons for ring in rings] for polygons in contours]
    return drawn, (round(spans[0] * scale + 2 * MARGIN, 1), round(spans[1] * scale + 2 * MARGIN, 1))


def _shape(area: Area, rings: list[list[Point]], classes: Sequence[TintClass]) -> Shape:
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in rings)
    at, chord = label_place(rings)
    return Shape(area, path, at, _tint_of(area.count, classes), int(chord / LETTER))


def label_place(rings: Sequence[Sequence[Point]]) -> tuple[Point, float]:
    """The middle of the widest level line inside the rings, and its width: a label there stays in the shape.

    Of nine levels, those near the middle count for more, so that a label does not sit at an edge.
    """
    heights = [y for ring in rings for _, y in ring]
    top, bottom = min(heights), max(heights)
    best, found = -1.0, ((rings[0][0][0], top), 0.0)
    for rank in range(1, 10):
        level = top + (bottom - top) * rank / 10 + 0.013
        for left, right in _inside(rings, level):
            worth = (right - left) * (1 - abs(rank - 5) / 10)
            if worth > best:
                best, found = worth, (((left + right) / 2, level), right - left)
    (across, down), chord = found
    return (round(across, 1), round(down, 1)), round(chord, 1)


def _inside(rings: Sequence[Sequence[Point]], level: float) -> list[Point]:
    """The stretches of a level line that lie inside the rings (even-odd rule)."""
    crossings = sorted(
        x1 + (level - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 <= level) != (y2 <= level)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))
