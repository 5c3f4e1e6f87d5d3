"""The table of sheets as a file: the rows shown, in their order, with the columns chosen."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponseBase

from quietude.kit.tables import WRITERS, Table, table_response
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.queries.table import Row, sheets_in_order
from quietude.strategy.table.columns import CHOICES
from quietude.strategy.table.sheet_table import SheetTable

__all__ = ["WRITERS", "sheets_as_file"]

WHOLE = (
    "N°",
    "Axe",
    "Fiche",
    "État",
    "Pilote",
    "Début",
    "Échéance",
    "Public",
    "Périmètre",
    "Prévu (€)",
    "Identifiant",
)
"""What leaves when nobody chose columns: what a council takes back after it has worked on the file."""
CELLS: dict[str, tuple[str, Callable[[Row], Any]]] = {
    "axe": ("Axe", lambda row: row.axis),
    "objectifs": ("Objectifs", lambda row: row.several["objectifs"]),
    "pilote": ("Pilote", lambda row: row.lead),
    "etat": ("État", lambda row: str(Status(row.status).label)),
    "priorite": ("Priorité", lambda row: row.priority_word),
    "debut": ("Début", lambda row: row.starts_on),
    "echeance": ("Échéance", lambda row: row.due_on),
    "communes": ("Communes", lambda row: row.several["communes"]),
    "publics": ("Publics", lambda row: row.several["publics"]),
    "financeurs": ("Financeurs", lambda row: row.several["financeurs"]),
    "prevu": ("Prévu (€)", lambda row: row.planned),
    "avancement": ("Avancement (%)", lambda row: row.progress),
    "complete": ("Complète à (%)", lambda row: row.complete),
    "modifiee": ("Modifiée le", lambda row: row.changed_at.date()),
}


def sheets_as_file(table: SheetTable, extension: str) -> HttpResponseBase:
    """The sheets, one a row, in the order shown on the page; the identifier stays the same for ever."""
    heads, rows = _chosen(table) if "col" in table.data else (WHOLE, _whole(table))
    return table_response(Table("Fiches action", heads, rows), extension, "fiches-action")


def _chosen(table: SheetTable) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
    names = [column.name for column in table.columns if column in CHOICES]
    heads = ("N°", "Fiche", *(CELLS[name][0] for name in names), "Identifiant")
    cells = [CELLS[name][1] for name in names]
    rows = sheets_in_order(table.here, table.strategy, table.asked, "external_id")
    return heads, (
        (row.number, row.title, *(cell(row) for cell in cells), str(external_id)) for row, (external_id,) in rows
    )


def _whole(table: SheetTable) -> Iterator[tuple[Any, ...]]:
    rows = sheets_in_order(table.here, table.strategy, table.asked, "public", "perimeter", "external_id")
    for row, (public, perimeter, external_id) in rows:
        state, lead = str(Status(row.status).label), row.lead
        days = row.starts_on, row.due_on
        yield row.number, row.axis, row.title, state, lead, *days, public, perimeter, row.planned, str(external_id)
