"""The mayor’s page of the week: one page whatever the size, and a mail that tells nothing of the sheets."""

import io
from collections.abc import Callable
from datetime import date, timedelta

import pdfplumber
import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from quietude.permissions.roles import Role
from quietude.strategy.models import JournalEntry, Step
from quietude.strategy.services.summary import refresh_summaries
from quietude.strategy.tasks import send_points
from quietude.strategy.tests.stage import write_strategy
from tests.cast import NAMES, Cast

pytestmark = pytest.mark.django_db

# Session, person, second factor, savepoint, seats, strategy, then the rail and what the page itself reads.
QUERIES = 21


def a_week(cast: Cast, sheets: int = 4) -> None:
    """Sheets of every kind: late, blocked, due soon, with a step done and a decision this week."""
    written, today = write_strategy(cast.council, sheets), timezone.localdate()
    for rank, sheet in enumerate(written):
        sheet.status = ("running", "blocked", "running", "done")[rank % 4]
        sheet.blocked_by = "la signature de la convention" if sheet.status == "blocked" else ""
        sheet.due_on = today + timedelta(days=(-4, 90, 5, -40)[rank % 4])
        sheet.save()
        own = {"council": cast.council, "sheet": sheet}
        Step.objects.create(**own, title="Local trouvé", done_on=today)
    JournalEntry.objects.create(**own, kind="decision", text="Ouvrir le soir.")
    refresh_summaries(written)


@pytest.mark.parametrize("sheets", [4, 40])
def test_the_page_says_what_asks_for_a_decision(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, sheets: int
) -> None:
    a_week(cast, sheets)
    client = client_of(Role.CHAIR)
    with django_assert_num_queries(QUERIES):
        page = client.get(reverse("weekly_point", args=[cast.council.slug])).content.decode()
    assert "Bloquée : 2. Action du rang 2" in page.replace("\u00a0", " ")
    assert "Étape faite" in page
    assert "Ouvrir le soir" in page


def test_four_hundred_sheets_still_make_one_page(cast: Cast, client_of: Callable) -> None:
    a_week(cast, 400)
    answer = client_of(Role.CHAIR).get(reverse("weekly_point_document", args=[cast.council.slug, "pdf"]))
    with pdfplumber.open(io.BytesIO(answer.content)) as document:
        assert len(document.pages) == 1
        assert "autres" in document.pages[0].extract_text()


def test_a_calm_week_is_said_calm(cast: Cast, client_of: Callable) -> None:
    write_strategy(cast.council)
    page = client_of(Role.CHAIR).get(reverse("weekly_point", args=[cast.council.slug])).content.decode()
    assert "Rien ne demande votre attention cette semaine" in page


def test_on_mondays_the_chair_is_told_and_the_mail_tells_nothing_of_the_sheets(cast: Cast) -> None:
    a_week(cast)
    with time_machine.travel(date(2026, 11, 24), tick=False):
        assert send_points.func() == 0
    with time_machine.travel(date(2026, 11, 23), tick=False):
        assert send_points.func() == 1
    sent = mail.outbox[-1]
    assert sent.to == [cast[Role.CHAIR].email]
    text = sent.subject + sent.body
    assert "Action du rang" not in text
    assert not any(name in text for name in NAMES.values())
