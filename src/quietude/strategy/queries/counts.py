"""Counting the sheets by any of their properties, in one query a page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, Value
from django.db.models.functions import ExtractYear

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Strategy
from quietude.strategy.models.vocabulary import Category, Priority, Recurrence, Status, Visibility
from quietude.territories.models import Commune


@dataclass(frozen=True, slots=True)
class Property:
    """Something by which sheets are counted; ``keep`` is the filter of the table that keeps one value."""

    label: str
    path: str
    """Lookup of the value, from a sheet."""
    words: Callable[[Any], str] = str
    none: str = "non renseigné"
    keep: str = ""
    several: bool = False
    """A sheet may have several values: it then counts once for each."""
    title: str = ""
    """Lookup of the words of the value, when it is a key."""


def _labels(choices: Any) -> Callable[[Any], str]:
    words = dict(choices.choices)
    return lambda value: str(words.get(value, value)).capitalize()


PROPERTIES: dict[str, Property] = {
    "etat": Property("État", "status", _labels(Status), keep="etat"),
    "axe": Property("Axe", "axis_id", title="axis__title", none="Actions sans axe", keep="axe"),
    "objectif": Property(
        "Objectif", "served__objective_id", title="served__objective__title", none="Sans objectif", several=True,
        keep="objectif",
    ),
    "pilote": Property("Pilote", "lead_id", title="lead__name", none="Hors annuaire ou sans pilote", keep="pilote"),
    "commune": Property(
        "Commune", "communes__commune_id", title="communes__commune__name", none="Commune non dite", several=True,
        keep="commune",
    ),
    "public": Property(
        "Public", "audiences__category", _labels(Category), none="Public non dit", several=True, keep="public"
    ),
    "priorite": Property("Priorité", "priority", _labels(Priority), keep="priorite"),
    "rythme": Property("Rythme", "recurrence", _labels(Recurrence), none="Rythme non dit"),
    "echeance": Property("Année d’échéance", "due_year", none="Sans échéance"),
    "financeur": Property("Financeur", "funding_lines__funder", none="Sans financeur", several=True),
    "lecture": Property("Lecture", "visibility", _labels(Visibility)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """One bar: the value, its words, how many sheets have it and how many of them are late."""

    value: Any
    label: str
    sheets: int
    late: int

    def address(self, by: Property, listed: str) -> str:
        """Where the sheets counted are listed; empty when the table has no such filter. ``listed`` is the table's."""
        return f"{listed}?{by.keep}={self.value}" if by.keep and self.value not in (None, "") else ""


def sheet_tallies(here: Here, strategy: Strategy, by: Property, *, on: date) -> list[Tally]:
    """The sheets of the strategy counted by one property, the fullest first, those without value last."""
    rows = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).of_the_strategy()
    counted = (
        rows.annotate(due_year=ExtractYear("due_on"), value=F(by.path), named=F(by.title) if by.title else Value(""))
        .order_by()
        .values("value", "named")
        .annotate(sheets=Count("pk", distinct=True), overdue=Count("pk", filter=Q(next_due_on__lt=on), distinct=True))
    )
    found = [
        Tally(row["value"], _words(by, row["value"], row["named"]), row["sheets"], row["overdue"]) for row in counted
    ]
    return sorted(found, key=lambda one: (one.value in (None, ""), -one.sheets, one.label))


def _words(by: Property, value: Any, named: str | None) -> str:
    if value in (None, ""):
        return by.none[:1].upper() + by.none[1:]
    return (named or by.none) if by.title else by.words(value)


def sheets_by_commune(here: Here, strategy: Strategy, *, on: date) -> list[tuple[Commune, Tally]]:
    """For each commune of the council: how many sheets act there, how many are late."""
    communes = list(here.council.communes.all())
    if len(communes) == 1:  # a sheet need not name the only commune there is
        every = sheet_tallies(here, strategy, PROPERTIES["etat"], on=on)
        whole = Tally(None, communes[0].name, sum(t.sheets for t in every), sum(t.late for t in every))
        return [(communes[0], whole)]
    known = {tally.value: tally for tally in sheet_tallies(here, strategy, PROPERTIES["commune"], on=on)}
    return [(commune, known.get(commune.pk, Tally(commune.pk, commune.name, 0, 0))) for commune in communes]
