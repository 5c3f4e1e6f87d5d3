"""An unchanged strategy has nothing to compare; each single change gives one sentence, in plain French."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quietude.strategy.comparison import Comparison, Part, compare, plan, sheets
from quietude.strategy.comparison.dates import gap, moved
from quietude.strategy.portraits import Portrait

Data = dict[str, Any]


def thing(key: str, name: str) -> Data:
    return {"key": key, "name": name}


def a_sheet(**changes: Any) -> Data:
    """A portrait of a sheet in which every list holds a row."""
    sheet = {
        "external_id": "8a1c5e2e-5f4b-4d55-9a56-111111111111",
        "number": "4",
        "title": "Ouvrir un lieu d’accueil",
        "axis": thing("1", "Les jeunes"),
        "objectives": [thing("7", "Accueillir")],
        "status": thing("running", "en cours"),
        "priority": thing("normal", "normale"),
        "visibility": thing("council", "tous les membres du conseil"),
        "lead": thing("3", "Service de prévention"),
        "referent": thing("5", "Yanis Belkacem"),
        "starts_on": "2026-01-01",
        "due_on": "2026-06-30",
        "precision": thing("day", "au jour"),
        "recurrence": thing("monthly", "chaque mois"),
        "age_from": 11,
        "age_to": 16,
        "audiences": [thing("pupils", "collégiens et lycéens")],
        "neighbourhoods": [thing("9", "Les Tilleuls")],
        "description": "Recevoir chaque matin.",
        "context": "Des élèves sont exclus.",
        "public": "collégiens",
        "perimeter": "deux communes",
        "means": "une salle",
        "calendar": "dès la rentrée",
        "evaluation": "un bilan par an",
        "partners": [thing("4", "Collège") | {"part": "propose"}],
        "communes": [thing("99001", "Orve") | {"lead": thing("3", "Service"), "due_on": "2026-05-31"}],
        "steps": [
            {"key": "1", "title": "Convention", "starts_on": "2026-01-15", "due_on": "2026-03-04", "cost": "0.00"}
        ],
        "budget": [
            {
                "key": "1",
                "year": 2026,
                "label": "Encadrant",
                "nature": thing("running", "fonctionnement"),
                "unit": thing("euros", "€"),
                "planned": "14000.00",
            }
        ],
        "funding": [{"key": "1", "funder": "FIPD", "year": 2026, "asked": "8000.00", "granted": "6500.00"}],
        "indicators": [
            {
                "key": "1",
                "title": "Élèves accueillis",
                "definition": "Un élève reçu deux fois compte une fois.",
                "nature": thing("result", "résultat"),
                "unit": "élèves",
                "baseline": "0.00",
                "target": "40.00",
                "direction": thing("up", "plus, c’est mieux"),
                "rhythm": thing("yearly", "chaque année"),
            }
        ],
    }
    return sheet | changes


def a_head() -> Data:
    return {
        "format": 1,
        "title": "Stratégie du Val d’Orve",
        "starts_on": "2024-01-01",
        "ends_on": "2027-12-31",
        "adopted_on": "2024-03-12",
        "deliberation": "2024-14",
        "legal_references": "Code de la sécurité intérieure",
        "description": "Présentation",
        "frameworks": [thing("1", "Cadre national")],
        "axes": [{"key": "1", "title": "Les jeunes", "description": "De onze à vingt-cinq ans"}],
        "objectives": [
            {
                "key": "7",
                "axis": thing("1", "Les jeunes"),
                "title": "Accueillir",
                "description": "Tous",
                "due_on": "2026-12-31",
                "target": "aucun exclu sans accueil",
            }
        ],
    }


def a_portrait() -> Portrait:
    return Portrait(a_head(), [a_sheet()])


def another(value: Any) -> Any:
    """A value of the same kind that says something else."""
    if isinstance(value, dict):
        return thing(f"{value['key']}0", f"{value['name']} bis")
    if isinstance(value, int):
        return value + 1
    if value[:4].isdigit() and value.count("-") == 2:
        return (date.fromisoformat(value) + timedelta(days=12)).isoformat()
    return f"{float(value) + 5:.2f}" if value.replace(".", "").isdigit() else f"{value} autrement"


def places(data: Data, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every value of a portrait, by its path; a named thing is one value, what a row is known by is none."""
    for name, value in data.items():
        if isinstance(value, list):
            for place, row in enumerate(value):
                is_thing = set(row) == {"key", "name"}
                yield from [(*path, name, place)] if is_thing else places(row, (*path, name, place))
        elif name not in ("key", "name") or not path:
            yield (*path, name)


def changed(portrait: Portrait, side: str, path: tuple[Any, ...]) -> Portrait:
    """``portrait`` with one single value that says something else."""
    copy = deepcopy(portrait)
    where: Any = copy.strategy if side == "strategy" else copy.sheets[0]
    for step in path[:-1]:
        where = where[step]
    where[path[-1]] = another(where[path[-1]])
    return copy


SILENT = {("strategy", (name,)) for name in plan.NOT_COMPARED} | {("sheet", (name,)) for name in sheets.NOT_COMPARED}
SILENT |= {("sheet", ("budget", 0, "label"))}
EVERYWHERE = [("strategy", path) for path in places(a_head())] + [("sheet", path) for path in places(a_sheet())]


def sentences(found: Comparison) -> list[str]:
    return [sentence for drift in found.drifts for sentence in drift.sentences]


def test_an_unchanged_strategy_has_nothing_to_compare() -> None:
    found = compare(a_portrait(), a_portrait())
    assert (found.drifts, found.sheets_moved, found.sections) == ([], 0, [])


@pytest.mark.parametrize(("side", "path"), [place for place in EVERYWHERE if place not in SILENT])
def test_each_single_change_gives_one_sentence(side: str, path: tuple[Any, ...]) -> None:
    found = compare(a_portrait(), changed(a_portrait(), side, path))
    assert len(sentences(found)) == 1, sentences(found)
    assert found.sheets_moved == (side == "sheet")
    assert found.count == sum(section.count for section in found.sections) == 1


@pytest.mark.parametrize("name", sorted(sheets.NOT_COMPARED.keys() - {"external_id", "precision"}))
def test_what_is_no_promise_is_silent(name: str) -> None:
    assert compare(a_portrait(), changed(a_portrait(), "sheet", (name,))).drifts == []


@given(some.sets(some.sampled_from([path for side, path in EVERYWHERE if side == "sheet"]), max_size=6))
def test_going_back_says_as_much_as_going_there(paths: set[tuple[Any, ...]]) -> None:
    """Whatever changed together, both directions see the same sheet move, and nothing moves twice."""
    there = a_portrait()
    for path in paths - {("external_id",)}:
        there = changed(there, "sheet", path)
    forth, back = compare(a_portrait(), there), compare(there, a_portrait())
    assert forth.count == back.count
    assert forth.sheets_moved == back.sheets_moved


@pytest.mark.parametrize(
    ("change", "part", "sentence"),
    [
        (
            {"due_on": "2026-12-31"},
            Part.DATES,
            "Fiche 4\u00a0: l’échéance passe du 30\u00a0juin au 31\u00a0décembre 2026, six mois de plus.",
        ),
        (
            {"due_on": "2026-12-31", "precision": thing("month", "au mois")},
            Part.DATES,
            "Fiche 4\u00a0: l’échéance passe du 30\u00a0juin à décembre 2026, six mois de plus.",
        ),
        ({"due_on": None}, Part.DATES, "Fiche 4\u00a0: l’échéance (30\u00a0juin 2026) n’est plus donnée."),
        (
            {"lead": thing("8", "Protection judiciaire de la jeunesse")},
            Part.CONTENT,
            "Fiche 4\u00a0: le pilote passe de «\u00a0Service de prévention\u00a0» à "
            "«\u00a0Protection judiciaire de la jeunesse\u00a0».",
        ),
        (
            {"funding": [{"key": "1", "funder": "FIPD", "year": 2026, "asked": "8000.00", "granted": "5000.00"}]},
            Part.MONEY,
            "Fiche 4\u00a0: pour «\u00a0FIPD\u00a0», "
            "le montant accordé passe de 6\u202f500\u00a0€ à 5\u202f000\u00a0€.",
        ),
        (
            {"audiences": [thing("parents", "parents et familles")]},
            Part.CONTENT,
            "Fiche 4\u00a0: parmi les publics, s’ajoute parents et familles\u202f; sort collégiens et lycéens.",
        ),
        (
            {"axis": thing("2", "Les familles")},
            Part.MEMBERSHIP,
            "Fiche 4\u00a0: la fiche passe de l’axe «\u00a0Les jeunes\u00a0» à l’axe «\u00a0Les familles\u00a0».",
        ),
        ({"status": thing("abandoned", "abandonnée")}, Part.MEMBERSHIP, "Fiche 4\u00a0: l’action est abandonnée."),
    ],
)
def test_sentences_are_those_that_a_colleague_would_say(change: Data, part: Part, sentence: str) -> None:
    found = compare(Portrait(a_head(), [a_sheet()]), Portrait(a_head(), [a_sheet(**change)]))
    assert sentences(found) == [sentence]
    assert [section.part for section in found.sections] == [part]


def test_sheets_that_came_and_went_are_said_once() -> None:
    gone, come = a_sheet(), a_sheet(external_id="8a1c5e2e-5f4b-4d55-9a56-222222222222", number="", title="Veiller")
    found = compare(Portrait(a_head(), [gone]), Portrait(a_head(), [come]))
    assert sentences(found) == [
        "Fiche «\u00a0Veiller\u00a0»\u00a0: «\u00a0Veiller\u00a0» s’ajoute.",
        "Fiche 4\u00a0: «\u00a0Ouvrir un lieu d’accueil\u00a0» n’est plus dans la stratégie.",
    ]
    assert [drift.gone for drift in found.drifts] == [False, True]


def test_a_new_name_for_the_same_thing_is_no_change() -> None:
    found = compare(
        Portrait(a_head(), [a_sheet(lead=thing("", "Service de prévention"))]),
        Portrait(a_head(), [a_sheet(lead=thing("3", "Service de prévention"))]),
    )
    renamed = compare(a_portrait(), Portrait(a_head(), [a_sheet(lead=thing("3", "Direction de la prévention"))]))
    assert found.drifts == renamed.drifts == []


def test_the_money_of_the_whole_is_added_up() -> None:
    line = {"key": "1", "funder": "FIPD", "year": 2026, "asked": "9500.00", "granted": "6500.00"}
    found = compare(a_portrait(), Portrait(a_head(), [a_sheet(funding=[line])]))
    assert [(t.name, int(t.signed or 0), int(t.today or 0), t.moved) for t in found.totals] == [
        ("Prévu", 14000, 14000, False),
        ("Demandé", 8000, 9500, True),
        ("Accordé", 6500, 6500, False),
        ("FIPD", 8000, 9500, True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2026-06-30", "2026-12-31", "six mois"),
        ("2026-01-15", "2027-04-15", "un an et trois mois"),
        ("2026-06-30", "2026-07-01", "un jour"),
        ("2026-06-01", "2026-06-30", "29 jours"),
        ("2026-06-10", "2026-09-30", "environ quatre mois"),
        ("2028-12-31", "2026-12-31", "deux ans"),
    ],
)
def test_a_gap_is_said_as_one_says_it(old: str, new: str, words: str) -> None:
    assert gap(date.fromisoformat(old), date.fromisoformat(new)) == words


def test_years_and_elisions() -> None:
    year, month = ("year", "year"), ("month", "month")
    assert moved("la fin", "2026-12-31", "2027-12-31", precisions=year)[0].sentence == (
        "la fin passe de 2026 à 2027, un an de plus"
    )
    assert moved("le début", "2026-10-01", "2026-08-01", precisions=month, said=("plus tard", "plus tôt"))[
        0
    ].sentence == ("le début passe d’octobre à août 2026, deux mois plus tôt")
