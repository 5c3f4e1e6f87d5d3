"""In which order the sheets stand, and under which heads: keys that are never absent, so that a page has an edge.

A missing deadline is the farthest, a missing amount is less than zero: reversing an order reverses it wholly.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, CharField, F, IntegerField, Value, When
from django.db.models.functions import Coalesce, Lower, NullIf

from quietude.strategy.models.vocabulary import Priority, Status

FAR, LAST, NOTHING = Value(date(9999, 12, 31)), Value("\U0010fffd"), Value(Decimal(-1))


def _rank(name: str, values: list[str]) -> Case:
    """The rank of a choice in its own list, rather than the alphabet's."""
    return Case(
        *(When(**{name: value}, then=Value(rank)) for rank, value in enumerate(values)),
        default=Value(len(values)),
        output_field=IntegerField(),
    )


def _text(*names: str) -> Lower:
    """The first of these texts that says something; after all the others when none does."""
    return Lower(Coalesce(*(NullIf(F(name), Value("")) for name in names), LAST, output_field=CharField()))


LEAD = _text("lead__short_name", "lead__name", "lead_name")
SORTS: dict[str, Any] = {
    "numero": None,
    "titre": F("sort_title"),
    "pilote": LEAD,
    "etat": _rank("status", Status.values),
    "priorite": _rank("priority", Priority.values),
    "debut": Coalesce("starts_on", FAR),
    "echeance": Coalesce("due_on", FAR),
    "prevu": Coalesce("planned_total", NOTHING),
    "avancement": F("progress"),
    "complete": F("completeness_percent"),
    "modifiee": F("changed_at"),
}
"""Without a key of its own, the order of the plan."""


@dataclass(frozen=True, slots=True)
class Group:
    """How sheets are gathered: the keys that order the groups, the column that names each, what an empty one says."""

    label: str
    keys: tuple[Any, ...] = ()
    name: str = ""
    none: str = ""
    choices: Any = None
    member: str = ""
    """The row by which a sheet stands in a group, when it may stand in several."""


GROUPS: dict[str, Group] = {
    "plan": Group("Plan", (F("axis__position"), F("axis")), "axis__title", "Actions sans axe"),
    "objectif": Group(
        "Objectif",
        (
            Coalesce("served__objective__axis__position", 0),
            Coalesce("served__objective__position", 0),
            _text("served__objective__title"),
        ),
        "served__objective__title",
        "Aucun objectif",
        member="served__objective",
    ),
    "pilote": Group("Pilote", (LEAD,), none="Sans pilote"),
    "etat": Group("État", (SORTS["etat"],), "status", choices=Status),
    "commune": Group(
        "Commune",
        (_text("communes__commune__name"),),
        "communes__commune__name",
        "Aucune commune en particulier",
        member="communes__commune",
    ),
    "priorite": Group("Priorité", (SORTS["priorite"],), "priority", choices=Priority),
    "rien": Group("Rien"),
}
