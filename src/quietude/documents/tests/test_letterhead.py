"""The paper of the council: set once by the coordination, carried by every document."""

import io
import zlib
from collections.abc import Callable

import pdfplumber
import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from quietude.documents.models import Letterhead
from quietude.permissions.roles import Role
from tests.cast import Cast

pytestmark = pytest.mark.django_db

WORDS = {
    "sender": "Ville du Val d’Orve\nDirection de la prévention",
    "address": "12 rue de la Paix\n99001 Val d’Orve",
    "contact": "01 00 00 00 00",
    "foot": "Ouvert du lundi au vendredi",
    "logo_text": "Blason de la ville",
    "version": "0",
}


def drawing(file_format: str = "png") -> bytes:
    source = b"#set page(width: 90pt, height: 60pt)\n#rect(fill: blue)[Orve]"
    return typst.compile(source, format=file_format, ppi=72)


def page_of(cast: Cast) -> str:
    return reverse("letterhead", args=[cast.council.slug])


def sample(client: object, cast: Cast) -> pdfplumber.PDF:
    answer = client.get(reverse("letterhead_sample", args=[cast.council.slug]))  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "application/pdf"
    return pdfplumber.open(io.BytesIO(answer.content))


def test_only_the_coordination_sets_the_paper_and_documents_carry_it(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    before = sample(client, cast).pages[0]
    assert str(cast.council) in before.extract_text()
    assert before.images == []
    assert client_of(Role.CHAIR).get(page_of(cast)).status_code == 404
    assert client_of(Role.CHAIR).post(page_of(cast), WORDS).status_code == 404
    picture = SimpleUploadedFile("logo.png", drawing())
    assert client.post(page_of(cast), {**WORDS, "picture": picture}).status_code == 302
    after = sample(client, cast).pages[0]
    text = after.extract_text()
    said = ("Ville du Val d’Orve", "Direction de la prévention", "12 rue de la Paix", "01 00 00 00 00", "du lundi")
    assert [words for words in said if words not in text] == []
    assert len(after.images) == 1
    shown = client.get(page_of(cast)).content.decode()
    assert "Papier à en-tête enregistré." in shown
    assert 'alt="Blason de la ville"' in shown


def test_an_empty_picture_keeps_the_logo_and_one_may_take_it_off(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(page_of(cast), {**WORDS, "picture": SimpleUploadedFile("logo.png", drawing())})
    client.post(page_of(cast), {**WORDS, "foot": "Fermé le lundi", "version": "1"})
    paper = Letterhead.objects.get()
    assert (paper.foot, bool(paper.logo)) == ("Fermé le lundi", True)
    client.post(page_of(cast), {**WORDS, "without_logo": "on", "version": "2"})
    assert not Letterhead.objects.get().logo


def test_two_people_on_the_same_paper_see_both_versions(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(page_of(cast), WORDS)
    client.post(page_of(cast), {**WORDS, "foot": "Fermé le lundi", "version": "1"})
    stale = client.post(page_of(cast), {**WORDS, "foot": "Fermé le mardi", "version": "1"})
    assert stale.status_code == 409
    assert Letterhead.objects.get().foot == "Fermé le lundi"


HOSTILE = {
    "program": b"MZ" + b"\x00" * 100,
    "drawing that may hold a program": b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    "damaged": drawing()[:60],
    "not what it says": b"\x89PNG\r\n\x1a\n" + b"a" * 500,
    "too heavy": b"\x89PNG\r\n\x1a\n" + b"a" * 1_100_000,
    "bomb": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4) * 2 + b"\x08\x06\x00\x00\x00"
        + zlib.crc32(b"IHDR" + (60_000).to_bytes(4) * 2 + b"\x08\x06\x00\x00\x00").to_bytes(4)
        + b"\x00\x00\x00\x02IDATab" + zlib.crc32(b"IDATab").to_bytes(4)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_picture_is_refused_in_french_and_the_form_keeps_the_words(
    cast: Cast, client_of: Callable, name: str
) -> None:
    picture = SimpleUploadedFile("logo.png", HOSTILE[name], content_type="image/png")
    answer = client_of(Role.COORDINATOR).post(page_of(cast), {**WORDS, "picture": picture})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "recommencez" in page or "Enregistrez le logo dans l’un de ces formats" in page
    assert "Ouvert du lundi au vendredi" in page
    assert not Letterhead.objects.exists()


def test_the_logo_is_drawn_anew_without_what_else_the_file_held(cast: Cast, client_of: Callable) -> None:
    data = drawing()
    secret = (
        data[:33]
        + len(b"Comment\0lieu").to_bytes(4)
        + b"tEXtComment\0lieu"
        + zlib.crc32(b"tEXtComment\0lieu").to_bytes(4)
    )
    sent = SimpleUploadedFile("logo.png", secret + data[33:] + b"<?php ?>")
    client_of(Role.COORDINATOR).post(page_of(cast), {**WORDS, "picture": sent})
    logo = bytes(Letterhead.objects.get().logo)
    assert logo.startswith(b"\x89PNG")
    assert b"lieu" not in logo
    assert b"php" not in logo
