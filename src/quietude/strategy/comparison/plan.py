"""The head of the strategy, its axes and its objectives in two portraits."""

from collections.abc import Callable, Iterable, Iterator

from quietude.strategy.comparison.dates import AFTER, moved
from quietude.strategy.comparison.sentences import (
    Change,
    Part,
    becomes,
    change,
    named,
    quoted,
    rewritten,
    same,
    signed,
    things,
    today,
)
from quietude.strategy.comparison.subjects import Drift
from quietude.strategy.portraits import Data

NOT_COMPARED = {
    "format": "it is the shape of the portrait",
    "adopted_on": "the act of adopting is what one compares with",
    "deliberation": "the act of adopting is what one compares with",
}
"""What a portrait of the head holds and no sentence says, and why."""


def plan_drifts(before: Data, after: Data) -> Iterator[Drift]:
    """The strategy itself, then its axes, then its objectives; those without change have no sentence."""
    yield Drift("Stratégie", after["title"], _head_changes(before, after))
    yield from _each(before["axes"], after["axes"], "Axe", _axis_changes)
    yield from _each(before["objectives"], after["objectives"], "Objectif", _objective_changes)


def _head_changes(before: Data, after: Data) -> list[Change]:
    return [
        *moved("le début", before["starts_on"], after["starts_on"], said=AFTER),
        *moved("la fin", before["ends_on"], after["ends_on"]),
        *becomes(Part.CONTENT, "le titre", quoted(before["title"]), quoted(after["title"])),
        *things(Part.CONTENT, "les cadres", before["frameworks"], after["frameworks"]),
        *rewritten(Part.CONTENT, "Références juridiques", before["legal_references"], after["legal_references"]),
        *rewritten(Part.CONTENT, "Présentation", before["description"], after["description"]),
    ]


def _axis_changes(before: Data, after: Data) -> list[Change]:
    return [
        *becomes(Part.CONTENT, "le titre", _title(before), _title(after)),
        *rewritten(Part.CONTENT, "Présentation", before["description"], after["description"]),
    ]


def _objective_changes(before: Data, after: Data) -> list[Change]:
    found = [
        *moved("l’échéance", before["due_on"], after["due_on"]),
        *becomes(Part.TARGETS, "la cible", quoted(before["target"]), quoted(after["target"])),
        *becomes(Part.CONTENT, "l’intitulé", _title(before), _title(after)),
        *rewritten(Part.CONTENT, "Présentation", before["description"], after["description"]),
    ]
    if not same(before["axis"], after["axis"]):
        places = [quoted(named(one["axis"])) if one["axis"] else "toute la stratégie" for one in (before, after)]
        found.append(
            change(Part.MEMBERSHIP, "rattaché à ", signed(places[0]), ", il l’est maintenant à ", today(places[1]))
        )
    return found


def _each(
    before: Iterable[Data], after: Iterable[Data], noun: str, compare: Callable[[Data, Data], list[Change]]
) -> Iterator[Drift]:
    old, new = ({row["key"]: row for row in rows} for rows in (before, after))
    for key, row in new.items():
        changes = compare(old[key], row) if key in old else [change(Part.MEMBERSHIP, today("s’ajoute"))]
        yield Drift(f"{noun} {_title(row)}", row["title"], changes)
    for key, row in old.items():
        if key not in new:
            yield Drift(f"{noun} {_title(row)}", row["title"], [change(Part.MEMBERSHIP, signed("est retiré"))])


def _title(row: Data) -> str:
    return quoted(row["title"] or "Actions sans axe")
