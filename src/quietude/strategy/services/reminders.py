"""Mails of the money: a call that closes, a report that is due. They name no person and quote no sheet."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse

from quietude.audit.services import record
from quietude.councils.models import Council
from quietude.councils.queries.stewards import stewards_of
from quietude.outbox import COUNCIL_HEADER
from quietude.strategy.models import FundingCall, FundingLine
from quietude.strategy.queries.money import report_rule, set_report_dates

CALL_DAYS = (30, 12, 3)
"""Days before a call closes on which the stewards of the council are told."""
REPORT_DAYS = (60, 15)
"""Days before a report is due on which the stewards of the council are told."""


def step_reached(days_left: int, steps: Sequence[int], last: int | None) -> int | None:
    """Which reminder is due with ``days_left`` to go, when ``last`` is the latest one sent; None when none is.

    A day on which nothing ran is made up for the next day; two steps missed give one mail.
    """
    reached = min((step for step in steps if step >= days_left), default=None)
    if days_left < 0 or reached is None or (last is not None and last <= reached):
        return None
    return reached


def remind_of_calls(on: date) -> int:
    """Tell each council of its calls that close soon; gives how many calls were announced."""
    opened = Q(opens_on__isnull=True) | Q(opens_on__lte=on)
    rows = (
        FundingCall.objects.answerable(on)
        .filter(opened)
        .select_related("council", "programme")
        .order_by("council", "closes_on", "pk")
    )
    return _remind(rows, on, CALL_DAYS, "closes_on", "calls")


def remind_of_reports(on: date) -> int:
    """Tell each council of the reports of its grants that are due soon; gives how many reports were announced."""
    lines = FundingLine.objects.reports_awaited(on).filter(sheet__outside_strategy=False)
    rows = list(lines.select_related("council").order_by("council", "year", "pk"))
    set_report_dates(rows, report_rule(on), on)
    return _remind([row for row in rows if row.report_due_on], on, REPORT_DAYS, "report_due_on", "reports")


def _remind(rows: Iterable[Any], on: date, steps: Sequence[int], day: str, matter: str) -> int:
    """Write once to each council of ``rows``, in the transaction that notes what was announced."""
    told = 0
    for council, found in groupby(rows, key=lambda row: row.council):
        due = [(row, step_reached((getattr(row, day) - on).days, steps, row.reminded_days)) for row in found]
        due = [(row, step) for row, step in due if step is not None]
        addresses = stewards_of(council, on).addresses if due else []
        if addresses:
            with transaction.atomic():
                for row, step in due:
                    type(row)._default_manager.filter(pk=row.pk).update(reminded_days=step)
                _send(council, addresses, [row for row, _ in due], matter)
            told += len(due)
    return told


SUBJECTS = {"calls": "Un appel à projets ferme bientôt", "reports": "Un compte rendu financier est attendu"}
PAGES = {"calls": ("call_list", ""), "reports": ("money", "?vue=comptes-rendus")}


def _send(council: Council, addresses: Sequence[str], rows: Sequence[Any], matter: str) -> None:
    """One mail for each address, and one line of the register for the whole."""
    name, query = PAGES[matter]
    page = settings.BASE_URL + reverse(name, args=[council.slug]) + query
    body = render_to_string(f"strategy/mail/{matter}.txt", {"council": council, "rows": rows, "page": page})
    headers = {COUNCIL_HEADER: str(council.reference)}
    for address in addresses:
        EmailMessage(SUBJECTS[matter], body, to=[address], headers=headers).send()
    record(
        f"{matter}_announce",
        object_type="council",
        object_reference=council.reference,
        actor=None,
        council=council.reference,
        details={"mails": len(addresses), "announced": len(rows)},
    )
