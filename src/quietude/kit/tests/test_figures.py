"""A figure is read through its key, with its source; what may not be published carries no number out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quietude.kit import figures
from quietude.kit.figures import Figure, Period, Reading, UnknownFigure

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def read_visits(council: Any, period: Period, territory: str | None) -> Reading:
    if territory == "59193":
        return Reading.unpublished("Cahier d’accueil", "Moins de cinq personnes.")
    return Reading(value=Decimal(period.last_day.month), source="Cahier d’accueil", limit=f"{council}, {territory}")


VISITS = Figure(
    key="permanences.visits",
    label="Personnes reçues",
    unit="personnes",
    source="Cahier d’accueil",
    definition="Chaque personne compte une fois par permanence.",
    rhythm="monthly",
    read=read_visits,
)


@pytest.fixture(autouse=True)
def _bare_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "_figures", {})
    figures.register_figure(VISITS)


def test_a_figure_is_read_for_a_council_a_period_and_a_commune() -> None:
    everywhere = figures.read("loos", "permanences.visits", YEAR)
    assert (everywhere.value, everywhere.publishable, everywhere.limit) == (Decimal(12), True, "loos, None")
    small = figures.read("loos", "permanences.visits", YEAR, "59193")
    assert (small.value, small.low, small.high, small.publishable) == (None, None, None, False)
    assert small.source == "Cahier d’accueil"


def test_figures_are_offered_by_label() -> None:
    figures.register_figure(replace(VISITS, key="outreach.hours", label="Heures de médiation"))
    assert [one.key for one in figures.figures()] == ["outreach.hours", "permanences.visits"]
    assert figures.figure("outreach.hours").label == "Heures de médiation"


def test_a_key_belongs_to_one_figure_and_must_be_known() -> None:
    with pytest.raises(ValueError, match=r"already called « permanences\.visits »"):
        figures.register_figure(VISITS)
    with pytest.raises(UnknownFigure, match="No figure is called « nothing »"):
        figures.read("loos", "nothing", YEAR)


@pytest.mark.parametrize("lack", [{"key": ""}, {"key": "x" * 61}, {"definition": ""}, {"source": ""}, {"unit": ""}])
def test_a_figure_says_what_it_counts_and_where_that_comes_from(lack: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"letters|needs a label"):
        figures.register_figure(replace(VISITS, **({"key": "other"} | lack)))
    assert [one.key for one in figures.figures()] == ["permanences.visits"]


def test_a_reading_that_may_not_be_published_holds_no_number() -> None:
    estimate = {"source": "s", "value": Decimal(5), "low": Decimal(3), "high": Decimal(8)}
    assert Reading(**estimate).high == Decimal(8)
    for wrong in ({"publishable": False}, {"low": None}, {"low": Decimal(6)}, {"value": None}):
        with pytest.raises(ValueError, match=r"published|bounds"):
            Reading(**(estimate | wrong))


def test_a_period_does_not_end_before_it_begins() -> None:
    assert Period(YEAR.first_day, YEAR.first_day).last_day == YEAR.first_day
    with pytest.raises(ValueError, match="A period ends"):
        Period(YEAR.last_day, YEAR.first_day)


def test_what_answers_must_answer_a_reading() -> None:
    figures.register_figure(replace(VISITS, key="wrong", read=lambda *_: 12))  # type: ignore[arg-type,return-value]
    with pytest.raises(TypeError, match="answered int"):
        figures.read("loos", "wrong", YEAR)
