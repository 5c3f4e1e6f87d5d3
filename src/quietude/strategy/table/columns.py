"""The columns of the table: their names in the address, their heads, and which of them one may sort by."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``name`` is its word in the address (``col=``), and in ``tri=`` when one may sort by it."""

    name: str
    head: str
    sorts: bool = True
    number: bool = False
    shown: bool = False
    """Whether it is there when nobody chose."""


ALWAYS = (Column("numero", "N°", number=True), Column("titre", "Fiche"))
CHOICES = (
    Column("axe", "Axe", sorts=False),
    Column("objectifs", "Objectifs", sorts=False),
    Column("pilote", "Pilote", shown=True),
    Column("etat", "État", shown=True),
    Column("priorite", "Priorité"),
    Column("debut", "Début"),
    Column("echeance", "Échéance", shown=True),
    Column("communes", "Communes", sorts=False),
    Column("publics", "Publics", sorts=False),
    Column("financeurs", "Financeurs", sorts=False),
    Column("prevu", "Prévu", number=True, shown=True),
    Column("avancement", "Avancement"),
    Column("complete", "Complète à", shown=True),
    Column("modifiee", "Modifiée le"),
)


def chosen_columns(asked: Sequence[str]) -> tuple[Column, ...]:
    """The columns that ``col=`` asks for, in their own order; those shown by default when it asks for none."""
    chosen = tuple(column for column in CHOICES if column.name in asked)
    return (*ALWAYS, *(chosen or (column for column in CHOICES if column.shown)))


def is_default(columns: Sequence[Column]) -> bool:
    return [column.name for column in columns[len(ALWAYS) :]] == [column.name for column in CHOICES if column.shown]
