"""Acts on the money of a sheet, outside the form of its rows."""

from typing import Any

from django.db.models import F
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, FundingLine
from quietude.strategy.services.sheets import note_in_journal


def hand_in_report(here: Here, line: FundingLine) -> bool:
    """Say that the financial report of a grant leaves today; gives whether it was still awaited."""
    awaited = FundingLine.objects.granted_money().filter(pk=line.pk, justified_on__isnull=True)
    changed = awaited.update(state=FundingLine.State.JUSTIFIED, justified_on=timezone.localdate())
    if changed:
        touch_sheet(here, line, report="handed_in")
        note_in_journal(here, line.sheet, f"Compte rendu financier remis : {_said(line)}.")
    return bool(changed)


def take_report_back(here: Here, line: FundingLine) -> None:
    """The undo of ``hand_in_report``: the grant is paid or granted again, as its amounts say."""
    before = FundingLine.State.GRANTED if line.paid is None else FundingLine.State.PAID
    handed_in = FundingLine.objects.filter(pk=line.pk, state=FundingLine.State.JUSTIFIED)
    if handed_in.update(state=before, justified_on=None):
        touch_sheet(here, line, report="awaited")
        note_in_journal(here, line.sheet, f"Compte rendu financier de nouveau attendu : {_said(line)}.")


def touch_sheet(here: Here, line: FundingLine, **details: Any) -> None:
    """Raise the version of the sheet, so that a form opened before does not write over this act."""
    ActionSheet.objects.filter(pk=line.sheet_id).update(
        version=F("version") + 1, changed_at=timezone.now(), changed_by=here.user
    )
    here.write_register(
        "sheet_funding_save",
        object_type="sheet",
        object_reference=line.sheet.external_id,
        line=line.pk,
        **details,
    )


def _said(line: FundingLine) -> str:
    return f"{line.funder}, {line.year}" if line.year else line.funder
