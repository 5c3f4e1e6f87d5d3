"""Two people wrote on one sheet: what differs, field by field, and what the second one chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.forms import sent_version
from quietude.strategy.forms.sheets import SheetForm, comparable
from quietude.strategy.models import ActionSheet, PendingEdit
from quietude.strategy.services import sheets as services
from quietude.strategy.services.fields import FIELDS, read_field, sent_form

LONG_TEXTS = ("description", "context", "means", "calendar", "evaluation")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the two versions do not say alike; ``chosen`` is the side that changed it: "saved" or "mine"."""

    name: str
    label: str
    saved: Any
    mine: Any
    chosen: str
    can_keep_both: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """The saved sheet, what was written against an older version, and where they differ."""

    sheet: ActionSheet
    pending: PendingEdit
    form: SheetForm
    differences: list[Difference]

    @property
    def same(self) -> int:
        """How many fields the two versions say alike."""
        return len(FIELDS) - len(self.differences)


def find_conflict(here: Here, sheet: ActionSheet) -> Conflict | None:
    """What ``here.user`` left unsettled on ``sheet``; None when nothing waits or the seven days have passed."""
    pending = sheet.pending_edits.filter(author=here.user, kept_until__gt=timezone.now()).first()
    if pending is None:
        return None
    mine = SheetForm(here, sheet.strategy, {**pending.values, "version": sheet.version}, sheet=sheet)
    mine.is_valid()
    base = _base_values(sheet, pending.base_version)
    differences = [
        Difference(
            name=name,
            label=str(mine.fields[name].label),
            saved=_shown(mine, name, read_field(sheet, name)),
            mine=_shown(mine, name, comparable(mine.cleaned_data.get(name))),
            chosen="saved" if pending.values.get(name, "") == base.get(name, "") else "mine",
            can_keep_both=name in LONG_TEXTS,
        )
        for name in FIELDS
        if comparable(mine.cleaned_data.get(name)) != read_field(sheet, name)
    ]
    return Conflict(sheet, pending, mine, differences)


def _base_values(sheet: ActionSheet, version: int) -> dict[str, str]:
    """The fields as they stood at ``version``: the first state kept from then on."""
    kept = sheet.versions.filter(number__gte=version).order_by("number").first()
    return dict(kept.values) if kept else sent_form(sheet)


def _shown(form: SheetForm, name: str, value: Any) -> Any:
    """A value in words: what the lists of the form call it."""
    field = form.fields[name]
    if not isinstance(field, (forms.ChoiceField, forms.ModelMultipleChoiceField)) or isinstance(value, Model):
        return value
    words = {str(getattr(key, "value", key)): label for key, label in list(field.choices)}  # type: ignore[arg-type]
    keys = value if isinstance(value, list) else [value]
    return ", ".join(str(words.get(str(key), key)) for key in keys if key not in (None, ""))


def settle(here: Here, conflict: Conflict, choices: Mapping[str, str]) -> None:
    """Write the choice made for each field: "saved" (the rule), "mine" or "both" (long texts, one after the other).

    Raises VersionConflict when a third version came meanwhile: the page is then shown again.
    """
    values: dict[str, Any] = {}
    for difference in conflict.differences:
        name = difference.name
        mine = comparable(conflict.form.cleaned_data.get(name))
        choice = choices.get(name, "saved")
        if choice == "mine":
            values[name] = mine
        elif choice == "both" and difference.can_keep_both:
            values[name] = f"{getattr(conflict.sheet, name)}\n{mine}"
    if values:
        services.save_sheet(here, conflict.sheet, values, version=sent_version(choices))
    services.drop_pending_edit(here, conflict.sheet)
