"""The table of indicators as a file."""

from collections.abc import Iterable

from django.http import HttpResponseBase

from quietude.kit.tables import Table, table_response
from quietude.strategy.indicator_filters import Row

COLUMNS = (
    "Axe",
    "Fiche",
    "Indicateur",
    "Définition",
    "Nature",
    "Unité",
    "Valeur de départ",
    "Au",
    "Cible",
    "Dernière valeur",
    "Mesurée le",
    "Attendue à cette date",
    "Situation",
    "Rythme",
    "Qui mesure",
    "Source",
)


def indicators_as_file(rows: Iterable[Row], extension: str) -> HttpResponseBase:
    """The indicators, one a row, in the order shown on the page."""
    return table_response(Table("Indicateurs", COLUMNS, map(_cells, rows)), extension, "indicateurs")


def _cells(row: Row) -> tuple[object, ...]:
    indicator = row.indicator
    return (
        str(indicator.sheet.axis),
        str(indicator.sheet),
        indicator.name,
        indicator.definition,
        indicator.get_nature_display(),
        indicator.unit,
        indicator.baseline,
        indicator.baseline_on,
        indicator.target,
        row.last_value,
        row.last_on,
        row.standing.expected,
        row.standing.label,
        indicator.get_rhythm_display(),
        str(indicator.measured_by or ""),
        indicator.source,
    )
