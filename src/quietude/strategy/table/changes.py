"""The change of several sheets in words: what each is, what it becomes, and which stay as they are."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from quietude.kit.dates import date_text
from quietude.strategy.models import ActionSheet
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.services.batches import Change
from quietude.territories.models import Commune


def described(changes: Iterable[Change]) -> dict[str, Any]:
    """{"changing": [(sheet, before, after)], "staying": [(sheet, why)]}."""
    changes = list(changes)
    return {
        "changing": [(one.sheet, *_words(one)) for one in changes if one.values],
        "staying": [(one.sheet, one.refusal) for one in changes if not one.values],
    }


def _words(change: Change) -> tuple[str, str]:
    """What the sheet says now of what changes, and what it will say."""
    sheet, values = change.sheet, change.values
    if "communes" in values:
        names = dict(Commune.objects.filter(pk__in=values["communes"]).values_list("pk", "name"))
        before = [names[row.commune_id] for row in sheet.communes.all() if row.commune_id in names]
        return ", ".join(sorted(before)) or "aucune commune", ", ".join(sorted(names.values()))
    before = [_value(sheet, name, getattr(sheet, name)) for name in values]
    after = [_value(sheet, name, value) for name, value in values.items()]
    return ", ".join(filter(None, before)), ", ".join(filter(None, after))


def _value(sheet: ActionSheet, name: str, value: Any) -> str:
    if name == "lead":
        return str(value or sheet.lead_name or "sans pilote")
    if isinstance(value, date) or name == "due_on":
        return date_text(value, short=True) if value else "sans échéance"
    choices = dict(ActionSheet._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
    if name == "blocked_by" and value:
        return f"par {value}" if sheet.status != Status.BLOCKED or value else ""
    return str(choices.get(value, value))
