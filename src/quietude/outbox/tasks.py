"""Mail leaves from here: one try per task, after the commit of the act that wrote it."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.tasks import TaskContext, task
from django.utils import timezone

from quietude.kit.tasks import repeatable
from quietude.outbox.models import OutgoingMail
from quietude.outbox.wire import hand_over

PATIENCE = timedelta(hours=24)
"""A mail that has not left by then has failed."""
CLAIM = timedelta(minutes=5)
"""A try that has not said by then how it ended is held for broken off."""
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
RESCUED_AT_ONCE = 20
AFTER_PAGES = -10
"""Priority: behind the work that somebody waits for on the screen, lest a silent mail server hold it up."""

State = OutgoingMail.State


@repeatable(5, pause=60)
@task(priority=AFTER_PAGES, takes_context=True)
def deliver(context: TaskContext, reference: str) -> str:
    """Try once to hand over the mail ``reference``; return its state, or "not due" when another task has it."""
    return try_once(reference, context.task_result.id)


@repeatable(2)
@task(priority=AFTER_PAGES, takes_context=True)
def rescue_mails(context: TaskContext) -> int:
    """Try the mails whose own task was lost, a few at a time: none waits for ever. Return how many were tried."""
    overdue = OutgoingMail.objects.due(timezone.now() - CLAIM).order_by("next_try_at")[:RESCUED_AT_ONCE]
    references = [str(mail.reference) for mail in overdue.only("reference")]
    return sum(try_once(reference, context.task_result.id) != "not due" for reference in references)


@repeatable(3)
@task
def purge_mails() -> int:
    """Erase what was written longer ago than the setting says and no longer waits; return how many rows."""
    limit = timezone.now() - timedelta(days=settings.MAIL_KEPT_DAYS)
    return OutgoingMail.objects.filter(created_at__lt=limit).exclude(state=State.QUEUED).delete()[0]


def try_once(reference: str, task_id: str) -> str:
    """Claim the mail, send it, write how it went.

    A worker killed between the last two sends the mail again: twice rather than never, with the same Message-ID, by
    which many servers, not all, show it once.
    """
    mail = claim(reference, task_id)
    if mail is None:
        return "not due"
    reason = hand_over(mail)
    with transaction.atomic():
        return write_refusal(mail, reason) if reason else write_departure(mail)


def claim(reference: str, task_id: str) -> OutgoingMail | None:
    """Take the mail for this task when its time has come, or when this very task had taken it and was broken off."""
    now = timezone.now()
    waiting = OutgoingMail.objects.filter(reference=reference, state=State.QUEUED)
    mine = waiting.filter(Q(next_try_at__lte=now) | Q(claimed_by=task_id))
    if not mine.update(claimed_by=task_id, next_try_at=now + CLAIM, tries=F("tries") + 1):
        return None
    return OutgoingMail.objects.get(reference=reference)


def write_departure(mail: OutgoingMail) -> str:
    """The mail has left: its text is no longer needed."""
    written = {"state": State.SENT, "ended_at": timezone.now(), "next_try_at": None, "give_up_at": None}
    erased = {"headers": {}, "body": "", "alternatives": [], "attachments": [], "last_error": ""}
    OutgoingMail.objects.filter(pk=mail.pk).update(**written, **erased)
    return State.SENT


def write_refusal(mail: OutgoingMail, reason: OutgoingMail.Reason) -> str:
    """The mail waits for its next try, in a task of its own, or has failed: refused for good, or a day has gone by."""
    now = timezone.now()
    mine = OutgoingMail.objects.filter(pk=mail.pk, claimed_by=mail.claimed_by, state=State.QUEUED)
    next_try_at = now + pause_after(mail.tries)
    if reason.is_final or next_try_at > (mail.give_up_at or now):
        mine.update(state=State.FAILED, ended_at=now, next_try_at=None, last_error=reason)
        return State.FAILED
    if mine.update(next_try_at=next_try_at, last_error=reason):
        deliver.using(run_after=next_try_at).enqueue(str(mail.reference))
    return State.QUEUED


def pause_after(tries: int) -> timedelta:
    """1, 2, 4 … minutes, then every hour."""
    return min(FIRST_PAUSE * 2 ** min(tries - 1, 10), LONGEST_PAUSE)
