"""Mails of the money: each step once, to the coordination only, with nothing in them that names or quotes."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from quietude.councils.services.rules import load_legal_rules
from quietude.kit.jobs import jobs
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, FundingCall, FundingLine
from quietude.strategy.services.reminders import remind_of_calls, remind_of_reports, step_reached
from quietude.strategy.tests.stage import write_strategy
from quietude.strategy.tests.test_calls import sent, write_call
from quietude.strategy.tests.test_sheet_money import YEAR, grant
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def mails() -> list[str]:
    """The texts that left, in order."""
    return [f"{message.to} {message.subject} {message.body}" for message in mail.outbox]


@pytest.mark.parametrize(
    ("left", "last", "step"),
    [(31, None, None), (30, None, 30), (13, 30, None), (12, 30, 12), (11, 12, None), (2, 30, 3), (0, 3, None),
     (-1, None, None)],
)  # fmt: skip
def test_each_step_comes_once_and_a_missed_day_is_made_up(left: int, last: int | None, step: int | None) -> None:
    assert step_reached(left, (30, 12, 3), last) == step


def test_a_call_that_closes_is_announced_three_times(cast: Cast, client_of: Callable) -> None:
    sheet = write_strategy(cast.council)[0]
    call = write_call(sheet, title="Un titre choisi par quelqu’un", closes_on=date(2027, 2, 16))
    days = [
        date(2027, 1, 16),
        date(2027, 1, 17),
        date(2027, 1, 20),
        date(2027, 2, 4),
        date(2027, 2, 14),
        date(2027, 2, 16),
    ]
    assert [remind_of_calls(day) for day in days] == [0, 1, 0, 1, 1, 0]
    assert remind_of_calls(date(2027, 2, 17)) == 0
    text = mails()[0]
    assert "16 février 2027" in text.replace("\u00a0", " ")
    assert "FIPD D" in text
    assert "Un titre choisi" not in text
    assert cast[Role.COORDINATOR].email in " ".join(mails())
    assert cast[Role.EDUCATION].email not in " ".join(mails())
    assert cast.former.email not in " ".join(mails())
    assert cast.neighbour.email not in " ".join(mails())
    FundingCall.objects.filter(pk=call.pk).update(withdrawn_on=date(2027, 1, 1), reminded_days=None)
    assert remind_of_calls(date(2027, 2, 14)) == 0, "a call closed before its term is announced no more"


def test_another_closing_day_is_announced_anew(cast: Cast, client_of: Callable) -> None:
    call = write_call(write_strategy(cast.council)[0])
    today = timezone.localdate()
    assert remind_of_calls(today) == 1
    assert remind_of_calls(today) == 0
    later = today + timedelta(days=28)
    edit = reverse("call_edit", args=[cast.council.slug, call.pk])
    call.refresh_from_db()
    client_of(Role.COORDINATOR).post(edit, sent(version=call.version, closes_on=f"{later:%d/%m/%Y}"))
    assert remind_of_calls(today) == 1


def test_a_report_is_recalled_before_it_is_due(cast: Cast) -> None:
    load_legal_rules()
    sheet, other = write_strategy(cast.council)
    grant(sheet, year=2026)
    grant(other, year=2026, state="justified", justified_on=date(2027, 2, 1))
    assert remind_of_reports(date(2027, 4, 30)) == 0
    assert remind_of_reports(date(2027, 5, 1)) == 1
    assert remind_of_reports(date(2027, 5, 2)) == 0
    assert remind_of_reports(date(2027, 6, 15)) == 1
    text = mails()[0].replace("\u00a0", " ")
    assert "1 compte rendu financier, au plus tard le 30 juin 2027" in text
    assert sheet.title not in text
    FundingLine.objects.update(reminded_days=None)
    ActionSheet.objects.update(outside_strategy=True)
    assert remind_of_reports(date(2027, 6, 15)) == 0, "a partner answers for its own grants"


def test_without_a_rule_nothing_is_recalled(cast: Cast) -> None:
    grant(write_strategy(cast.council)[0], year=YEAR - 1)
    assert remind_of_reports(date(YEAR, 6, 20)) == 0


def test_the_platform_does_it_every_morning() -> None:
    assert jobs["remind_of_money"].daily is not None
