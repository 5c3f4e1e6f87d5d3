"""French dates as written and as read, and the day from which something is late."""

import contextlib
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietude.kit import dates
from quietude.kit.forms import DATE_ERROR, LOOSE_DATE_ERROR, FrenchDateField, read_french_date

TODAY = date(2026, 11, 23)


def test_a_date_in_words() -> None:
    day = date(2026, 10, 30)
    assert dates.date_text(day) == "30\u00a0octobre 2026"
    assert dates.date_text(day, short=True) == "30\u00a0oct. 2026"
    assert dates.date_text(day, short=True, year=False) == "30\u00a0oct."
    assert dates.date_text(day, weekday=True) == "vendredi 30\u00a0octobre 2026"
    assert dates.date_text(date(2025, 9, 1)) == "1er\u00a0septembre 2025"
    assert dates.month_text(day) == "octobre\u00a02026"


def test_an_hour_in_words() -> None:
    assert dates.time_text(time(9, 30)) == "9\u00a0h\u00a030"
    assert dates.datetime_text(datetime(2026, 12, 8, 14, 0)) == "8\u00a0décembre 2026 à 14\u00a0h\u00a000"  # noqa: DTZ001
    assert dates.datetime_text(datetime(2026, 12, 8, 9, 5), short=True) == "8\u00a0déc. 2026, 9\u00a0h\u00a005"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("days", "state"), [(-30, "late"), (-1, "late"), (0, "soon"), (6, "soon"), (7, "calm"), (100, "calm")]
)
def test_what_a_due_date_asks_for(days: int, state: str) -> None:
    due = TODAY + timedelta(days=days)
    assert dates.due_state(due, TODAY) == state
    assert dates.due_state(due, TODAY, done=True) == "calm"
    assert dates.days_late(due, TODAY) == max(-days, 0)


def test_nothing_is_due_without_a_date() -> None:
    assert dates.due_state(None, TODAY) == "calm"
    assert dates.days_late(None, TODAY) == 0


def test_near_days_have_a_name() -> None:
    assert dates.relative_text(TODAY, TODAY) == "aujourd’hui"
    assert dates.relative_text(TODAY - timedelta(days=1), TODAY) == "hier"
    assert dates.relative_text(date(2026, 11, 12), TODAY) == "12\u00a0nov."
    assert dates.relative_text(date(2025, 11, 12), TODAY) == "12\u00a0nov. 2025"


@pytest.mark.parametrize(
    "text", ["30/11/2026", "2026-11-30", "30.11.2026", "30/11/26", "30 novembre 2026", " 30 NOV. 2026 ", "30-11-2026"]
)
def test_a_date_may_be_written_in_many_ways(text: str) -> None:
    assert read_french_date(text) == date(2026, 11, 30)


@pytest.mark.parametrize("text", ["31/02/2026", "30 brumaire", "1 jui 2026", "2026", "11/30/2026", "٣٠/١١/٢٠٢٦x"])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    field = FrenchDateField()
    with pytest.raises(Exception, match=DATE_ERROR):
        field.clean(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("novembre 2026", date(2026, 11, 1), date(2026, 11, 30), "month"),
        ("Nov. 2026", date(2026, 11, 1), date(2026, 11, 30), "month"),
        ("02/2028", date(2028, 2, 1), date(2028, 2, 29), "month"),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31), "month"),
        (" 2026 ", date(2026, 1, 1), date(2026, 12, 31), "year"),
        ("30/11/2026", date(2026, 11, 30), date(2026, 11, 30), "day"),
    ],
)
def test_a_date_known_to_the_month_or_the_year_is_read_where_it_is_asked(
    text: str, first: date, last: date, precision: str
) -> None:
    assert FrenchDateField(loose="first").clean(text) == first
    assert FrenchDateField(loose="last").clean(text) == last
    assert FrenchDateField(loose="last").precision_of(text) == precision
    if precision != "day":
        with pytest.raises(Exception, match=DATE_ERROR):
            FrenchDateField().clean(text)


@pytest.mark.parametrize("text", ["13/2026", "00/2026", "brumaire 2026", "jui 2026", "0000", "26", "fin 2026"])
def test_what_is_no_month_is_refused_with_examples(text: str) -> None:
    field = FrenchDateField(loose="last")
    with pytest.raises(Exception, match=LOOSE_DATE_ERROR):
        field.clean(text)
    assert field.precision_of(text) == "day"


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["day", "month", "year"]))
def test_a_date_shown_as_it_is_known_reads_back(day: date, precision: dates.Precision) -> None:
    field = FrenchDateField(loose="last")
    shown = dates.precise_text(dates.edge_of(day, precision, "last"), precision)
    assert field.clean(shown) == dates.edge_of(day, precision, "last")
    assert field.precision_of(shown) == precision


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_written_in_words_reads_back(day: date) -> None:
    assert read_french_date(dates.date_text(day)) == day
    assert read_french_date(f"{day:%d/%m/%Y}".rjust(10, "0")) == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_refusal(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(read_french_date(text), date)
