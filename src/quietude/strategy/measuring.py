"""Where an indicator stands: what was expected on the day it was measured, and since when a measure is awaited.

Pure: days and values in, words out. Where too little is known nothing is guessed: the answer says what is missing.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from quietude.kit.typography import NBSP, counted, number_text
from quietude.strategy.models import Indicator
from quietude.strategy.models.vocabulary import Status

MONTHS_APART = {
    Indicator.Rhythm.MONTHLY: 1,
    Indicator.Rhythm.QUARTERLY: 3,
    Indicator.Rhythm.HALF_YEARLY: 6,
    Indicator.Rhythm.YEARLY: 12,
}
LIVING = (Status.RUNNING, Status.BLOCKED)
"""States of a sheet in which measures are awaited."""
TOLERANCE = Decimal("0.05")
"""Share of the whole way, from the start to the target, within which one is neither ahead nor behind."""
WHOLE_FROM = 20
"""A way at least that long is told in whole numbers."""

Measured = tuple[date, Decimal]
"""A day and the value of that day."""


class Pace(StrEnum):
    AHEAD = "ahead"
    LEVEL = "level"
    BEHIND = "behind"
    UNKNOWN = "unknown"


LABELS = {Pace.AHEAD: "en avance", Pace.LEVEL: "au niveau attendu", Pace.BEHIND: "en retard sur la cible"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How an indicator compares with the straight path to its target; ``words`` is a French sentence with figures."""

    pace: Pace
    words: str
    expected: Decimal | None = None

    @property
    def label(self) -> str:
        return LABELS.get(self.pace, "")


@dataclass(frozen=True, slots=True)
class Path:
    """The straight line from the starting value to the target: a convention, which nobody promised day by day."""

    starts_on: date
    start: Decimal
    ends_on: date
    target: Decimal
    up: bool
    """Whether more is better."""

    def expected_on(self, day: date) -> Decimal:
        """The value on the line that day; before its first day the start, after its last the target."""
        gone = (min(max(day, self.starts_on), self.ends_on) - self.starts_on).days
        way = self.target - self.start
        expected = self.start + way * gone / (self.ends_on - self.starts_on).days
        return expected.quantize(Decimal(1) if abs(way) >= WHOLE_FROM else Decimal("0.1"))

    def pace(self, on: date, value: Decimal) -> Pace:
        """How ``value`` on that day compares with what was expected."""
        way = self.target - self.start
        gap = value - self.expected_on(on)
        better = gap if self.up else -gap
        margin = abs(way or self.target) * TOLERANCE
        return Pace.AHEAD if better > margin else Pace.BEHIND if better < -margin else Pace.LEVEL


def path_of(indicator: Indicator) -> Path | None:
    """The path to the target; None as long as something is missing. The sheet and its strategy must be loaded."""
    start, end = indicator.baseline_on, target_day(indicator)
    if start is None or end is None or indicator.baseline is None or indicator.target is None:
        return None
    if missing_for_path(indicator):
        return None
    up = indicator.direction == Indicator.Direction.UP
    return Path(start, indicator.baseline, end, indicator.target, up)


def standing_of(indicator: Indicator, last: Measured | None) -> Standing:
    """Compare the last measure with what was expected on its day; the sheet and its strategy must be loaded."""
    if last is None:
        return Standing(Pace.UNKNOWN, "Pas encore de mesure.")
    path, (on, value) = path_of(indicator), last
    if path is None:
        missing = ", ".join(missing_for_path(indicator))
        return Standing(Pace.UNKNOWN, f"Pour situer cette mesure, il manque{NBSP}: {missing}.")
    expected = path.expected_on(on)
    words = (
        f"{with_unit(value, indicator.unit)} à la dernière mesure, {with_unit(expected, indicator.unit)} à cette date "
        f"pour viser {with_unit(path.target, indicator.unit)}."
    )
    return Standing(path.pace(on, value), words, expected)


def missing_for_path(indicator: Indicator) -> list[str]:
    """What must be known to draw the path from the start to the target: ["la cible", "une échéance"]."""
    end, start = target_day(indicator), indicator.baseline_on
    holes = [
        ("la valeur de départ", indicator.baseline is None),
        ("la date de cette valeur", start is None),
        ("la cible", indicator.target is None),
        ("une échéance à la fiche ou à la stratégie", end is None),
        ("une échéance après la valeur de départ", bool(start and end and end <= start)),
        ("un sens qui mène de la valeur de départ à la cible", not leads_to_target(indicator)),
    ]
    return [words for words, is_missing in holes if is_missing]


def leads_to_target(indicator: Indicator) -> bool:
    """Whether the direction goes from the start to the target; true as long as one of the two is unknown."""
    if indicator.baseline is None or indicator.target is None:
        return True
    way = indicator.target - indicator.baseline
    return way >= 0 if indicator.direction == Indicator.Direction.UP else way <= 0


def target_day(indicator: Indicator) -> date | None:
    """The day on which the target is aimed at: the deadline of the sheet, else the end of the strategy."""
    return indicator.sheet.due_on or indicator.sheet.strategy.ends_on


def awaited_since(indicator: Indicator, last_on: date | None, today: date) -> date | None:
    """The day from which a measure is awaited, None as long as none is: no rhythm, sheet at rest, measured lately."""
    months = MONTHS_APART.get(indicator.rhythm)  # type: ignore[call-overload]
    if not months or indicator.sheet.status not in LIVING:
        return None
    start = last_on or indicator.baseline_on or indicator.sheet.starts_on
    due = months_after(start, months) if start else today
    return due if due <= today else None


def silence_words(indicator: Indicator, last_on: date | None, today: date) -> str:
    """« Pas mesuré depuis 95 jours, attendu chaque mois. », or an empty text when no measure is awaited."""
    if awaited_since(indicator, last_on, today) is None:
        return ""
    rhythm = indicator.get_rhythm_display()
    if last_on is None:
        return f"Jamais mesuré, attendu {rhythm}."
    return f"Pas mesuré depuis {counted((today - last_on).days, 'jour')}, attendu {rhythm}."


def months_after(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of the month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def with_unit(value: Decimal, unit: str) -> str:
    """« 31 », « 68 % », « 12 élèves »."""
    return f"{number_text(value)}{NBSP}{unit}" if unit else number_text(value)
