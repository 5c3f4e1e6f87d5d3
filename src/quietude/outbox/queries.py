"""Reads: the page « Courriels », the figure beside its name, and what ``doctor`` says."""

from uuid import UUID

from django.conf import settings
from django.db.models import Case, Count, Q, QuerySet, When

from quietude.outbox.models import OutgoingMail

State = OutgoingMail.State
_NEVER_SHOWN = ("body", "alternatives", "attachments", "headers")
"""The text of a mail may hold a signed link: whoever reads it could open another's account. In a demonstration, where
everybody may take every seat, it is shown instead of being sent."""


def mails(council: UUID, *, state: str = "", words: str = "") -> QuerySet[OutgoingMail]:
    """The mails of a council without their text: what failed, what waits, the rest; of one state when named,
    with ``words`` in the address or the subject."""
    urgency = Case(When(state=State.FAILED, then=0), When(state=State.QUEUED, then=1), default=2)
    found = OutgoingMail.objects.of_council(council).defer(*([] if settings.DEMO else _NEVER_SHOWN))
    if state:
        found = found.filter(state=state)
    for word in words.split():
        found = found.filter(Q(recipient__icontains=word) | Q(subject__icontains=word))
    return found.annotate(urgency=urgency).order_by("urgency", "-created_at", "-id")


def mail_counts(council: UUID) -> dict[str, int]:
    """How many mails of a council in each state: ``{"queued": 0, "sent": 12, "failed": 1, "kept": 0}``."""
    counts = OutgoingMail.objects.of_council(council).order_by().values_list("state").annotate(Count("id"))
    return dict.fromkeys(State.values, 0) | dict(counts)


def retry_count(council: UUID) -> int:
    """How many mails of a council have failed and may leave if asked again."""
    return OutgoingMail.objects.of_council(council).worth_a_retry().count()


def stuck_mails(council: UUID | None) -> QuerySet[OutgoingMail]:
    """The mails of a council (of the platform when None) that were tried and have not left, without their text."""
    return OutgoingMail.objects.of_council(council).stuck().defer(*_NEVER_SHOWN)


def stuck_total() -> int:
    """How many mails of the whole installation were tried and have not left."""
    return OutgoingMail.objects.stuck().count()
