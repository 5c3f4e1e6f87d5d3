"""A month as people read it on a wall: weeks from Monday, what falls on each day."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from quietude.kit.dates import month_text
from quietude.strategy.queries.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Day:
    """One case of the wall calendar."""

    on: date
    inside: bool
    """Whether the day is of the month shown."""
    today: bool
    entries: list[Deadline]


@dataclass(frozen=True, slots=True)
class Month:
    """A month, its weeks, and the months on each side as an address says them."""

    first: date
    last: date
    label: str
    before: str
    after: str


def month_of(asked: str, today: date) -> Month:
    """The month that ``asked`` ("2026-11") names, else that of ``today``."""
    year, _, month = asked.partition("-")
    known = year.isdecimal() and month.isdecimal() and len(year) == 4 and len(month) <= 2
    sound = known and 2000 <= int(year) <= 2100 and 1 <= int(month) <= 12
    first = date(int(year), int(month), 1) if sound else today.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    return Month(first, following - timedelta(days=1), month_text(first), f"{before:%Y-%m}", f"{following:%Y-%m}")


def weeks_of(month: Month, entries: Iterable[Deadline], today: date) -> list[list[Day]]:
    """The weeks of ``month``, Monday first, with the days of its neighbours that complete them."""
    by_day: dict[date, list[Deadline]] = defaultdict(list)
    for entry in entries:
        by_day[entry.on].append(entry)
    return [
        [Day(day, day.month == month.first.month, day == today, by_day.get(day, [])) for day in week]
        for week in Calendar().monthdatescalendar(month.first.year, month.first.month)
    ]
