"""One change on several sheets: shown first, checked sheet by sheet, taken back at once within the day."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pypdfium2 as pdfium
import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.audit.models import Entry
from quietude.councils.models import Organisation
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, SheetCommune
from quietude.strategy.services import batches
from quietude.strategy.services.sheets import save_sheet
from quietude.strategy.tests.stage import here_of, write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ClientOf = Callable[..., Client]


def act(client: Client, cast: Cast, name: str, sheets: list[ActionSheet], **answer: str) -> str:
    """Ask for a change, read what it would do, confirm it with what the page holds; gives the page that follows."""
    address = reverse("action_sheet_bulk", args=[cast.council.slug, name])
    asked = client.get(address, {"fiche": [sheet.pk for sheet in sheets]}).text
    assert all(sheet.title in asked for sheet in sheets)
    shown = client.post(address, {"fiche": [sheet.pk for sheet in sheets], **answer}).text
    sent = {"fiche": re.findall(r'name="fiche" value="(\d+)"', shown), "confirmer": "1", **answer}
    sent["version"] = re.findall(r'name="version" value="([\d:]+)"', shown)
    return client.post(address, sent, follow=True).text


def undo_of(page: str) -> str:
    found = re.search(r'action="([^"]*annuler[^"]*)"', page)
    assert found
    return found.group(1)


def test_a_change_is_shown_before_it_is_written(cast: Cast, client_of: ClientOf) -> None:
    sheets = write_strategy(cast.council, 3)
    client, address = client_of(Role.COORDINATOR), reverse("action_sheet_bulk", args=[cast.council.slug, "etat"])
    keys = [sheet.pk for sheet in sheets]
    refused = client.post(address, {"fiche": keys, "status": "blocked"}).text
    assert "Dites ce qui bloque ces actions" in refused
    shown = client.post(address, {"fiche": keys, "status": "blocked", "blocked_by": "la convention"}).text
    assert "3\u00a0fiches vont changer" in shown
    assert "par la convention" in shown
    assert set(ActionSheet.objects.values_list("status", flat=True)) == {"to_launch"}
    done = act(client, cast, "etat", sheets, status="blocked", blocked_by="la convention")
    assert "3\u00a0fiches modifiées" in done
    assert set(ActionSheet.objects.values_list("status", "blocked_by")) == {("blocked", "la convention")}
    assert sheets[0].journal.filter(text__contains="à lancer → bloquée").exists()
    assert Entry.objects.filter(verb="sheet_save").count() == 3


def test_only_who_may_change_sheets_changes_several(cast: Cast, client_of: ClientOf) -> None:
    sheets = write_strategy(cast.council, 1)
    address = reverse("action_sheet_bulk", args=[cast.council.slug, "priorite"])
    sent = {"fiche": sheets[0].pk, "priority": "high", "confirmer": "1", "version": f"{sheets[0].pk}:1"}
    assert client_of(Role.HEALTH).post(address, sent).status_code == 404
    assert (
        "data-pick-all" not in client_of(Role.HEALTH).get(reverse("action_sheet_list", args=[cast.council.slug])).text
    )
    away = write_strategy(cast.other, 1)[0]
    client = client_of(Role.CHAIR)
    client.post(address, sent | {"fiche": away.pk, "version": f"{away.pk}:1"})
    away.refresh_from_db()
    assert away.priority == "normal"
    client.post(address, sent)
    sheets[0].refresh_from_db()
    assert sheets[0].priority == "high"
    assert client.get(address.replace("priorite", "rien")).status_code == 404
    assert "Aucune fiche n’est choisie" in client.get(address).text


def test_what_somebody_changed_meanwhile_is_left_and_named(cast: Cast, client_of: ClientOf) -> None:
    first, second = write_strategy(cast.council, 2)
    client, address = client_of(Role.COORDINATOR), reverse("action_sheet_bulk", args=[cast.council.slug, "priorite"])
    read = {"fiche": [first.pk, second.pk], "version": [f"{first.pk}:1", f"{second.pk}:1"], "confirmer": "1"}
    save_sheet(here_of(cast.council, cast[Role.CHAIR]), second, {"title": "Autre titre"}, version=1)
    page = client.post(address, read | {"priority": "high"}).text
    assert "1\u00a0fiche a été modifiée entre-temps" in page
    assert reverse("action_sheet", args=[cast.council.slug, second.pk]) in page
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.priority, second.priority, second.title) == ("high", "normal", "Autre titre")


def test_one_undo_gives_back_what_nobody_changed_since(cast: Cast, client_of: ClientOf) -> None:
    first, second = write_strategy(cast.council, 2)
    lead = Organisation.objects.create(council=cast.council, name="Mission locale", kind="association")
    ActionSheet.objects.filter(pk=first.pk).update(lead=cast.professionals[Role.HEALTH].organisation)
    former = first.__class__.objects.get(pk=first.pk).lead_id
    client = client_of(Role.COORDINATOR)
    page = act(client, cast, "pilote", [first, second], lead=str(lead.pk))
    assert set(ActionSheet.objects.values_list("lead", flat=True)) == {lead.pk}
    second.refresh_from_db()
    save_sheet(here_of(cast.council, cast[Role.CHAIR]), second, {"title": "Autre titre"}, version=second.version)
    undone = client.post(undo_of(page), follow=True).text
    assert "entre-temps" in undone
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.lead_id, second.lead_id) == (former, lead.pk)
    again = client.post(undo_of(page), follow=True).text
    assert "2\u00a0fiches ont été modifiées entre-temps" in again


def test_an_undo_is_of_one_council_and_of_one_day(
    cast: Cast, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = write_strategy(cast.council, 1)
    client = client_of(Role.COORDINATOR)
    page = act(client, cast, "priorite", sheets, priority="high")
    stranger = undo_of(page).replace(cast.council.slug, cast.other.slug)
    assert "plus d’un jour" in client_of(cast.neighbour).post(stranger, follow=True).text
    monkeypatch.setattr(batches, "A_DAY", -1)
    assert "plus d’un jour" in client.post(undo_of(page), follow=True).text
    with pytest.raises(signing.BadSignature):
        batches.take_back(here_of(cast.council, cast[Role.COORDINATOR]), "forgé")
    assert ActionSheet.objects.get(pk=sheets[0].pk).priority == "high"


def test_deadlines_move_by_months_or_days_where_they_can(cast: Cast, client_of: ClientOf) -> None:
    end_of_month, early, undated = write_strategy(cast.council, 3)
    ActionSheet.objects.filter(pk=end_of_month.pk).update(due_on=date(2027, 1, 31))
    ActionSheet.objects.filter(pk=early.pk).update(due_on=date(2027, 3, 2), starts_on=date(2027, 3, 1))
    client, sheets = client_of(Role.COORDINATOR), [end_of_month, early, undated]
    address = reverse("action_sheet_bulk", args=[cast.council.slug, "echeance"])
    assert "Donnez un nombre" in client.post(address, {"fiche": undated.pk, "unit": "days"}).text
    act(client, cast, "echeance", sheets, count="1", unit="months")
    assert list(ActionSheet.objects.order_by("pk").values_list("due_on", flat=True)) == [
        date(2027, 2, 28),
        date(2027, 4, 2),
        None,
    ]
    shown = client.post(address, {"fiche": [s.pk for s in sheets], "count": "-40", "unit": "days"}).text
    assert "l’échéance précéderait le début" in shown
    assert "elle n’a pas d’échéance à décaler" in shown
    soon = timezone.localdate() + timedelta(days=400)
    act(client, cast, "echeance", [undated], due_on=f"{soon:%d/%m/%Y}", unit="days")
    undated.refresh_from_db()
    assert undated.due_on == soon


def test_a_commune_is_added_to_those_that_lack_it_and_taken_back(cast: Cast, client_of: ClientOf) -> None:
    first, second = write_strategy(cast.council, 2)
    commune = cast.council.communes.get()
    SheetCommune.objects.create(council=cast.council, sheet=first, commune=commune)
    client = client_of(Role.COORDINATOR)
    page = act(client, cast, "commune", [first, second], commune=str(commune.pk))
    assert "1\u00a0fiche modifiée" in page
    assert SheetCommune.objects.filter(commune=commune).count() == 2
    client.post(undo_of(page))
    assert list(SheetCommune.objects.values_list("sheet", flat=True)) == [first.pk]


def test_the_sheets_chosen_are_printed_together(cast: Cast, client_of: ClientOf) -> None:
    first, _, third = write_strategy(cast.council, 3)
    hidden = write_strategy(cast.other, 1)[0]
    address = reverse("action_sheet_print", args=[cast.council.slug])
    chosen = {"fiche": [third.pk, first.pk, hidden.pk, "x"]}
    printed = client_of(Role.CHAIR).get(address, chosen)
    assert printed["Content-Type"] == "application/pdf"
    assert len(pdfium.PdfDocument(printed.content)) == 2
    assert client_of(Role.GUEST_EXPERT).get(address, chosen).status_code == 404
    assert client_of(Role.CHAIR).get(address, {"fiche": hidden.pk}).status_code == 302
