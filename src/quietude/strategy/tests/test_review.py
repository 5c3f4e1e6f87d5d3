"""The acts of a review, one by one: pure functions over plain data."""

import pytest

from quietude.strategy import review
from quietude.strategy.tests.stage import draft


@pytest.fixture
def reading() -> review.Review:
    return review.start_review(draft())


def titles(reading: review.Review, kind: str = "action") -> list[str]:
    return [node["title"] for node in review.kept(reading, kind)]


def find(reading: review.Review, title: str) -> int:
    return next(node["id"] for node in reading["nodes"] if node["title"] == title)


def test_a_draft_becomes_a_tree_in_reading_order(reading: review.Review) -> None:
    assert [n["title"] for n in reading["nodes"]] == [
        "Les jeunes",
        "Ouvrir un lieu d’accueil",
        "Former les animateurs",
        "La tranquillité",
        "Veiller la nuit",
    ]
    assert review.counts(reading)["to_check"] == 1


def test_an_action_without_known_objective_stands_under_its_axis() -> None:
    source = draft()
    source["axes"][0]["objectives"] = [{"title": "Accueillir"}]
    source["axes"][0]["actions"][0]["objective"] = "Accueillir"
    source["axes"][0]["actions"][1]["objective"] = "Un objectif que le document ne donne pas"
    reading = review.start_review(source)
    under = {node["title"]: node["parent"] for node in reading["nodes"]}
    assert under["Ouvrir un lieu d’accueil"] == find(reading, "Accueillir")
    assert under["Former les animateurs"] == find(reading, "Les jeunes")


def test_dropping_an_axis_drops_what_it_holds_and_restoring_an_action_brings_its_axis_back(
    reading: review.Review,
) -> None:
    review.drop(reading, find(reading, "Les jeunes"))
    assert titles(reading) == ["Veiller la nuit"]
    review.restore(reading, find(reading, "Former les animateurs"))
    assert titles(reading) == ["Former les animateurs", "Veiller la nuit"]
    assert titles(reading, "axis") == ["Les jeunes", "La tranquillité"]


def test_moving_puts_an_action_last_under_its_new_axis(reading: review.Review) -> None:
    review.move_last(reading, find(reading, "Ouvrir un lieu d’accueil"), under=find(reading, "La tranquillité"))
    assert titles(reading) == ["Former les animateurs", "Veiller la nuit", "Ouvrir un lieu d’accueil"]


def test_an_action_does_not_stand_under_an_action(reading: review.Review) -> None:
    before = [dict(node) for node in reading["nodes"]]
    with pytest.raises(review.ReviewError, match="axe ou un objectif"):
        review.move_last(reading, find(reading, "Veiller la nuit"), under=find(reading, "Former les animateurs"))
    assert reading["nodes"] == before


@pytest.mark.parametrize(("step", "expected"), [(1, ["b", "a"]), (-1, ["a", "b"])])
def test_shifting_stops_at_the_edge(step: int, expected: list[str]) -> None:
    reading = review.start_review(
        {"axes": [{"title": "x", "actions": [{"title": "a"}, {"title": "b"}]}, {"title": "y", "actions": []}]}
    )
    review.shift(reading, find(reading, "a"), step)
    assert titles(reading) == expected


def test_shifting_an_axis_takes_its_actions_along(reading: review.Review) -> None:
    review.shift(reading, find(reading, "La tranquillité"), -1)
    assert [n["title"] for n in reading["nodes"]][:2] == ["La tranquillité", "Veiller la nuit"]


def test_merging_loses_nothing_concrete(reading: review.Review) -> None:
    kept, gone = find(reading, "Ouvrir un lieu d’accueil"), find(reading, "Former les animateurs")
    review.merge(reading, gone, into=kept)
    node = review.find(reading, kept)
    assert "Former les animateurs" in node["description"]
    assert node["fields"]["funding"] == [{"funder": "FIPD", "amount": 6000}]
    assert node["fields"]["calendar"] == "fin juin 2026"
    with pytest.raises(review.ReviewError, match="n’est plus dans la relecture"):
        review.find(reading, gone)


def test_an_axis_does_not_merge_with_an_action(reading: review.Review) -> None:
    with pytest.raises(review.ReviewError, match="même nature"):
        review.merge(reading, find(reading, "Les jeunes"), into=find(reading, "Veiller la nuit"))


def test_a_line_left_aside_becomes_an_action(reading: review.Review) -> None:
    line = {"text": "Contact : 01 02 03 04 05", "number": 7, "page": None}
    review.take_line(reading, 6, line, kind="action", under=find(reading, "Les jeunes"))
    assert "Contact : 01 02 03 04 05" in titles(reading)
    assert 6 in reading["used"]


def test_every_act_can_be_taken_back_in_turn(reading: review.Review) -> None:
    start = [dict(node) for node in reading["nodes"]]
    review.correct(reading, find(reading, "Veiller la nuit"), title="Veiller", number="3")
    review.merge(reading, find(reading, "Former les animateurs"), into=find(reading, "Ouvrir un lieu d’accueil"))
    review.drop(reading, find(reading, "La tranquillité"))
    review.describe(reading, title="Autre titre", starts=2026, ends=None)
    assert [review.take_back(reading) for _ in range(5)] == [
        "Titre et période",
        "Élément écarté",
        "Éléments fusionnés",
        "Élément corrigé",
        None,
    ]
    assert reading["nodes"] == start
    assert reading["title"] == draft()["title"]


def test_a_title_is_needed_and_a_period_runs_forward(reading: review.Review) -> None:
    with pytest.raises(review.ReviewError, match="titre est nécessaire"):
        review.correct(reading, find(reading, "Veiller la nuit"), title="  ")
    with pytest.raises(review.ReviewError, match="précède"):
        review.describe(reading, title="x", starts=2028, ends=2025)


def test_missing_numbers_are_named() -> None:
    reading = review.start_review(
        {"axes": [{"title": None, "actions": [{"title": "a", "number": "1"}, {"title": "b", "number": "4"}]}]}
    )
    assert review.counts(reading)["missing_numbers"] == [2, 3]


def test_the_eye_goes_to_the_next_doubt_then_to_the_next_item(reading: review.Review) -> None:
    doubtful = find(reading, "Former les animateurs")
    assert review.next_to_read(reading, find(reading, "Les jeunes")) == doubtful
    review.accept(reading, doubtful)
    assert review.next_to_read(reading, doubtful) == find(reading, "La tranquillité")
