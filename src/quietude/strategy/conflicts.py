"""Two people wrote on one sheet: what differs, field by field, and what the second one chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.forms import sent_version
from quietude.strategy.field_words import DATES, LONG_TEXTS, State, differing, in_words, label_of, read_names
from quietude.strategy.forms.sheets import SheetForm, comparable
from quietude.strategy.models import ActionSheet, PendingEdit
from quietude.strategy.services import sheets as services
from quietude.strategy.services.fields import FIELDS, as_sent, sent_form


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the two versions do not say alike; ``chosen`` is the side that changed it: "saved" or "mine"."""

    name: str
    label: str
    saved: str
    mine: str
    chosen: str
    can_keep_both: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """The saved sheet, what was written against an older version, and where they differ."""

    sheet: ActionSheet
    pending: PendingEdit
    mine: dict[str, Any]
    """The values of the second writer, ready to be saved."""
    differences: list[Difference]

    @property
    def same(self) -> int:
        """How many fields the two versions say alike."""
        return len(FIELDS) - 1 - len(self.differences)


def find_conflict(here: Here, sheet: ActionSheet) -> Conflict | None:
    """What ``here.user`` left unsettled on ``sheet``; None when nothing waits or the seven days have passed."""
    pending = sheet.pending_edits.filter(author=here.user, kept_until__gt=timezone.now()).first()
    if pending is None:
        return None
    form = SheetForm(here, sheet.strategy, {**pending.values, "version": sheet.version}, sheet=sheet)
    form.is_valid()
    written = {name: comparable(form.cleaned_data[name]) for name in FIELDS if name in form.cleaned_data}
    saved, base = sent_form(sheet), _base_values(sheet, pending.base_version)
    mine = saved | {name: as_sent(value) for name, value in written.items()}
    names = read_names(here, (saved, mine))
    differences = [
        Difference(
            name=name,
            label=label_of(name),
            saved=in_words(saved, name, names),
            mine=in_words(mine, name, names),
            chosen="mine" if name in differing(base, mine) else "saved",
            can_keep_both=name in LONG_TEXTS,
        )
        for name in differing(saved, mine)
    ]
    return Conflict(sheet, pending, written, differences)


def _base_values(sheet: ActionSheet, version: int) -> State:
    """The fields as they stood at ``version``: the first state kept from then on."""
    kept = sheet.versions.filter(number__gte=version, section="").order_by("number").first()
    return kept.values if kept else sent_form(sheet)


def settle(here: Here, conflict: Conflict, choices: Mapping[str, str]) -> None:
    """Write the choice made for each field: "saved" (the rule), "mine" or "both" (long texts, one after the other).

    Raises VersionConflict when a third version came meanwhile: the page is then shown again.
    """
    values: dict[str, Any] = {}
    for difference in conflict.differences:
        name = difference.name
        choice = choices.get(name, "saved")
        if choice == "mine":
            values[name] = conflict.mine[name]
        elif choice == "both" and difference.can_keep_both:
            values[name] = f"{getattr(conflict.sheet, name)}\n{conflict.mine[name]}"
    if values.keys() & set(DATES):
        values["precision"] = conflict.mine["precision"]
    if values:
        services.save_sheet(here, conflict.sheet, values, version=sent_version(choices))
    services.drop_pending_edit(here, conflict.sheet)
