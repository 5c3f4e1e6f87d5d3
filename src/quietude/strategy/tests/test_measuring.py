"""The path to a target and the rhythm of measures, without a base."""

from datetime import date
from decimal import Decimal

import pytest

from quietude.strategy.measuring import Pace, Path, awaited_since, missing_for_path, months_after
from quietude.strategy.models import ActionSheet, Indicator, Strategy
from quietude.strategy.queries.indicators import last_period

YEAR = Path(date(2026, 1, 1), Decimal(0), date(2026, 12, 27), Decimal(360), up=True)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 6, 1), 0),
        (date(2026, 1, 1), 0),
        (date(2026, 1, 11), 10),
        (date(2026, 12, 27), 360),
        (date(2028, 1, 1), 360),
    ],
)
def test_the_path_is_straight_and_stays_at_its_ends(day: date, expected: int) -> None:
    assert YEAR.expected_on(day) == expected


def test_a_short_way_is_told_with_one_decimal() -> None:
    path = Path(date(2026, 1, 1), Decimal(2), date(2026, 12, 27), Decimal(5), up=True)
    assert path.expected_on(date(2026, 2, 6)) == Decimal("2.3")


@pytest.mark.parametrize(("up", "value", "pace"), [(True, 90, Pace.BEHIND), (False, 90, Pace.AHEAD)])
def test_what_is_to_stay_level_follows_its_direction(up: bool, value: int, pace: Pace) -> None:
    path = Path(date(2026, 1, 1), Decimal(100), date(2026, 12, 31), Decimal(100), up=up)
    assert path.pace(date(2026, 6, 1), Decimal(value)) == pace
    assert path.pace(date(2026, 6, 1), Decimal(96)) == Pace.LEVEL


def told(**facts: object) -> Indicator:
    sheet = ActionSheet(strategy=Strategy(ends_on=date(2027, 12, 31)), status="running", starts_on=date(2026, 1, 1))
    return Indicator(sheet=sheet, **facts)


def test_each_thing_that_is_missing_is_named() -> None:
    assert missing_for_path(told()) == ["la valeur de départ", "la date de cette valeur", "la cible"]
    late = told(baseline=Decimal(1), target=Decimal(9), baseline_on=date(2028, 1, 1))
    assert missing_for_path(late) == ["une échéance après la valeur de départ"]
    against = told(baseline=Decimal(9), target=Decimal(1), baseline_on=date(2026, 1, 1))
    assert missing_for_path(against) == ["un sens qui mène de la valeur de départ à la cible"]
    against.direction = Indicator.Direction.DOWN
    assert missing_for_path(against) == []


@pytest.mark.parametrize(
    ("rhythm", "last_on", "since"),
    [
        ("monthly", date(2026, 3, 31), None),
        ("monthly", date(2026, 3, 30), date(2026, 4, 30)),
        ("yearly", date(2025, 4, 30), date(2026, 4, 30)),
        ("quarterly", None, date(2026, 4, 1)),
        ("", date(2020, 1, 1), None),
    ],
)
def test_a_measure_is_awaited_when_its_rhythm_has_gone_by(rhythm: str, last_on: date, since: date) -> None:
    today = date(2026, 4, 30) if last_on != date(2026, 3, 31) else date(2026, 4, 29)
    assert awaited_since(told(rhythm=rhythm), last_on, today) == since


def test_months_end_where_they_end() -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("rhythm", "first_day", "last_day"),
    [
        ("monthly", date(2025, 12, 1), date(2025, 12, 31)),
        ("quarterly", date(2025, 10, 1), date(2025, 12, 31)),
        ("half_yearly", date(2025, 7, 1), date(2025, 12, 31)),
        ("yearly", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_figure_is_read_over_the_last_period_that_is_over(rhythm: str, first_day: date, last_day: date) -> None:
    period = last_period(rhythm, date(2026, 1, 15))
    assert (period.first_day, period.last_day) == (first_day, last_day)
