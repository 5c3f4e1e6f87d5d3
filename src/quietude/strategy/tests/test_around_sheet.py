"""Events held and papers attached: written, shown, taken off; a file enters checked and leaves as a download."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.intake.models import Upload
from quietude.intake.services import discard_uploads_received_before
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Event, SheetDocument
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    return write_strategy(cast.council)[0]


def url(sheet: ActionSheet, name: str = "action_sheet") -> str:
    return reverse(name, args=[sheet.council.slug, sheet.pk])


def at(cast: Cast, name: str, pk: int) -> str:
    return reverse(name, args=[cast.council.slug, pk])


def plain(client: Client, address: str) -> str:
    return client.get(address).content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def event(days: int, **more: object) -> dict[str, object]:
    """The form of an event so many days from today."""
    day = timezone.localdate() + timedelta(days=days)
    return {"kind": "debate", "title": "Soirée écrans", "held_on": f"{day:%d/%m/%Y}", **more}


def attach(client: Client, sheet: ActionSheet, name: str, content: bytes, title: str = "") -> str:
    sent = {"document": SimpleUploadedFile(name, content), "title": title}
    answer = client.post(url(sheet, "sheet_document_add"), sent, follow=True)
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def test_events_held_are_counted_and_those_to_come_announced(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    client, commune = client_of(Role.COORDINATOR), cast.council.communes.get()
    add = url(sheet, "event_new")
    client.post(add, event(-10, place="Salle des fêtes", commune=commune.pk, participants="42", public="parents"))
    client.post(add, event(20, title="Journée sécurité routière", kind="road_safety"))
    page = plain(client, url(sheet))
    assert "1 tenu, 42 participants" in page
    assert "Soirée-débat, Salle des fêtes (Val d’Orve). parents" in page
    assert page.index("Journée sécurité routière") < page.index("Soirée écrans"), "what comes is read first"
    assert page.count("à venir") == 1
    refused = client.post(add, event(1, held_on="bientôt", title=""))
    assert "Écrivez la date comme" in refused.content.decode()
    assert client_of(Role.EDUCATION).get(add).status_code == 404
    assert Event.objects.count() == 2


def test_an_event_is_corrected_and_taken_off_and_the_history_keeps_it(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(url(sheet, "event_new"), event(-10))
    held = Event.objects.get()
    edit = at(cast, "event_edit", held.pk)
    sheet.refresh_from_db()
    client.post(edit, event(-10, participants="12", version=sheet.version))
    stale = client.post(edit, event(-10, participants="15", version=sheet.version))
    assert "Quelqu’un a enregistré une autre version" in stale.content.decode()
    held.refresh_from_db()
    assert held.participants == 12
    assert "Soirée écrans" in plain(client, at(cast, "event_delete", held.pk))
    client.post(at(cast, "event_delete", held.pk))
    assert not Event.objects.exists()
    history = plain(client, url(sheet, "sheet_history"))
    assert "<del>Soirée écrans</del>" in history
    assert "Soirée écrans, participants" in history


def test_a_paper_is_attached_downloaded_and_taken_off(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.COORDINATOR)
    page = attach(client, sheet, "convention.txt", b"Convention entre les deux villes", "Convention signée")
    assert "Convention signée" in page
    assert "TXT, 32 octets" in page
    paper = SheetDocument.objects.get()
    reader = client_of(Role.EDUCATION)
    answer = reader.get(at(cast, "sheet_document", paper.pk))
    assert answer["Content-Disposition"] == 'attachment; filename="convention.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer.content == b"Convention entre les deux villes"
    assert client_of(cast.neighbour).get(at(cast, "sheet_document", paper.pk)).status_code == 404
    assert reader.post(at(cast, "sheet_document_remove", paper.pk)).status_code == 404
    assert discard_uploads_received_before(timezone.now() + timedelta(days=1)) == 0, "it is there to last"
    client.post(at(cast, "sheet_document_remove", paper.pk))
    assert not Upload.objects.exists()
    assert "Convention signée" not in plain(client, url(sheet))
    assert "<del>Convention signée</del>" in plain(client, url(sheet, "sheet_history"))


def test_a_refused_file_says_why_and_nothing_changes(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    page = attach(client_of(Role.COORDINATOR), sheet, "convention.pdf", b"MZ\x90\x00" + b"x" * 200)
    assert "Fichier refusé : c’est un programme, pas un document" in page
    assert "La fiche et ses documents sont comme avant." in page
    assert not SheetDocument.objects.exists()
    assert "Choisissez un fichier." in plain_post(client_of(Role.COORDINATOR), url(sheet, "sheet_document_add"))


def plain_post(client: Client, address: str) -> str:
    return client.post(address, {"title": "Sans fichier"}).content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_files_go_with_their_sheet(cast: Cast, client_of: Callable) -> None:
    sheet = write_strategy(cast.council)[0]
    client = client_of(Role.COORDINATOR)
    attach(client, sheet, "convention.txt", b"Convention")
    stored = Upload.objects.get().stored_name
    assert default_storage.exists(stored)
    sheet.refresh_from_db()
    client.post(url(sheet, "action_sheet_delete"), {"version": sheet.version})
    assert not ActionSheet.objects.filter(pk=sheet.pk).exists()
    assert not default_storage.exists(stored)
