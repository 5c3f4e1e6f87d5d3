"""Acts on the money of a sheet, outside the form of its rows."""

from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.models import FundingLine
from quietude.strategy.services.sheets import note_in_journal
from quietude.strategy.services.turns import take_turn

SECTION = "funding_lines"
JUSTIFIED = FundingLine.State.JUSTIFIED


def hand_in_report(here: Here, line: FundingLine) -> bool:
    """Say that the financial report of a grant leaves today; gives whether it was still awaited."""
    awaited = line.is_agreed and line.granted != 0 and line.state != JUSTIFIED and line.justified_on is None
    if awaited:
        _write(here, line, state=JUSTIFIED, justified_on=timezone.localdate())
        note_in_journal(here, line.sheet, f"Compte rendu financier remis : {_said(line)}.")
    return awaited


def take_report_back(here: Here, line: FundingLine) -> None:
    """The undo of ``hand_in_report``: the grant is paid or granted again, as its amounts say."""
    if line.state == JUSTIFIED:
        before = FundingLine.State.GRANTED if line.paid is None else FundingLine.State.PAID
        _write(here, line, state=before, justified_on=None)
        note_in_journal(here, line.sheet, f"Compte rendu financier de nouveau attendu : {_said(line)}.")


def _write(here: Here, line: FundingLine, **values: Any) -> None:
    take_turn(here, line.sheet, SECTION)
    FundingLine.objects.filter(pk=line.pk).update(**values)
    note_money(here, line, state=str(values["state"]))


def note_money(here: Here, line: FundingLine, **details: Any) -> None:
    """The line of the register for an act on one grant or request."""
    here.write_register(
        "sheet_funding_save",
        object_type="sheet",
        object_reference=line.sheet.external_id,
        line=line.pk,
        **details,
    )


def _said(line: FundingLine) -> str:
    return f"{line.funder}, {line.year}" if line.year else line.funder
