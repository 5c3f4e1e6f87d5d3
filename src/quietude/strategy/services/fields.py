"""The fields of a sheet with several values are written by their keys; how they are read is in ``queries.states``."""

from typing import Any

from quietude.strategy.models import ActionSheet
from quietude.strategy.queries.states import FIELDS, SEVERAL, SINGLE, as_sent, read_field, sent_form

__all__ = ["FIELDS", "SEVERAL", "SINGLE", "as_sent", "read_field", "sent_form", "write_several"]


def write_several(sheet: ActionSheet, name: str, keys: list[Any]) -> None:
    """Make ``keys`` the values of a field with several; rows that stay are left as they are."""
    model, column = SEVERAL[name]
    rows = model.objects.filter(sheet=sheet)
    rows.exclude(**{f"{column}__in": keys}).delete()
    there = set(rows.values_list(column, flat=True))
    model.objects.bulk_create(
        model(council_id=sheet.council_id, sheet=sheet, **{column: key}) for key in keys if key not in there
    )
