"""The tables of the money as files: what the page shows, one row a line."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponseBase

from quietude.kit.tables import Table, table_response
from quietude.strategy.models import ActionSheet, BudgetLine, FundingLine
from quietude.strategy.money_filters import MoneyFilter

LINES = (
    "N°",
    "Fiche",
    "Financeur",
    "Année",
    "État",
    "Demandé (€)",
    "Accordé (€)",
    "Versé (€)",
    "Un an seulement",
    "Appel à projets",
    "Compte rendu remis le",
    "Observation",
    "Identifiant de la fiche",
)
COSTS = ("N°", "Fiche", "Année", "Dépense", "Nature", "Unité", "Prévu", "Réel", "Identifiant de la fiche")
ONE_YEAR = ("N°", "Fiche", "Pilote", "Dernière année accordée", "Identifiant de la fiche")


def _line(line: FundingLine) -> tuple[Any, ...]:
    return (
        line.sheet.number,
        line.sheet.title,
        line.funder,
        line.year,
        line.get_state_display(),
        line.asked,
        line.granted,
        line.paid,
        "oui" if line.one_year else "",
        line.call.title if line.call else "",
        line.justified_on,
        line.note,
        str(line.sheet.external_id),
    )


def _cost(cost: BudgetLine) -> tuple[Any, ...]:
    return (
        cost.sheet.number,
        cost.sheet.title,
        cost.year,
        cost.label,
        cost.get_nature_display(),
        cost.get_unit_display(),
        cost.planned,
        cost.real,
        str(cost.sheet.external_id),
    )


def _one_year(sheet: Any) -> tuple[Any, ...]:
    return (sheet.number, sheet.title, sheet.lead_label, sheet.last_granted_year, str(sheet.external_id))


TABLES: dict[str, tuple[str, tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {
    "": ("Financements", LINES, _line),
    "lignes": ("Financements", LINES, _line),
    "comptes-rendus": ("Comptes rendus", LINES, _line),
    "budgets": ("Budgets", COSTS, _cost),
    "un-an": ("Sur un an seulement", ONE_YEAR, _one_year),
}


def money_as_file(table: MoneyFilter, extension: str) -> HttpResponseBase:
    """The rows of the view that is on screen, filtered and sorted as they are there."""
    title, columns, as_row = TABLES[table.view]

    def rows() -> Iterator[tuple[Any, ...]]:
        found: Iterator[ActionSheet | FundingLine | BudgetLine] = table.rows.iterator(chunk_size=500)
        return map(as_row, found)

    name = {"budgets": "budgets", "un-an": "financements-sur-un-an"}.get(table.view, "financements")
    return table_response(Table(title, columns, rows()), extension, name)
