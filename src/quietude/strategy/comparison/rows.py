"""The rows of one sheet in two portraits: steps, indicators, communes, partners."""

from decimal import Decimal
from typing import Any

from quietude.kit.typography import number_text
from quietude.strategy.comparison.dates import AFTER, moved
from quietude.strategy.comparison.money import cost_words
from quietude.strategy.comparison.sentences import (
    Change,
    Part,
    becomes,
    change,
    gathered,
    named,
    passes,
    quoted,
    rewritten,
    same,
    signed,
    thing,
    things,
    today,
)
from quietude.strategy.portraits import Data


def row_changes(before: Data, after: Data) -> list[Change]:
    """Everything that moved in the rows of a sheet, money aside."""
    return [
        *_each(before["steps"], after["steps"], "l’étape", _step_changes),
        *_each(before["indicators"], after["indicators"], "l’indicateur", _indicator_changes),
        *_partner_changes(before["partners"], after["partners"]),
        *_commune_changes(before["communes"], after["communes"]),
    ]


def _each(before: list[Data], after: list[Data], noun: str, compare: Any) -> list[Change]:
    """Rows known by their key: what came, what went, and what ``compare`` says of those that stayed."""
    old, new = ({row["key"]: row for row in rows} for rows in (before, after))
    found: list[Change] = []
    for key, row in new.items():
        found += compare(old[key], row) if key in old else [_membership(noun, row["title"], "s’ajoute", today)]
    return found + [_membership(noun, row["title"], "est retiré", signed) for key, row in old.items() if key not in new]


def _membership(noun: str, title: str, verb: str, tone: Any) -> Change:
    ending = "e" if noun == "l’étape" and verb == "est retiré" else ""
    return change(Part.MEMBERSHIP, f"{noun} ", tone(quoted(title)), f" {verb}{ending}")


def _step_changes(before: Data, after: Data) -> list[Change]:
    step = f"l’étape {quoted(after['title'])}"
    cost = [cost_words(row["cost"]) for row in (before, after)]
    return [
        *becomes(Part.CONTENT, "le titre d’une étape", quoted(before["title"]), quoted(after["title"])),
        *moved(f"le début de {step}", before["starts_on"], after["starts_on"], said=AFTER),
        *moved(
            f"la date de {step}" if None in (before["due_on"], after["due_on"]) else step,
            before["due_on"],
            after["due_on"],
            said=AFTER,
        ),
        *becomes(Part.MONEY, f"le coût de {step}", *cost),
    ]


FIGURES = {"baseline": "la valeur de départ", "target": "la cible"}
CHOICES = {"nature": "la nature", "direction": "le sens", "rhythm": "le rythme des mesures"}


def _indicator_changes(before: Data, after: Data) -> list[Change]:
    """One sentence for an indicator, its definition apart: a figure says nothing without what it counts."""
    values = [("le nom", quoted(before["title"]), quoted(after["title"]))]
    values += [(what, _figure(before, name), _figure(after, name)) for name, what in FIGURES.items()]
    values += [
        (what, quoted(named(before[name])), quoted(named(after[name])))
        for name, what in CHOICES.items()
        if not same(before[name], after[name])
    ]
    if not any(old != new for _, old, new in values):
        values = [("l’unité", quoted(before["unit"]), quoted(after["unit"]))]
    facts = [passes(what, old, new) for what, old, new in values if old != new]
    return [
        *gathered(Part.TARGETS, f"l’indicateur {quoted(before['title'])}", facts),
        *rewritten(Part.TARGETS, f"Définition de {after['title']}", before["definition"], after["definition"]),
    ]


def _figure(indicator: Data, name: str) -> str:
    if indicator[name] is None:
        return ""
    return " ".join(filter(None, [number_text(Decimal(indicator[name])), indicator["unit"]]))


def _partner_changes(before: list[Data], after: list[Data]) -> list[Change]:
    found = things(Part.CONTENT, "les partenaires", before, after)
    for old, new in _pairs(before, after):
        found += becomes(Part.CONTENT, f"la part de {quoted(new['name'])}", quoted(old["part"]), quoted(new["part"]))
    return found


def _commune_changes(before: list[Data], after: list[Data]) -> list[Change]:
    found = things(Part.CONTENT, "les communes", before, after)
    for old, new in _pairs(before, after):
        place = f"pour {new['name']}, "
        found += moved(f"{place}l’échéance", old["due_on"], new["due_on"])
        found += thing(Part.CONTENT, f"{place}le pilote", old["lead"], new["lead"])
    return found


def _pairs(before: list[Data], after: list[Data]) -> list[tuple[Data, Data]]:
    """The rows that are on both sides."""
    return [(old, new) for new in after for old in before if same(old, new)]
