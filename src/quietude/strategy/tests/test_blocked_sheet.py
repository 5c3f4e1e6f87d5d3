"""A sheet is blocked: who is awaited is reminded, once a day, without a name nor a word of it; then it is free."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.councils.models import Organisation
from quietude.outbox import COUNCIL_HEADER
from quietude.permissions.roles import Role
from quietude.strategy.blocking_tasks import remind_of_long_blocks
from quietude.strategy.models import ActionSheet, JournalEntry
from quietude.strategy.services.fields import sent_form
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast, make_member

pytestmark = pytest.mark.django_db
REASON = "Accord de Mme Dupont attendu"


@pytest.fixture
def awaited(cast: Cast) -> Organisation:
    """A body of which two members sit here."""
    body = Organisation.objects.create(council=cast.council, name="Bailleur des Tilleuls", kind="landlord")
    make_member(body, Role.LANDLORD_TRANSPORT, "Irène Castan")
    make_member(body, Role.LANDLORD_TRANSPORT, "Hugo Perret")
    make_member(body, Role.LANDLORD_TRANSPORT, "Ancien Membre", ended=True)
    return body


@pytest.fixture
def sheet(cast: Cast, client_of: Callable, awaited: Organisation) -> ActionSheet:
    """A sheet that was blocked today through its form."""
    first = write_strategy(cast.council)[0]
    save(client_of(Role.COORDINATOR), first, status="blocked", blocked_by=REASON, blocked_by_body=awaited.pk)
    return first


def url(sheet: ActionSheet, name: str = "action_sheet") -> str:
    return reverse(name, args=[sheet.council.slug, sheet.pk])


def save(client: Client, sheet: ActionSheet, **changes: object) -> None:
    sheet.refresh_from_db()
    client.post(url(sheet, "action_sheet_edit"), {**sent_form(sheet), "version": sheet.version, **changes})
    sheet.refresh_from_db()


def page_after(client: Client, sheet: ActionSheet, name: str, **sent: object) -> str:
    answer = client.post(url(sheet, name), sent, follow=True)
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def test_who_is_awaited_is_reminded_once_a_day(
    cast: Cast, client_of: Callable, sheet: ActionSheet, mailoutbox: list[EmailMessage]
) -> None:
    client = client_of(Role.COORDINATOR)
    assert sheet.blocked_on == timezone.localdate()
    assert "Rappel envoyé à 2 membres." in page_after(client, sheet, "block_remind")
    assert "Un rappel est déjà parti aujourd’hui" in page_after(client, sheet, "block_remind")
    assert sorted(mail.to for mail in mailoutbox) == [["hugo.perret@exemple.test"], ["irene.castan@exemple.test"]]
    for mail in mailoutbox:
        assert mail.subject == "Fiche 1\u00a0: une action attend votre réponse"
        assert mail.extra_headers == {COUNCIL_HEADER: str(cast.council.reference)}
        assert url(sheet) in mail.body
        for word in ("Dupont", "Castan", "Aubry", sheet.title):
            assert word not in f"{mail.subject} {mail.body}"
    shown = client.get(url(sheet)).content.decode()
    assert "Dernier rappel : aujourd’hui" in shown.replace("\u00a0", " ")
    assert ">Rappeler" not in shown
    assert JournalEntry.objects.filter(text__startswith="Blocage rappelé").count() == 1
    assert client_of(Role.EDUCATION).post(url(sheet, "block_remind")).status_code == 404


def test_when_nobody_can_be_written_to_the_page_says_so(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    for professional in sheet.blocked_by_body.professionals.all():  # type: ignore[union-attr]
        professional.seats.update(ends_on=timezone.localdate() - timedelta(days=1))
    client = client_of(Role.COORDINATOR)
    assert "Personne n’a été prévenu" in page_after(client, sheet, "block_remind")
    save(client, sheet, lead=Organisation.objects.get(council=cast.council, name="Service de prévention").pk)
    assert "Rappel envoyé à" in page_after(client, sheet, "block_remind"), "the lead stands in"


def test_the_way_is_free_again(
    cast: Cast, client_of: Callable, sheet: ActionSheet, awaited: Organisation, mailoutbox: list[EmailMessage]
) -> None:
    sheet.partners.create(council=cast.council, organisation=awaited)
    client = client_of(Role.COORDINATOR)
    stale = page_after(client, sheet, "block_release", version=0)
    assert "Quelqu’un vient de modifier cette fiche" in stale
    page = page_after(client, sheet, "block_release", version=sheet.version)
    assert "Blocage levé, fiche en cours. 2 membres prévenus." in page
    assert REASON not in page
    sheet.refresh_from_db()
    assert (sheet.status, sheet.blocked_on, sheet.blocked_by) == ("running", None, "")
    assert [mail.subject for mail in mailoutbox] == ["Fiche 1\u00a0: une action peut reprendre"] * 2
    history = client.get(url(sheet, "sheet_history")).content.decode()
    assert REASON in history, "why it was blocked stays in the history"
    assert client_of(Role.EDUCATION).post(url(sheet, "block_release"), {"version": 1}).status_code == 404


def test_once_the_sheet_that_blocks_is_done_the_page_offers_to_go_on(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    other = ActionSheet.objects.get(number="2")
    client = client_of(Role.COORDINATOR)
    save(client, sheet, blocked_by_sheet=other.pk)
    assert "Bloque <a" in client.get(url(other)).content.decode()
    save(client, other, status="done")
    page = client.get(url(sheet)).content.decode().replace("\u202f", " ")
    assert "La fiche 2 est réalisée : lever le blocage ?" in page.replace("\u00a0", " ")
    assert "La fiche 2, qui la bloquait, est réalisée." in page


@pytest.mark.parametrize(("days", "mails"), [(30, 0), (31, 2)])
def test_what_is_blocked_for_long_is_recalled_by_itself_once_a_week(sheet: ActionSheet, days: int, mails: int) -> None:
    ActionSheet.objects.filter(pk=sheet.pk).update(blocked_on=timezone.localdate() - timedelta(days=days))
    assert remind_of_long_blocks.call() == mails
    assert remind_of_long_blocks.call() == 0
    ActionSheet.objects.filter(pk=sheet.pk).update(reminded_on=timezone.localdate() - timedelta(days=7))
    assert remind_of_long_blocks.call() == mails
