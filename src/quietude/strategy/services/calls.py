"""Acts on the calls for projects: written by the council, since each department sets its own window."""

from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.services.versions import save_version
from quietude.strategy.models import ActionSheet, FundingCall, FundingLine
from quietude.strategy.services.money import SECTION, note_money
from quietude.strategy.services.sheets import note_in_journal
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.services.turns import take_turn


def create_call(here: Here, values: dict[str, Any]) -> FundingCall:
    """Write a call with the window of the department."""
    call = FundingCall.objects.create(council=here.council, **values)
    here.write_register("add", object_type="call", object_reference=call.pk)
    return call


def save_call(here: Here, call: FundingCall, values: dict[str, Any], *, version: int) -> None:
    """Mend a call; another closing day is announced anew. Raises VersionConflict."""
    if values["closes_on"] != call.closes_on:
        values = {**values, "reminded_days": None}
    save_version(call, values, version=version)
    here.write_register("edit", object_type="call", object_reference=call.pk)


def withdraw_call(here: Here, call: FundingCall) -> None:
    """Close a call before its term: it is proposed and announced no more."""
    if FundingCall.objects.filter(pk=call.pk, withdrawn_on__isnull=True).update(withdrawn_on=timezone.localdate()):
        here.write_register("close", object_type="call", object_reference=call.pk)


def restore_call(here: Here, call: FundingCall) -> None:
    """The undo of ``withdraw_call``."""
    if FundingCall.objects.filter(pk=call.pk, withdrawn_on__isnull=False).update(withdrawn_on=None):
        here.write_register("open", object_type="call", object_reference=call.pk)


def prepare_request(here: Here, sheet: ActionSheet, call: FundingCall) -> FundingLine:
    """Note on ``sheet`` that money is to be asked from ``call``; done twice, it is noted once."""
    known = sheet.funding_lines.filter(call=call).first()
    if known:
        return known
    take_turn(here, sheet, SECTION)
    line = FundingLine.objects.create(
        council=here.council,
        sheet=sheet,
        call=call,
        funder=call.programme.funder,
        year=call.year,
        state=FundingLine.State.TO_ASK,
        position=sheet.funding_lines.count(),
    )
    refresh_summary(sheet)
    note_in_journal(here, sheet, f"Demande à préparer : {call.title}.")
    note_money(here, line, call=call.pk)
    return line
