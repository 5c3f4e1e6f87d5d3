"""Acts on one action sheet. Every write says which version it read; two writers never overwrite each other."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.errors import VersionConflict
from quietude.strategy.models import ActionSheet, Axis, JournalEntry, PendingEdit, SheetDocument, Strategy
from quietude.strategy.models.sheet import PLAN_STEP
from quietude.strategy.models.vocabulary import Status, Visibility
from quietude.strategy.searching import index_sheets, sheet_text
from quietude.strategy.services.attachments import discard_documents
from quietude.strategy.services.fields import SEVERAL, read_field, write_several
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.services.turns import take_turn

PENDING_DAYS = 7


def create_sheet(here: Here, strategy: Strategy, values: dict[str, Any]) -> ActionSheet:
    """Add a sheet at the end of its axis."""
    axis: Axis = values["axis"]
    last = _last_position(strategy, axis)
    single = {name: value for name, value in values.items() if name not in SEVERAL}
    if values.get("status") == Status.BLOCKED:
        single["blocked_on"] = timezone.localdate()
    sheet = ActionSheet.objects.create(
        council=here.council, strategy=strategy, position=last + 1, changed_by=here.user, **single
    )
    for name in SEVERAL:
        if keys := values.get(name):
            write_several(sheet, name, keys)
    refresh_summary(sheet)
    note_in_journal(here, sheet, "Fiche créée.")
    here.write_register("sheet_create", object_type="sheet", object_reference=sheet.external_id)
    return sheet


def _last_position(strategy: Strategy, axis: Axis) -> int:
    """The rank of the last sheet of ``axis``, 0 when it has none: read at the end of one index, not by counting."""
    first = axis.position * PLAN_STEP
    ranks = strategy.sheets.filter(plan_rank__gte=first, plan_rank__lt=first + PLAN_STEP)
    return max((ranks.aggregate(last=Max("plan_rank"))["last"] or first) - first, 0)


def save_sheet(here: Here, sheet: ActionSheet, values: dict[str, Any], *, version: int) -> ActionSheet:
    """Write ``values`` (a subset of FIELDS) on ``sheet`` as it was at ``version``.

    Raises VersionConflict when someone wrote meanwhile; nothing is then changed.
    """
    changes = {name: value for name, value in values.items() if read_field(sheet, name) != value}
    if not changes:
        return sheet
    take_turn(here, sheet, version=version)
    old_status = sheet.get_status_display()
    for name, value in changes.items():
        if name in SEVERAL:
            write_several(sheet, name, value)
        else:
            setattr(sheet, name, value)
    single = [name for name in changes if name not in SEVERAL]
    if "status" in changes:
        sheet.blocked_on = timezone.localdate() if sheet.status == Status.BLOCKED else None
        single.append("blocked_on")
    sheet.save(update_fields=single)
    refresh_summary(sheet)
    if "status" in changes:
        note_in_journal(here, sheet, f"État : {old_status} → {sheet.get_status_display()}.")
        _tell_what_it_blocked(here, sheet)
    here.write_register("sheet_save", object_type="sheet", object_reference=sheet.external_id, fields=sorted(changes))
    return sheet


def _tell_what_it_blocked(here: Here, sheet: ActionSheet) -> None:
    """Once ``sheet`` is done, the sheets that waited for it say so; a restricted sheet is not named."""
    if sheet.status != Status.DONE:
        return
    named = sheet.visibility != Visibility.RESTRICTED and sheet.number
    words = f"La fiche {sheet.number}, qui la bloquait, est réalisée." if named else "Ce qui la bloquait est réalisé."
    for waiting in sheet.blocks.filter(status=Status.BLOCKED):
        note_in_journal(here, waiting, words)


def keep_pending_edit(here: Here, sheet: ActionSheet, raw: dict[str, str], *, version: int) -> PendingEdit:
    """Keep what was written against an older version, seven days, so that the conflict page loses nothing."""
    PendingEdit.objects.filter(sheet=sheet, author=here.user).delete()
    now = timezone.now()
    return PendingEdit.objects.create(
        council=here.council,
        sheet=sheet,
        author=here.user,
        base_version=version,
        values=raw,
        started_at=now,
        kept_until=now + timedelta(days=PENDING_DAYS),
    )


def drop_pending_edit(here: Here, sheet: ActionSheet) -> None:
    """Forget what was kept: the conflict is settled."""
    PendingEdit.objects.filter(sheet=sheet, author=here.user).delete()


def delete_sheet(here: Here, sheet: ActionSheet, *, version: int) -> UUID:
    """Remove a sheet and all that hangs on it, as it was at ``version``. Raises VersionConflict."""
    if not ActionSheet.objects.filter(pk=sheet.pk, version=version).exists():
        raise VersionConflict
    reference = sheet.external_id
    discard_documents(SheetDocument.objects.filter(sheet=sheet))
    here.write_register("sheet_delete", object_type="sheet", object_reference=reference)
    sheet_text.drop(sheet.pk)
    sheet.delete()
    return reference


def note_in_journal(here: Here, sheet: ActionSheet, text: str) -> JournalEntry:
    """A line that the platform writes by itself."""
    return JournalEntry.objects.create(council=here.council, sheet=sheet, text=text, author=here.user, automatic=True)


def write_in_journal(here: Here, sheet: ActionSheet, text: str, *, kind: str = JournalEntry.Kind.NOTE) -> JournalEntry:
    """A dated sentence that a member writes on a sheet: a fact, or a decision and its reason."""
    entry = JournalEntry.objects.create(council=here.council, sheet=sheet, text=text, author=here.user, kind=kind)
    index_sheets([sheet])
    here.write_register("sheet_journal", object_type="sheet", object_reference=sheet.external_id)
    return entry
