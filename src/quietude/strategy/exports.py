"""The table of sheets as a file."""

from collections.abc import Iterable

from django.http import HttpResponseBase

from quietude.kit.tables import WRITERS, Table, table_response
from quietude.strategy.models import ActionSheet

__all__ = ["WRITERS", "sheets_as_file"]

COLUMNS = (
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


def sheets_as_file(sheets: Iterable[ActionSheet], extension: str) -> HttpResponseBase:
    """The sheets, one a row, in the order shown on the page; the identifier stays the same for ever."""
    rows = (
        (
            sheet.number,
            str(sheet.axis),
            sheet.title,
            sheet.get_status_display(),
            sheet.lead_label,
            sheet.starts_on,
            sheet.due_on,
            sheet.public,
            sheet.perimeter,
            sheet.planned_total,
            str(sheet.external_id),
        )
        for sheet in sheets
    )
    return table_response(Table("Fiches action", COLUMNS, rows), extension, "fiches-action")
