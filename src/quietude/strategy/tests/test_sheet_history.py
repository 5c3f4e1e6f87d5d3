"""Every change of a sheet is read in plain French; two people meet only where they write the same thing."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quietude.councils.models import Organisation
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, SheetVersion, Step
from quietude.strategy.services.fields import sent_form
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    return write_strategy(cast.council)[0]


def url(sheet: ActionSheet, name: str, *args: object) -> str:
    return reverse(name, args=[sheet.council.slug, sheet.pk, *args])


def save(client: Client, sheet: ActionSheet, **changes: object) -> None:
    sheet.refresh_from_db()
    client.post(url(sheet, "action_sheet_edit"), {**sent_form(sheet), "version": sheet.version, **changes})


def history(client: Client, sheet: ActionSheet) -> str:
    return client.get(url(sheet, "sheet_history")).content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def steps(sheet: ActionSheet, **row: object) -> dict[str, object]:
    """One new step, sent against the sheet as it was read."""
    rows = {f"rows-0-{name}": value for name, value in row.items()}
    return {"version": sheet.version, "rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, **rows}


def test_a_change_is_said_with_who_and_what(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client, lead = client_of(Role.COORDINATOR), Organisation.objects.get(council=cast.council)
    save(client, sheet, lead=lead.pk, due_on="30/11/2026", audiences=["parents"])
    save(client_of(Role.CHAIR), sheet, due_on="mars 2027", visibility="restricted", audiences=["parents", "pupils"])
    page = history(client, sheet)
    assert page.rindex("Baptiste Roussel") < page.rindex("Camille Aubry"), "newest first"
    assert "<del>30 novembre 2026</del>" in page
    assert "<ins>mars 2027</ins>" in page
    assert "<ins>Service de prévention</ins>" in page
    assert "<ins>parents et familles, collégiens et lycéens</ins>" in page
    assert "<ins>pilote, partenaires et pilotage du conseil</ins>" in page
    reader = client_of(Role.EDUCATION)
    assert reader.get(url(sheet, "sheet_history")).status_code == 200
    stranger = client_of(cast.neighbour)
    assert stranger.get(url(sheet, "sheet_history")).status_code == 404


def test_of_a_long_text_one_reads_the_words_that_changed(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.COORDINATOR)
    text = "Chaque collégien exclu est reçu le matin par un encadrant, travaille ses cours et rencontre un partenaire."
    save(client, sheet, description=text)
    save(client, sheet, description=text.replace("un encadrant", "deux encadrants"))
    page = history(client, sheet)
    assert "<ins>deux encadrants</ins>" in page
    assert "<del>un encadrant</del>" in page


def test_rows_added_changed_and_removed_are_told(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(url(sheet, "sheet_rows", "etapes"), steps(sheet, title="Convention signée", due_on="30/06/2027"))
    step = Step.objects.get()
    client.post(reverse("step_finish", args=[cast.council.slug, step.pk]))
    page = history(client, sheet)
    assert page.count("<h2>Étapes</h2>") == 2
    assert "Convention signée, faite le" in page
    sheet.refresh_from_db()
    gone = {**steps(sheet), "rows-INITIAL_FORMS": 1, "rows-0-id": step.pk, "rows-0-title": step.title}
    client.post(url(sheet, "sheet_rows", "etapes"), gone | {"rows-0-DELETE": "on", "rows-0-ORDER": 1})
    assert not Step.objects.exists()
    assert "<del>Convention signée</del>" in history(client, sheet)


def test_who_writes_elsewhere_on_the_sheet_is_not_in_the_way(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    mine = {**sent_form(sheet), "version": sheet.version, "description": "Écrit sans relire les étapes"}
    client_of(Role.COORDINATOR).post(url(sheet, "sheet_rows", "etapes"), steps(sheet, title="Convention signée"))
    client_of(Role.CHAIR).post(url(sheet, "action_sheet_edit"), mine)
    sheet.refresh_from_db()
    assert sheet.description == "Écrit sans relire les étapes"
    assert Step.objects.count() == 1
    commune = {"version": sheet.version, "rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0}
    commune |= {"rows-0-commune": cast.council.communes.get().pk}
    late = {**sent_form(sheet), "version": sheet.version, "description": "Encore", "communes": []}
    client_of(Role.COORDINATOR).post(url(sheet, "sheet_rows", "communes"), commune)
    answer = client_of(Role.CHAIR).post(url(sheet, "action_sheet_edit"), late, follow=True)
    assert "Quelqu’un a modifié cette fiche" in answer.content.decode(), "communes are on the form too"
    assert sheet.communes.count() == 1


def test_a_date_left_alone_is_no_quarrel(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client, chair = client_of(Role.COORDINATOR), client_of(Role.CHAIR)
    save(client, sheet, due_on="novembre 2026", audiences=["parents"])
    sheet.refresh_from_db()
    mine = {**sent_form(sheet), "version": sheet.version, "due_on": "novembre 2026", "audiences": ["pupils"]}
    save(client, sheet, due_on="mars 2027", audiences=["parents"])
    page = chair.post(url(sheet, "action_sheet_edit"), mine, follow=True).content.decode().replace("\u00a0", " ")
    assert 'name="due_on" value="saved" checked' in page, "only the other moved the date"
    assert "mars 2027" in page
    assert 'name="audiences" value="mine" checked' in page
    assert "collégiens et lycéens" in page
    assert 'name="precision"' not in page
    sheet.refresh_from_db()
    choices = {"version": sheet.version, "due_on": "saved", "audiences": "mine"}
    chair.post(url(sheet, "action_sheet_conflict"), choices)
    sheet.refresh_from_db()
    assert (sheet.due_on, sheet.precision) == (date(2027, 3, 31), "month")
    assert [row.category for row in sheet.audiences.all()] == ["pupils"]


# Session, person, second factor, savepoint, seats, strategy, rail count, sheet, then versions (3) and the names.
@pytest.mark.parametrize("changes", [2, 20])
def test_the_history_asks_as_much_for_two_changes_as_for_twenty(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, sheet: ActionSheet, changes: int
) -> None:
    client = client_of(Role.COORDINATOR)
    for n in range(changes):
        save(client, sheet, title=f"Titre {n}")
    assert SheetVersion.objects.count() == changes
    with django_assert_num_queries(14):
        assert client.get(url(sheet, "sheet_history")).status_code == 200
