"""Writing: a mail is put in the queue, or asked to leave again."""

from collections.abc import Iterator
from email.utils import format_datetime, parseaddr
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, make_msgid
from django.db import transaction
from django.utils import timezone

from quietude.audit.services import record
from quietude.outbox import COUNCIL_HEADER
from quietude.outbox.models import OutgoingMail
from quietude.outbox.tasks import PATIENCE, deliver

State = OutgoingMail.State


class MailNotFound(Exception):
    """No such mail in this council."""


@transaction.atomic
def queue_mail(message: EmailMessage) -> list[OutgoingMail]:
    """Write one row per addressee, in the transaction of the act: mail and act stand or fall together.

    In a demonstration the mail is kept and never leaves. Raises ValueError when a header could not be written, or when
    a file other than text is attached.
    """
    message.message()  # refuses line breaks in headers, before anything is written
    common = as_row(message)
    kept = {"state": State.KEPT, "ended_at": timezone.now()}
    fate = kept if settings.DEMO else in_the_queue()
    addresses = dict.fromkeys(parseaddr(address)[1] or address for address in message.recipients())
    mails = [OutgoingMail.objects.create(recipient=address, **common, **fate) for address in addresses]
    if not settings.DEMO:
        for mail in mails:
            deliver.enqueue(str(mail.reference))
    return mails


@transaction.atomic
def retry_mail(council: UUID, reference: UUID, *, actor: UUID) -> bool:
    """Try again, now and for a day, a mail of ``council`` that was tried in vain; False when it is no longer stuck.

    Raises MailNotFound when the council has no such mail.
    """
    mail = OutgoingMail.objects.of_council(council).filter(reference=reference)
    if not mail.exists():
        raise MailNotFound(reference)
    if not mail.stuck().update(**asked_again()):
        return False
    deliver.enqueue(str(reference))
    record("retry", object_type="mail", object_reference=reference, actor=actor, council=council)
    return True


@transaction.atomic
def retry_failed_mails(council: UUID | None, *, actor: UUID | None) -> int:
    """Try again all that has failed and may leave, of ``council`` or, when None, of the platform; return how many."""
    failed = OutgoingMail.objects.of_council(council).worth_a_retry()
    references = list(failed.values_list("reference", flat=True))
    OutgoingMail.objects.filter(reference__in=references).update(**asked_again())
    for reference in references:
        deliver.enqueue(str(reference))
    if references:
        count = {"count": len(references)}
        record("retry", object_type="mail", object_reference="failed", actor=actor, council=council, details=count)
    return len(references)


def asked_again() -> dict[str, Any]:
    """What becomes of a mail that somebody asks to leave again."""
    return {"state": State.QUEUED, "tries": 0, "last_error": "", "ended_at": None, "claimed_by": "", **in_the_queue()}


def in_the_queue() -> dict[str, Any]:
    """To be tried now, and given up in a day."""
    now = timezone.now()
    return {"next_try_at": now, "give_up_at": now + PATIENCE}


def as_row(message: EmailMessage) -> dict[str, Any]:
    """What the rows of ``message`` have in common; identifier and date are set once, for all tries."""
    headers = {name.title(): str(value) for name, value in message.extra_headers.items()}
    council = headers.pop(COUNCIL_HEADER.title(), None)
    message_id = headers.pop("Message-Id", "") or make_msgid(domain=parseaddr(message.from_email)[1].rpartition("@")[2])
    headers.setdefault("Date", format_datetime(timezone.localtime()))
    for name, addresses in {"To": message.to, "Cc": message.cc, "Reply-To": message.reply_to}.items():
        if addresses:
            headers.setdefault(name, ", ".join(map(str, addresses)))
    return {
        "council": UUID(council) if council else None,
        "message_id": message_id,
        "sender": message.from_email,
        "subject": str(message.subject),
        "headers": headers,
        "body": str(message.body),
        "body_type": message.content_subtype,
        "alternatives": list(alternatives_of(message)),
        "attachments": list(attachments_of(message)),
    }


def alternatives_of(message: EmailMessage) -> Iterator[list[str]]:
    for content, kind in message.alternatives if isinstance(message, EmailMultiAlternatives) else []:
        yield [str(content), kind]


def attachments_of(message: EmailMessage) -> Iterator[list[str]]:
    """Texts only: a file that is read elsewhere than in the application leaves its rights behind."""
    for attachment in message.attachments:
        name, content, kind = attachment if isinstance(attachment, tuple) else ("", None, "")
        if not isinstance(content, str):
            raise ValueError("A mail carries texts only, attached as (name, text, type).")
        yield [name or "", content, kind or "text/plain"]
