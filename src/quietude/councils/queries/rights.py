"""« Qui peut voir quoi », from the matrix itself: what is shown is what the gate asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from quietude.permissions.matrix import Can
from quietude.permissions.roles import Role
from quietude.permissions.table import Row, holders, table

TOPICS = {
    "dashboard": "Tableau de bord",
    "strategy": "Stratégie",
    "sheet": "Fiches action",
    "council": "Conseil",
    "contacts": "Membres et coordonnées",
    "seat": "Comptes",
    "matrix": "Transparence",
    "register": "Registre",
    "outbox": "Courriels",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One capability, and who holds it, in words."""

    row: Row
    holders: str


@dataclass(frozen=True, slots=True)
class RightsTable:
    """The whole matrix by topic, and what my own roles let me do."""

    topics: dict[str, list[Line]]
    mine: list[str]


def rights_table(roles: Iterable[Role] = ()) -> RightsTable:
    """Every capability, grouped by what it is about; ``roles`` are those held where the page is read."""
    held = frozenset(roles)
    topics: dict[str, list[Line]] = {}
    for row in table():
        topics.setdefault(_topic(row.capability), []).append(Line(row, holders(row.roles)))
    return RightsTable(topics, [row.sentence for row in table() if held & row.roles])


def _topic(capability: Can) -> str:
    resource = capability.partition(":")[0]
    return TOPICS.get(resource, resource.capitalize())
