"""What blocks an action: reminding who is awaited, saying that the way is free. A mail names nobody and no matter."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from quietude.accounts.models import User
from quietude.audit.services import record
from quietude.councils.gate import Here
from quietude.kit.typography import counted
from quietude.outbox import COUNCIL_HEADER
from quietude.strategy.models import ActionSheet, JournalEntry
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.queries.blocking import addresses_awaited, addresses_concerned
from quietude.strategy.services.sheets import save_sheet


class AlreadyReminded(Exception):
    """A reminder of this sheet left today, or it is no longer blocked."""


def remind_of_block(sheet: ActionSheet, *, by: User | None) -> int:
    """Write to the members of the body that is awaited, else of the lead; gives to how many, 0 when none can be.

    ``by`` is None when the platform reminds by itself. Raises AlreadyReminded: one reminder a day is enough.
    """
    addresses = addresses_awaited(sheet)
    if not addresses:
        return 0
    today = timezone.localdate()
    waiting = ActionSheet.objects.filter(pk=sheet.pk, status=Status.BLOCKED).exclude(reminded_on=today)
    if not waiting.update(reminded_on=today):
        raise AlreadyReminded
    _send(sheet, addresses, "Une action attend votre réponse", "blocked")
    _note(sheet, f"Blocage rappelé à {counted(len(addresses), 'membre')}.", by)
    _write(sheet, "sheet_remind", by, len(addresses))
    if by is None:
        sheet.council.renew()
    return len(addresses)


def release_block(here: Here, sheet: ActionSheet, *, version: int) -> int:
    """Put a blocked sheet back to running and tell who leads it or takes part; gives how many.

    Raises VersionConflict.
    """
    free = {"status": Status.RUNNING, "blocked_by": "", "blocked_by_sheet": None, "blocked_by_body": None}
    save_sheet(here, sheet, free, version=version)
    addresses = [address for address in addresses_concerned(sheet) if address != here.user.email]
    _send(sheet, addresses, "Une action peut reprendre", "released")
    told = f", {counted(len(addresses), 'membre prévenu')}" if addresses else ""
    _note(sheet, f"Blocage levé{told}.", here.user)
    _write(sheet, "sheet_release", here.user, len(addresses))
    return len(addresses)


def _send(sheet: ActionSheet, addresses: list[str], subject: str, template: str) -> None:
    """One mail for each address, so that nobody reads the others'."""
    page = settings.BASE_URL + reverse("action_sheet", args=[sheet.council.slug, sheet.pk])
    body = render_to_string(f"strategy/mail/{template}.txt", {"sheet": sheet, "page": page})
    headers = {COUNCIL_HEADER: str(sheet.council.reference)}
    named = f"Fiche {sheet.number}\u00a0: {subject[0].lower()}{subject[1:]}" if sheet.number else subject
    for address in addresses:
        EmailMessage(named, body, to=[address], headers=headers).send()


def _note(sheet: ActionSheet, text: str, by: User | None) -> None:
    JournalEntry.objects.create(council=sheet.council, sheet=sheet, text=text, author=by, automatic=True)


def _write(sheet: ActionSheet, verb: str, by: User | None, mails: int) -> None:
    record(
        verb,
        object_type="sheet",
        object_reference=sheet.external_id,
        actor=by.reference if by else None,
        council=sheet.council.reference,
        details={"mails": mails},
    )
