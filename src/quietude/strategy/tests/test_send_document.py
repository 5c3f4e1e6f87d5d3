"""A document is sent, read by a process of its own, and shown for review; what may not come in is refused in French."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from quietude.intake.models import Upload
from quietude.permissions.roles import Role
from quietude.strategy.models import StrategyImport
from quietude.strategy.tasks import read_document
from quietude.strategy.tests.stage import LINES
from tests.cast import Cast

pytestmark = pytest.mark.django_db

TEXT = "\n\n".join(LINES).encode()


@pytest.fixture
def send(cast: Cast, client_of: Callable) -> Callable:
    def post(name: str, content: bytes) -> str:
        client = client_of(Role.COORDINATOR)
        data = {"document": SimpleUploadedFile(name, content)}
        return client.post(reverse("import_list", args=[cast.council.slug]), data, follow=True).content.decode()

    return post


def test_a_document_is_read_apart_and_waits_for_its_review(cast: Cast, client_of: Callable, send: Callable) -> None:
    page = send("strategie.txt", TEXT)
    assert "Lecture en cours" in page
    taken = StrategyImport.objects.get()
    read_document.func(taken.pk)
    address = reverse("import_review", args=[cast.council.slug, taken.pk])
    review = client_of(Role.COORDINATOR).get(address).content.decode()
    assert "Relire avant d’enregistrer" in review
    assert "Ouvrir un lieu d’accueil" in review


def test_reading_again_changes_nothing(send: Callable) -> None:
    send("strategie.txt", TEXT)
    taken = StrategyImport.objects.get()
    read_document.func(taken.pk)
    taken.refresh_from_db()
    before = taken.review
    read_document.func(taken.pk)
    taken.refresh_from_db()
    assert taken.review == before


def test_a_macro_is_refused_and_nothing_is_kept(send: Callable) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
        archive.writestr("word/vbaProject.bin", "x")
    page = send("strategie.docx", file.getvalue())
    assert "Fichier refusé" in page
    assert not StrategyImport.objects.exists()
    assert not Upload.objects.exists()


def test_an_empty_or_absent_file_says_what_to_do(send: Callable, cast: Cast, client_of: Callable) -> None:
    assert "Ce fichier est vide" in send("vide.txt", b"")
    nothing = client_of(Role.COORDINATOR).post(reverse("import_list", args=[cast.council.slug]), {})
    assert "Choisissez un fichier" in nothing.content.decode()


def test_a_document_that_cannot_be_read_says_why(cast: Cast, client_of: Callable, send: Callable) -> None:
    send("plan.pdf", b"%PDF-1.4\n%%EOF\n")
    taken = StrategyImport.objects.get()
    read_document.func(taken.pk)
    page = client_of(Role.COORDINATOR).get(reverse("import_review", args=[cast.council.slug, taken.pk]))
    assert "Ce document n’a pas pu être lu" in page.content.decode()
    assert "Rien n’a été importé" in page.content.decode()


def test_the_file_goes_when_the_review_ends(
    cast: Cast, client_of: Callable, send: Callable, django_capture_on_commit_callbacks: Callable
) -> None:
    send("strategie.txt", TEXT)
    taken = StrategyImport.objects.get()
    stored = Upload.objects.get().stored_name
    read_document.func(taken.pk)
    with django_capture_on_commit_callbacks(execute=True):
        client_of(Role.COORDINATOR).post(reverse("import_apply", args=[cast.council.slug, taken.pk]))
    assert not Upload.objects.exists()
    assert not default_storage.exists(stored)
