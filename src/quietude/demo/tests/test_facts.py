"""The facts hold on whatever day one looks, and none of their sentences is taken from the documents they come from."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from quietude.demo.days import day
from quietude.demo.facts import DATA, SLUGS, FactError, SheetFacts, council_facts, strategy_facts
from quietude.demo.facts.lines import line
from quietude.demo.loading_strategy.tables import create
from quietude.kit.text import fold
from quietude.kit.typography import set_in_french
from quietude.strategy.models import FundingLine, SheetAudience

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"
EVERY_DAY = [date(2026, 11, 1) + timedelta(days=count) for count in range(800)]
OPEN = ("to_launch", "running", "blocked")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("-24d", date(2026, 12, 8)),
        ("+2m", date(2027, 3, 31)),
        ("-11m", date(2026, 2, 28)),
        ("Y-2-03-12", date(2025, 3, 12)),
        ("2018-12-31", date(2018, 12, 31)),
    ],
)
def test_a_day_is_read_from_today(text: str, meant: date) -> None:
    assert day(text, date(2027, 1, 1)) == meant


@pytest.mark.parametrize("text", ["", "demain", "+3w", "2018-13-01"])
def test_a_day_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        day(text, date(2027, 1, 1))


def test_whenever_one_looks_two_sheets_are_late_one_is_blocked_and_three_are_due() -> None:
    sheets = rich_sheets()
    for today in EVERY_DAY:
        late = [
            one.number for one in sheets if one.status in OPEN and any(due < today for due in deadlines(one, today))
        ]
        assert late == ["4", "15"], today
        soon = [one.number for one in sheets if one.status in OPEN and today <= own_deadline(one, today)]
        assert [n for n in soon if n in ("11", "16", "18")] == ["11", "16", "18"], today
    assert [one.number for one in sheets if one.status == "blocked"] == ["8"]
    assert [one.number for one in sheets if not one.lead and not one.lead_name] == ["19"]
    assert [one.number for one in sheets if not any(line.asked is not None for line in one.funding)] == ["17", "19"]


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_ends_before_it_begins(slug: str) -> None:
    plan, council = strategy_facts(slug), council_facts(slug)
    spans = [(one.starts, one.due) for one in plan.sheets] + [(plan.starts, plan.ends)] if plan else []
    spans += [(one.since, one.until) for one in council.people.values()]
    spans += [(one.since, last) for one in council.formations for _, last in one.left]
    for today in EVERY_DAY:
        for first, last in spans:
            assert not first or not last or day(first, today) <= day(last, today), (first, last, today)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_told_as_done_is_never_in_the_future(slug: str) -> None:
    plan = strategy_facts(slug)
    told = [step.done for one in plan.sheets for step in one.steps if step.done] if plan else []
    told += [on for one in plan.sheets for on, *_ in one.journal] if plan else []
    told += [one.moved for one in plan.sheets if one.moved] if plan else []
    told += [event.held for one in plan.sheets for event in one.events if event.participants] if plan else []
    told += [line.justified for one in plan.sheets for line in one.funding if line.justified] if plan else []
    told += [one.since for one in council_facts(slug).people.values()]
    for today in EVERY_DAY:
        assert [text for text in told if day(text, today) > today] == [], today


def test_a_line_that_means_nothing_says_where_it_stands() -> None:
    row = {"axis": 1, "title": "Atelier", "status": "running"}
    assert line(SheetFacts, row, "ici").title == "Atelier"
    with pytest.raises(FactError, match=r"ici: SheetFacts knows no deu"):
        line(SheetFacts, row | {"deu": "+7m"}, "ici")
    with pytest.raises(FactError, match=r"ici: SheetFacts knows no leed"):
        line(SheetFacts, row | {"signed": {"leed": "loos"}}, "ici")
    with pytest.raises(FactError, match=r"ici: SheetFacts lacks axis"):
        line(SheetFacts, {"title": "Atelier", "status": "running"}, "ici")


def test_a_value_that_no_form_would_take_is_refused() -> None:
    with pytest.raises(FactError, match="SheetAudience"):
        create(SheetAudience, [SheetAudience(category="martiens")])
    with pytest.raises(FactError, match="accordé"):
        create(FundingLine, [FundingLine(funder="FIPD", year=2027, state="asked", granted=1000)])


def test_the_facts_are_set_in_french_print() -> None:
    quoted = re.compile(r'"([^"]*)"')
    wrong = [
        text
        for path in DATA.rglob("*.toml")
        for text in quoted.findall(path.read_text("utf-8"))
        if set_in_french(text) != text
    ]
    assert wrong == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="les documents d’origine ne sont pas sur cette machine")
def test_no_sentence_is_taken_from_the_documents() -> None:
    known = {run for path in SEEDS.glob("*.txt") for run in runs(path.read_text("utf-8"))}
    taken = [run for text in sentences() for run in runs(text) if run in known]
    assert taken == []


def rich_sheets() -> list[SheetFacts]:
    plan = strategy_facts("loos-haubourdin-emmerin")
    assert plan is not None
    return plan.sheets


def own_deadline(sheet: SheetFacts, today: date) -> date:
    return day(sheet.due, today)


def deadlines(sheet: SheetFacts, today: date) -> Iterator[date]:
    """The deadline of a sheet and those of its communes where it is open."""
    yield own_deadline(sheet, today)
    for one in sheet.communes:
        if one.due and (one.status or sheet.status) in OPEN:
            yield day(one.due, today)


def sentences() -> Iterator[str]:
    """All that the facts say in words of their own: titles of axes and actions are those of the documents."""
    for path in DATA.rglob("*.txt"):
        yield path.read_text("utf-8")
    for slug in SLUGS:
        council, plan = council_facts(slug), strategy_facts(slug)
        yield from texts([council.act.note, *council.people.values(), *council.organisations.values()])
        yield from texts([plan.description, plan.legal_references] if plan else [])
        yield from texts([(one.description, one.objectives) for one in plan.axes] if plan else [])
        yield from texts([{**as_dict(one), "title": ""} for one in plan.sheets] if plan else [])


def texts(value: Any) -> Iterator[str]:
    """Every text inside ``value``, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif hasattr(value, "__slots__") and not isinstance(value, int):
        yield from texts(as_dict(value))


def as_dict(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}


def runs(text: str) -> Iterator[str]:
    """Every run of fourteen words of ``text``, accents and punctuation put aside."""
    words = fold(text).split()
    for start in range(len(words) - 13):
        yield " ".join(words[start : start + 14])
