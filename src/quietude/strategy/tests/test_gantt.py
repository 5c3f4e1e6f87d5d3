"""The timeline is computed without a browser: where a bar begins, what it says, what is left out."""

from datetime import date
from typing import Any

from quietude.strategy.pictures.gantt import LABELS, RIGHT, WIDTH, Planned, draw_gantt

TODAY = date(2026, 11, 22)


def planned(pk: int = 1, **more: Any) -> Planned:
    facts: dict[str, Any] = {
        "number": str(pk),
        "title": f"Action {pk}",
        "group": "Les jeunes",
        "status": "running",
        "state": "running",
        "starts_on": date(2026, 1, 1),
        "due_on": date(2027, 12, 31),
    }
    return Planned(pk=pk, **facts | more)


def test_the_scale_holds_every_date_and_no_empty_month() -> None:
    drawn = draw_gantt([planned(), planned(2, starts_on=date(2026, 3, 5), due_on=date(2026, 6, 7))], today=TODAY)
    first, second = drawn.groups[0].bars
    assert [year.label for year in drawn.years] == ["2026", "2027"]
    assert (first.x, first.x + first.width) == (LABELS, WIDTH - RIGHT)
    assert LABELS < second.x < second.x + second.width < WIDTH - RIGHT


def test_the_part_gone_by_ends_today() -> None:
    bar = draw_gantt([planned()], today=TODAY).groups[0].bars[0]
    assert bar.x + bar.elapsed == draw_gantt([planned()], today=TODAY).today
    done = draw_gantt([planned(status="done", state="done")], today=TODAY).groups[0].bars[0]
    assert done.elapsed == done.width


def test_what_is_late_shows_its_delay_up_to_today() -> None:
    late = planned(state="late", due_on=date(2026, 10, 1))
    drawn = draw_gantt([late, planned(2)], today=TODAY)
    bar = drawn.groups[0].bars[0]
    assert bar.x + bar.width == drawn.today
    assert bar.elapsed < bar.width
    assert "en retard" in bar.words


def test_signed_dates_are_drawn_only_when_they_differ() -> None:
    same = planned(signed=(date(2026, 1, 1), date(2027, 12, 31)))
    moved = planned(2, signed=(date(2026, 1, 1), date(2027, 6, 30)))
    first, second = draw_gantt([same, moved], today=TODAY).groups[0].bars
    assert first.signed is None
    assert second.signed is not None
    assert second.signed[1] < second.x + second.width


def test_one_year_keeps_the_sheets_that_touch_it_and_those_without_date_are_told_apart() -> None:
    past = planned(2, starts_on=date(2025, 1, 1), due_on=date(2025, 6, 1))
    sheets = [planned(), past, planned(3, starts_on=None, due_on=None)]
    drawn = draw_gantt(sheets, today=TODAY, year=2025)
    assert [bar.pk for group in drawn.groups for bar in group.bars] == [2]
    assert drawn.today is None
    assert [sheet.pk for sheet in drawn.undated] == [3]


def test_four_hundred_rows_are_all_there() -> None:
    drawn = draw_gantt([planned(n) for n in range(400)], today=TODAY)
    assert sum(len(group.bars) for group in drawn.groups) == 400
    assert drawn.height > 400 * 28
