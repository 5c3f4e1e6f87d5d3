"""How a sheet stands, read and described in one way: its fields, with one value or several, and its lists of rows."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Field, ForeignKey, QuerySet

from quietude.kit.dates import date_text
from quietude.kit.typography import number_text
from quietude.strategy.models import (
    ActionSheet,
    Measurement,
    SheetAudience,
    SheetCommune,
    SheetNeighbourhood,
    SheetObjective,
)

SINGLE = (
    "axis",
    "number",
    "title",
    "status",
    "priority",
    "weight",
    "lead",
    "lead_name",
    "referent",
    "starts_on",
    "due_on",
    "precision",
    "recurrence",
    "visibility",
    "outside_strategy",
    "blocked_by",
    "blocked_by_sheet",
    "blocked_by_body",
    "description",
    "context",
    "public",
    "age_from",
    "age_to",
    "perimeter",
    "means",
    "calendar",
    "evaluation",
)
SEVERAL: dict[str, tuple[type[Any], str]] = {
    "objectives": (SheetObjective, "objective_id"),
    "communes": (SheetCommune, "commune_id"),
    "neighbourhoods": (SheetNeighbourhood, "neighbourhood_id"),
    "audiences": (SheetAudience, "category"),
}
"""Fields with several values: the rows that hold them, and the column that says each."""
FIELDS = (*SINGLE, *SEVERAL)
"""What the form of a sheet writes, and what a conflict compares."""
NOT_SAID = {"id", "council", "sheet", "position", "upload", "by", "added_by", "reminded_days"}
"""Columns of a row that say nothing to a reader of the history."""


def read_field(sheet: ActionSheet, name: str) -> Any:
    """The value of one field; for several values, their keys in order."""
    if name in SINGLE:
        return getattr(sheet, name)
    model, column = SEVERAL[name]
    return sorted(model.objects.filter(sheet=sheet).values_list(column, flat=True))


def sent_form(sheet: ActionSheet) -> dict[str, Any]:
    """The fields of ``sheet`` as its form would send them: texts, ISO dates, primary keys, lists of keys."""
    return {name: as_sent(read_field(sheet, name)) for name in FIELDS}


def as_sent(value: Any) -> Any:
    """A value of a field as a browser would send it; a list of keys stays a list."""
    if isinstance(value, list):
        return [str(key) for key in value]
    if value is None or value is False:
        return ""
    return str(getattr(value, "pk", value)) if value is not True else "on"


def rows_in_words(sheet: ActionSheet, section: str) -> list[dict[str, Any]]:
    """The rows of ``section`` as they stand, in order: [{"key": 12, "name": "Convention signée", "due_on": "…"}]."""
    rows = rows_of(sheet, section)
    said = [field for field in rows.model._meta.concrete_fields if field.name not in NOT_SAID]
    linked = [field.name for field in said if isinstance(field, ForeignKey)]
    return [
        {"key": row.pk, "name": str(row)} | {field.name: words for field in said if (words := _words(row, field))}
        for row in (rows.select_related(*linked) if linked else rows)
    ]


def rows_of(sheet: ActionSheet, section: str) -> QuerySet[Any]:
    """The rows of ``section``, as one reads them on the page."""
    if section == "measurements":
        return Measurement.objects.filter(indicator__sheet=sheet)
    rows: QuerySet[Any] = getattr(sheet, section).all()
    return rows


def _words(row: Any, field: "Field[Any, Any]") -> str:
    """The value of one column as the interface would show it; empty for nothing."""
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    value = getattr(row, field.name)
    if value is None or value is False:
        return ""
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, (int, Decimal)) and value is not True:
        return number_text(value)
    return "oui" if value is True else str(value)
