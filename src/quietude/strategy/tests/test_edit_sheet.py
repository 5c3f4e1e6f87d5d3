"""A sheet is read and written: two people, their conflict, its journal, its rows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, JournalEntry, Step
from quietude.strategy.services.fields import sent_form
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    return write_strategy(cast.council)[0]


def url(sheet: ActionSheet, name: str = "action_sheet", *args: object) -> str:
    return reverse(name, args=[sheet.council.slug, sheet.pk, *args])


def sent(sheet: ActionSheet, **changes: object) -> dict[str, object]:
    """The form of ``sheet`` as a browser sends it, with ``changes``."""
    return {**sent_form(sheet), "version": sheet.version, **changes}


def test_the_coordinator_writes_and_a_teacher_only_reads(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    teacher = client_of(Role.EDUCATION)
    assert teacher.get(url(sheet)).status_code == 200
    assert teacher.post(url(sheet, "action_sheet_edit"), sent(sheet, title="Autre")).status_code == 404
    answer = client_of(Role.COORDINATOR).post(
        url(sheet, "action_sheet_edit"), sent(sheet, title="Nouveau titre", due_on="30/11/2027"), follow=True
    )
    assert "Nouveau titre" in answer.content.decode()
    assert "30 novembre 2027" in answer.content.decode().replace("\u00a0", " ")


def test_errors_say_what_to_do_and_keep_what_was_typed(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    page = (
        client_of(Role.COORDINATOR)
        .post(url(sheet, "action_sheet_edit"), sent(sheet, due_on="demain", status="blocked", context="Mon constat"))
        .content.decode()
    )
    assert "Écrivez la date comme 30/11/2026, novembre 2026 ou 2026." in page
    assert "Dites ce qui bloque l’action" in page
    assert "Mon constat" in page


def test_two_people_on_one_sheet_are_shown_both_versions(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    mine = sent(sheet, description="Écrit par l’élu", due_on="15/05/2027")
    client_of(Role.COORDINATOR).post(
        url(sheet, "action_sheet_edit"), sent(sheet, description="Écrit par la coordination", public="16-25 ans")
    )
    chair = client_of(Role.CHAIR)
    conflict = chair.post(url(sheet, "action_sheet_edit"), mine, follow=True).content.decode()
    assert "Quelqu’un a modifié cette fiche pendant que vous écriviez" in conflict
    assert "Camille Aubry" in conflict
    sheet.refresh_from_db()
    assert sheet.description == "Écrit par la coordination"
    assert 'name="public" value="saved" checked' in conflict, "only the other changed it"
    assert 'name="due_on" value="mine" checked' in conflict, "only I changed it"
    choices = {"version": sheet.version, "description": "both", "public": "saved", "due_on": "mine"}
    chair.post(url(sheet, "action_sheet_conflict"), choices)
    sheet.refresh_from_db()
    assert sheet.description == "Écrit par la coordination\nÉcrit par l’élu"
    assert sheet.public == "16-25 ans"
    assert sheet.due_on is not None
    assert sheet.due_on.isoformat() == "2027-05-15"


def test_what_was_written_waits_until_it_is_settled(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    mine = sent(sheet, description="Mon texte")
    client_of(Role.COORDINATOR).post(url(sheet, "action_sheet_edit"), sent(sheet, description="Le sien"))
    chair = client_of(Role.CHAIR)
    chair.post(url(sheet, "action_sheet_edit"), mine)
    assert "Votre texte est gardé" in chair.get(url(sheet)).content.decode()
    sheet.refresh_from_db()
    chair.post(url(sheet, "action_sheet_conflict"), {"version": sheet.version, "keep": "saved", "description": "mine"})
    sheet.refresh_from_db()
    assert sheet.description == "Le sien"
    assert "Votre texte est gardé" not in chair.get(url(sheet)).content.decode()


def test_rows_written_against_an_older_sheet_are_not_saved(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.COORDINATOR)
    rows = {
        "version": sheet.version,
        "rows-TOTAL_FORMS": 1,
        "rows-INITIAL_FORMS": 0,
        "rows-0-title": "Convention signée",
        "rows-0-due_on": "30/06/2027",
    }
    client.post(url(sheet, "sheet_rows", "etapes"), rows)
    assert Step.objects.get().due_on.isoformat() == "2027-06-30"  # type: ignore[union-attr]
    stale = client.post(url(sheet, "sheet_rows", "etapes"), {**rows, "rows-0-title": "Autre étape"})
    assert "Quelqu’un a modifié cette fiche" in stale.content.decode()
    assert "Autre étape" in stale.content.decode()
    assert Step.objects.count() == 1


def test_a_status_may_differ_in_one_commune(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    commune = cast.council.communes.get()
    yesterday = timezone.localdate() - timedelta(days=1)
    rows = {
        "version": sheet.version,
        "rows-TOTAL_FORMS": 1,
        "rows-INITIAL_FORMS": 0,
        "rows-0-commune": commune.pk,
        "rows-0-status": "running",
        "rows-0-due_on": f"{yesterday:%d/%m/%Y}",
    }
    client = client_of(Role.COORDINATOR)
    client.post(url(sheet, "sheet_rows", "communes"), rows)
    page = client.get(url(sheet)).content.decode()
    assert "Par commune" in page
    assert "En retard" in page
    listed = client.get(reverse("action_sheet_list", args=[cast.council.slug]) + "?vue=retard").content.decode()
    assert sheet.title in listed


def test_a_step_is_done_then_reopened(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    step = Step.objects.create(council=cast.council, sheet=sheet, title="Convention signée")
    client = client_of(Role.COORDINATOR)
    address = reverse("step_finish", args=[cast.council.slug, step.pk])
    client.post(address)
    client.post(address)
    step.refresh_from_db()
    assert step.done_on == timezone.localdate()
    assert JournalEntry.objects.filter(text__contains="Étape faite").count() == 1
    client.post(reverse("step_reopen", args=[cast.council.slug, step.pk]))
    step.refresh_from_db()
    assert step.done_on is None


def test_a_member_writes_in_the_journal_and_a_guest_does_not(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    page = client_of(Role.EDUCATION).post(url(sheet, "journal_write"), {"text": "Deux élèves reçus"}, follow=True)
    assert "Deux élèves reçus" in page.content.decode()
    assert client_of(Role.GUEST_EXPERT).post(url(sheet, "journal_write"), {"text": "x"}).status_code == 404


def test_an_empty_journal_line_is_refused_with_a_message(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    page = client_of(Role.EDUCATION).post(url(sheet, "journal_write"), {"text": ""})
    assert page.status_code == 200
    assert not JournalEntry.objects.exists()


def test_deleting_names_what_goes_and_needs_the_last_version(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    Step.objects.create(council=cast.council, sheet=sheet, title="Convention signée")
    client = client_of(Role.COORDINATOR)
    assert "1 étapes" in client.get(url(sheet, "action_sheet_delete")).content.decode()
    client.post(url(sheet, "action_sheet_delete"), {"version": 99})
    assert ActionSheet.objects.filter(pk=sheet.pk).exists()
    client.post(url(sheet, "action_sheet_delete"), {"version": sheet.version})
    assert not ActionSheet.objects.filter(pk=sheet.pk).exists()


@pytest.mark.parametrize("version", ["", "deux", "²", "9" * 40])
def test_a_form_without_a_readable_version_changes_nothing(
    cast: Cast, client_of: Callable, sheet: ActionSheet, version: str
) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(url(sheet, "action_sheet_edit"), sent(sheet, description="Le sien"))
    client.post(url(sheet, "action_sheet_edit"), sent(sheet, description="Le mien"))
    for name in ("action_sheet_conflict", "action_sheet_delete"):
        answer = client.post(url(sheet, name), {"version": version, "description": "mine"})
        assert answer.status_code == 302
    sheet.refresh_from_db()
    assert sheet.description == "Le sien"
