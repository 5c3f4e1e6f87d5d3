"""The filters of the table: each has its word in the address, its condition on a sheet, and its words in a chip."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from quietude.strategy.models import (
    FundingLine,
    SheetAudience,
    SheetCommune,
    SheetObjective,
)
from quietude.strategy.models.vocabulary import Category, Priority, Status, Visibility

LONGEST_KEY = 19
"""Digits from which a number is no primary key of any base."""

Condition = Callable[[str], Q | None]
"""What a value of the address asks of a sheet; None for a value that means nothing, which is then ignored."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter; ``closed`` lists its values and words when they are always the same."""

    name: str
    label: str
    condition: Condition
    closed: tuple[tuple[str, str], ...] = ()
    is_date: bool = False
    none: str = "Tous"
    """What the first line of the list says: nothing is chosen."""


def _key(name: str) -> Condition:
    return lambda value: Q(**{name: int(value)}) if value.isdecimal() and len(value) < LONGEST_KEY else None


def _choice(name: str, values: Iterable[str]) -> Condition:
    known = frozenset(values)
    return lambda value: Q(**{name: value}) if value in known else None


def _among(rows: type[Any], ask: Condition) -> Condition:
    """Sheets that have one row of ``rows`` for which ``ask`` holds."""

    def condition(value: str) -> Q | None:
        wanted = ask(value)
        return None if wanted is None else Q(pk__in=rows.objects.filter(wanted).values("sheet"))

    return condition


def _state(value: str) -> Q | None:
    return Q(status=value) if value in Status.values else None


def _year(value: str) -> Q | None:
    """Sheets that run in that year: begun by its end, not ended before it, one of the two days known."""
    if not (value.isdecimal() and len(value) == 4 and value > "1000"):
        return None
    first, last = date(int(value), 1, 1), date(int(value), 12, 31)
    begun = Q(starts_on__lte=last) | Q(starts_on__isnull=True, due_on__isnull=False)
    return begun & (Q(due_on__gte=first) | Q(due_on__isnull=True, starts_on__isnull=False))


def _day(lookup: str) -> Condition:
    def condition(value: str) -> Q | None:
        try:
            return Q(**{f"due_on__{lookup}": date.fromisoformat(value)})
        except ValueError:
            return None

    return condition


def _outside(value: str) -> Q | None:
    return {"oui": Q(outside_strategy=True), "non": Q(outside_strategy=False)}.get(value)


def _funder(value: str) -> Q | None:
    return None if "\0" in value else Q(funder=value)


def _words(choices: Any) -> tuple[tuple[str, str], ...]:
    return tuple((value, str(label).capitalize()) for value, label in choices.choices)


FILTERS = (
    Filter("etat", "État", _state, _words(Status)),
    Filter("axe", "Axe", _key("axis")),
    Filter("objectif", "Objectif", _among(SheetObjective, _key("objective"))),
    Filter("pilote", "Pilote", _key("lead")),
    Filter("commune", "Commune", _among(SheetCommune, _key("commune")), none="Toutes"),
    Filter("public", "Public", _among(SheetAudience, _choice("category", Category.values)), _words(Category)),
    Filter("priorite", "Priorité", _choice("priority", Priority.values), _words(Priority), none="Toutes"),
    Filter("periode", "Période", _year, none="Toutes"),
    Filter("financeur", "Financeur", _among(FundingLine, _funder)),
    Filter("de", "Échéance à partir du", _day("gte"), is_date=True),
    Filter("a", "Échéance jusqu’au", _day("lte"), is_date=True),
    Filter("lisible", "Lisible par", _choice("visibility", Visibility.values), _words(Visibility)),
    Filter(
        "hors",
        "Actions",
        _outside,
        (("non", "De la stratégie"), ("oui", "Hors de la stratégie")),
        none="Toutes",
    ),
)
BY_NAME = {one.name: one for one in FILTERS}
