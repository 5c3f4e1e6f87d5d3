"""Where the lines and bars of a chart go. Pure: values in, lengths out; templates draw, style sheets colour.

A drawing takes the width that the page gives it: lengths across are shares of that width, in percent, lengths down are
pixels. So words keep their size on a phone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import ceil, floor, log10

from quietude.kit.dates import date_text, month_text

MOST_LINES = 5
PLOT_HEIGHT = 220
LABEL_GAP = 19
NARROW_GAP, WIDE_GAP = 27.0, 12.0
"""Shares of the width under which two words of an axis would touch: on a phone, on a screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A line of a « count by »: ``kind`` is a state of ``{% status %}`` or "plain", ``word`` what is counted."""

    label: str
    count: int
    url: str = ""
    kind: str = "plain"
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line of a chart: days and values in order; None leaves a gap, for what was not measured or not published."""

    label: str
    points: Sequence[tuple[date, Decimal | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """At most five lines that share a unit, with the target and the starting value where there are some."""

    title: str
    series: Sequence[Series]
    unit: str = ""
    description: str = ""
    target: Decimal | None = None
    baseline: Decimal | None = None

    def __post_init__(self) -> None:
        if len(self.series) > MOST_LINES:
            raise ValueError(f"A chart holds {MOST_LINES} lines at most: beyond, none can be followed.")

    def values(self) -> list[float]:
        """Every number that the drawing shows."""
        measured = [value for one in self.series for _, value in one.points]
        return [float(value) for value in (*measured, self.target, self.baseline) if value is not None]

    def days(self) -> list[date]:
        """The days that have a point, each once, in order."""
        return sorted({day for one in self.series for day, _ in one.points})


@dataclass(frozen=True, slots=True)
class Scale:
    """The values an axis goes through: it holds zero, and its steps are round."""

    low: float
    high: float
    step: float

    def ticks(self) -> list[float]:
        """The values written along the axis, from the lowest."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + rank * self.step, 10) for rank in range(count + 1)]

    def down(self, value: float, height: float = PLOT_HEIGHT) -> float:
        """Pixels from the top of a plot of that height."""
        return round(height * (self.high - value) / (self.high - self.low), 1)


def scale_of(values: Iterable[float], steps: int = 4) -> Scale:
    """A scale from zero (or from under it, when a value is negative) in about ``steps`` round steps."""
    known = [0.0, *values]
    low = min(known)
    high = max(known) or (0.0 if low else 1.0)
    rough = (high - low) / steps
    power = 10.0 ** floor(log10(rough))
    step = next(ratio * power for ratio in (1, 2, 2.5, 5, 10) if ratio * power >= rough * 0.999)
    return Scale(floor(round(low / step, 9)) * step, ceil(round(high / step, 9)) * step, step)


@dataclass(frozen=True, slots=True)
class Tick:
    """A word along the axis of time; a spare one goes where the page is narrow."""

    across: float
    text: str
    spare: bool = False


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """From the first day to the last one; a single day stands in the middle."""

    first: date
    last: date

    def across(self, day: date) -> float:
        """Percent of the width."""
        days = (self.last - self.first).days
        return round(100 * (day - self.first).days / days, 2) if days else 50.0

    def ticks(self, days: Sequence[date]) -> list[Tick]:
        """The days measured when they are few, else the starts of months or years; words that would touch go."""
        few = len(days) <= 8
        candidates = list(days) if few else self._calendar()
        written = _words(candidates)
        kept: list[Tick] = []
        for day in reversed(candidates):
            place = self.across(day)
            if kept and kept[-1].across - place < WIDE_GAP:
                continue
            roomy = next((tick.across for tick in reversed(kept) if not tick.spare), 200.0)
            kept.append(Tick(place, written[day], spare=roomy - place < NARROW_GAP))
        return kept[::-1]

    def _calendar(self) -> list[date]:
        """Starts of months, as far apart as leaves six of them or so."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((one for one in (1, 2, 3, 6, 12, 24, 60) if months / one <= 6), 120)
        start = self.first.year * 12 // step * step
        starts = (date(month // 12, month % 12 + 1, 1) for month in range(start, start + months + 2 * step + 12, step))
        return [day for day in starts if self.first <= day <= self.last]


def _words(days: Sequence[date]) -> dict[date, str]:
    """How to write days along an axis: by their year, their month or themselves, as short as tells them apart."""
    if len({day.year for day in days}) == len(days) > 1:
        return {day: str(day.year) for day in days}
    if len({(day.year, day.month) for day in days}) == len(days):
        return {day: month_text(day, short=True) for day in days}
    return {day: date_text(day, short=True, year=False) for day in days}


@dataclass(slots=True)
class Label:
    """Words at the right of a plot, at the height of what they name, or as near as the others let them be."""

    text: str
    value: float
    kind: str
    down: float


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """``runs`` are the points of each unbroken stretch, as a polyline wants them; ``dots`` have their own place."""

    rank: int
    label: str
    runs: list[str]
    dots: list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """All that the template of a line chart needs."""

    lines: list[DrawnLine]
    grid: list[tuple[float, float]]
    """(value, pixels down) of each line of the ground."""
    zero: float
    ticks: list[Tick]
    target: float | None
    baseline: float | None
    labels: list[Label] = field(default_factory=list)


def draw_lines(chart: LineChart) -> DrawnChart:
    """Place the lines of ``chart``; a chart without any point has an axis and no line."""
    scale, days = scale_of(chart.values()), chart.days()
    axis = TimeAxis(days[0], days[-1]) if days else None
    lines = [_draw(rank, one, axis, scale) for rank, one in enumerate(chart.series, 1) if axis]
    return DrawnChart(
        lines=lines,
        grid=[(value, scale.down(value)) for value in scale.ticks()],
        zero=scale.down(0),
        ticks=axis.ticks(days) if axis else [],
        target=scale.down(float(chart.target)) if chart.target is not None else None,
        baseline=scale.down(float(chart.baseline)) if chart.baseline is not None else None,
        labels=spread(_labels(chart, scale)),
    )


def _draw(rank: int, series: Series, axis: TimeAxis, scale: Scale) -> DrawnLine:
    runs: list[list[tuple[float, float]]] = [[]]
    for day, value in series.points:
        if value is None:
            runs.append([])
        else:
            runs[-1].append((axis.across(day), scale.down(float(value))))
    polylines = [" ".join(f"{x},{y}" for x, y in run) for run in runs if len(run) > 1]
    return DrawnLine(rank, series.label, polylines, [point for run in runs for point in run])


def _labels(chart: LineChart, scale: Scale) -> list[Label]:
    """The last value of each line, then the target and the start, at their own heights."""
    found = []
    for rank, one in enumerate(chart.series, 1):
        last = next((float(value) for _, value in reversed(one.points) if value is not None), None)
        if last is not None:
            found.append(Label(one.label, last, f"line-{rank}", scale.down(last)))
    for text, value in (("Cible", chart.target), ("Départ", chart.baseline)):
        if value is not None:
            found.append(Label(text, float(value), "reference", scale.down(float(value))))
    return found


def spread(labels: Sequence[Label], gap: float = LABEL_GAP, height: float = PLOT_HEIGHT) -> list[Label]:
    """The labels from the highest, moved down, then up from the foot, until ``gap`` pixels part each from the next."""
    placed = sorted(labels, key=lambda label: label.down)
    for above, below in pairwise(placed):
        below.down = max(below.down, above.down + gap)
    if placed:
        placed[-1].down = min(placed[-1].down, max(height, gap * (len(placed) - 1)))
    for below, above in pairwise(reversed(placed)):
        above.down = min(above.down, below.down - gap)
    return placed


def bar_lengths(counts: Sequence[int]) -> list[float]:
    """Percent of the longest bar, which is never shorter than a count of one."""
    longest = max([*counts, 1])
    return [round(100 * count / longest, 1) for count in counts]
