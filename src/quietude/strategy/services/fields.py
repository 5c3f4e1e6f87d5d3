"""The fields of a sheet, with one value or several, read, compared and written in one way."""

from typing import Any

from quietude.strategy.models import ActionSheet, SheetAudience, SheetNeighbourhood, SheetObjective

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
    "neighbourhoods": (SheetNeighbourhood, "neighbourhood_id"),
    "audiences": (SheetAudience, "category"),
}
"""Fields with several values: the rows that hold them, and the column that says each."""
FIELDS = (*SINGLE, *SEVERAL)
"""What the form of a sheet writes, and what a conflict compares."""


def read_field(sheet: ActionSheet, name: str) -> Any:
    """The value of one field; for several values, their keys in order."""
    if name in SINGLE:
        return getattr(sheet, name)
    model, column = SEVERAL[name]
    return sorted(model.objects.filter(sheet=sheet).values_list(column, flat=True))


def write_several(sheet: ActionSheet, name: str, keys: list[Any]) -> None:
    """Make ``keys`` the values of a field with several; rows that stay are left as they are."""
    model, column = SEVERAL[name]
    rows = model.objects.filter(sheet=sheet)
    rows.exclude(**{f"{column}__in": keys}).delete()
    there = set(rows.values_list(column, flat=True))
    model.objects.bulk_create(
        model(council_id=sheet.council_id, sheet=sheet, **{column: key}) for key in keys if key not in there
    )


def sent_form(sheet: ActionSheet) -> dict[str, Any]:
    """The fields of ``sheet`` as its form would send them: texts, ISO dates, primary keys, lists of keys."""
    return {name: _sent(read_field(sheet, name)) for name in FIELDS}


def _sent(value: Any) -> Any:
    if isinstance(value, list):
        return [str(key) for key in value]
    if value is None or value is False:
        return ""
    return str(getattr(value, "pk", value)) if value is not True else "on"
