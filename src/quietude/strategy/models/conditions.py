"""What a list asks of a sheet, as conditions on its own row: the same words filter, count and name a tab."""

from datetime import date

from django.db.models import Q

from quietude.strategy.models.vocabulary import OPEN, Status


def late(on: date) -> Q:
    """Open, and its deadline or that of one commune has passed on the day ``on``."""
    return Q(next_due_on__lt=on)


def due_within(on: date, until: date) -> Q:
    """Open, and its own deadline falls between ``on`` and ``until``, both included."""
    return Q(status__in=OPEN, due_on__range=(on, until))


def blocked() -> Q:
    return Q(status=Status.BLOCKED)


def unfunded() -> Q:
    """Open, without any amount: none planned, not even zero euros."""
    return Q(status__in=OPEN, planned_total__isnull=True)


def without_lead() -> Q:
    return Q(status__in=OPEN, lead__isnull=True, lead_name="")


def without_indicator() -> Q:
    return Q(status__in=OPEN, has_indicator=False)
