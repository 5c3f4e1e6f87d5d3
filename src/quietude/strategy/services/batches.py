"""The same change on several sheets: shown before it is made, checked sheet by sheet, taken back within the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing

from quietude.councils.gate import Here
from quietude.kit.errors import VersionConflict
from quietude.strategy.models import ActionSheet, SheetVersion
from quietude.strategy.queries.batches import chosen_sheets
from quietude.strategy.queries.states import SEVERAL, read_field
from quietude.strategy.services.sheets import save_sheet
from quietude.strategy.table.acts import Act, NotPossible

A_DAY = 86_400
"""Seconds during which a change made on several sheets may be taken back at once."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one sheet is about to become; ``refusal`` says why it stays as it is."""

    sheet: ActionSheet
    values: dict[str, Any]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written, what somebody else had changed meanwhile, and the word by which it is taken back."""

    written: list[ActionSheet]
    left: list[ActionSheet]
    token: str = ""


def plan_changes(act: Act, answer: dict[str, Any], sheets: Iterable[ActionSheet]) -> list[Change]:
    """What ``act`` would write on each sheet: only the values that differ, nothing for a sheet that is already so."""
    return [_change(act, answer, sheet) for sheet in sheets]


def _change(act: Act, answer: dict[str, Any], sheet: ActionSheet) -> Change:
    try:
        values = act.values(sheet, answer)
    except NotPossible as reason:
        return Change(sheet, {}, str(reason))
    differing = {name: value for name, value in values.items() if read_field(sheet, name) != value}
    return Change(sheet, differing, "" if differing else "elle est déjà ainsi")


def apply_changes(here: Here, changes: Iterable[Change], versions: Mapping[int, int]) -> Outcome:
    """Write each change on the sheet as it was at its version in ``versions``; what moved since then is left as it is.

    Runs in the one transaction of the act; each sheet gets its own version and its own line of the register.
    """
    written, left, marks = [], [], []
    for change in changes:
        if not change.values:
            continue
        sheet = change.sheet
        before = sheet.version
        try:
            if versions.get(sheet.pk) != before:
                raise VersionConflict
            save_sheet(here, sheet, change.values, version=before)
        except VersionConflict:
            left.append(sheet)
            continue
        written.append(sheet)
        marks.append([sheet.pk, before, sorted(change.values)])
    return Outcome(written, left, signing.dumps(marks, salt=_salt(here), compress=True) if marks else "")


def take_back(here: Here, token: str) -> Outcome:
    """Give the sheets back what they said before; those that somebody wrote since are left as they are.

    Raises signing.BadSignature for a word that is not of this council, or of another day.
    """
    marks = {pk: (version, names) for pk, version, names in signing.loads(token, salt=_salt(here), max_age=A_DAY)}
    written, left = [], []
    for sheet in chosen_sheets(here, map(str, marks)):
        version, names = marks[sheet.pk]
        former = SheetVersion.objects.filter(sheet=sheet, number=version).values_list("values", flat=True).first()
        if former is None or sheet.version != version + 1:
            left.append(sheet)
            continue
        values = {name: _read_sent(name, former.get(name, "")) for name in names}
        save_sheet(here, sheet, values, version=version + 1)
        written.append(sheet)
    return Outcome(written, left)


def _salt(here: Here) -> str:
    return f"strategy.batches.{here.council.reference}"


def _read_sent(name: str, sent: Any) -> Any:
    """A value as a form sends it, as the sheet holds it; a linked row that is gone is no row."""
    if name in SEVERAL:
        return sorted(int(key) if key.isdecimal() else key for key in sent)
    field: Any = ActionSheet._meta.get_field(name)
    if field.related_model:
        return field.related_model._default_manager.filter(pk=sent).first() if sent else None
    return None if sent == "" and field.null else field.to_python(sent)
