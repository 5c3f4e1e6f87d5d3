"""Members taken over from a spreadsheet: shown row by row, then all written, or nothing."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from quietude.audit.models import Entry
from quietude.councils.contacts import plan_import
from quietude.councils.gate import Here
from quietude.councils.models import FormationMember, Organisation, Professional, Seat
from quietude.councils.services.contacts import apply_import
from quietude.councils.spreadsheet import NotATable, read_rows
from quietude.intake.models import Upload
from quietude.permissions.roles import Role
from tests.cast import Cast

pytestmark = pytest.mark.django_db

HEAD = ["Prénom et nom", "Fonction", "Organisme", "SIRET", "Rôle", "Formations", "Courriel", "Téléphone", "Depuis le"]
NORA = ["Nora Weiss", "Directrice", "Mission locale", "73282932000074", "action sociale", "Cellule de veille"]
NORA += ["nora@exemple.test", "320000001", "15/01/2026"]


def workbook(*rows: list[Any]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Membres")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return file.getvalue()


def upload(client: Client, cast: Cast, data: bytes, name: str = "membres.xlsx") -> Any:
    """Send a file; gives the page that follows."""
    address = reverse("contacts_import", args=[cast.council.slug])
    return client.post(address, {"document": SimpleUploadedFile(name, data)}, follow=True)


def here(answer: Any) -> str:
    """The address where the browser ended."""
    return answer.redirect_chain[-1][0]


@pytest.mark.on_postgres
def test_the_review_says_what_each_row_would_write_and_writes_it_once(cast: Cast, client_of: Callable) -> None:
    cell = cast.council.formations.create(kind="watch_cell", name="Cellule de veille")
    known = cast.professionals[Role.HEALTH]
    mended = [known.full_name, "Médecin", known.organisation.name, "", "", "", known.email, "", ""]
    same = [cast.professionals[Role.EDUCATION].full_name, "", known.organisation.name, "", "", "", "", "", ""]
    client = client_of(Role.COORDINATOR)
    review = upload(client, cast, workbook(HEAD, NORA, mended, same))
    assert [row.fate for row in review.context["plan"].rows] == ["create", "update", "same"]
    assert "fonction" in review.content.decode()
    assert not Professional.objects.filter(full_name="Nora Weiss").exists()
    sent = {"submission_key": str(uuid4())}
    first, second = client.post(here(review), sent), client.post(here(review), sent)
    assert first.url == second.url == reverse("member_list", args=[cast.council.slug])
    nora = Professional.objects.get(full_name="Nora Weiss")
    assert (nora.phone, nora.organisation.siret, nora.user) == ("03 20 00 00 01", "73282932000074", None)
    assert Seat.objects.get(professional=nora).role == Role.SOCIAL_WORKER
    assert FormationMember.objects.get(formation=cell).titular == nora
    known.refresh_from_db()
    assert known.job == "Médecin"
    line = Entry.objects.get(chain=str(cast.council.reference), verb="import")
    assert line.details == {"created": 1, "updated": 1}
    assert not Upload.objects.exists()


def test_one_error_keeps_everything_out_and_names_the_row(cast: Cast, client_of: Callable) -> None:
    wrong = ["", "", "Mairie", "12", "Maire adjointe", "Comité inconnu", "pas une adresse", "", "hier"]
    review = upload(client_of(Role.COORDINATOR), cast, workbook(HEAD, [*NORA[:5], "", *NORA[6:]], wrong, NORA[:5]))
    page = review.content.decode()
    for words in (
        "Ligne 3 : il manque le nom de la personne.",
        "Ligne 3 : l’adresse « pas une adresse »",
        "Ligne 3 : SIRET « 12 » : écrivez le SIRET en 14 chiffres.",
        "Ligne 3 : le rôle « Maire adjointe » est inconnu.",
        "Ligne 3 : la formation « Comité inconnu »",
        "Ligne 3 : la date « hier » ne se lit pas.",
        "Ligne 4 : cette personne est déjà à la ligne 2.",
    ):
        assert words in page.replace("\u00a0", " ").replace("\u202f", " "), words
    client_of(Role.COORDINATOR).post(here(review), {})
    assert not Professional.objects.filter(full_name="Nora Weiss").exists()


def test_the_template_can_be_filled_and_sent_back(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    data = client.get(reverse("contacts_template", args=[cast.council.slug])).content
    head = load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()[0]
    row = dict.fromkeys(head, "") | {"Prénom et nom": "Nora Weiss", "Organisme": "Mairie", "Rôle": "parquet"}
    review = upload(client, cast, workbook(head, list(row.values())))
    assert review.context["plan"].created == 1
    assert review.context["plan"].ignored == []
    empty = upload(client, cast, data)
    assert "n’a que sa ligne de titres" in empty.content.decode()


def opendocument(*rows: list[str]) -> bytes:
    """A minimal .ods: what LibreOffice needs to open it, and no more."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = "".join(f"<table:table-row>{''.join(cell.format(c) for c in row)}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
            f'<table:table table:name="Membres">{lines}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return file.getvalue()


def test_an_opendocument_spreadsheet_is_read_too(cast: Cast, client_of: Callable) -> None:
    data = opendocument(["Prénom et nom", "Organisme", "Courriel"], ["Nora Weiss", "Mairie", "nora@exemple.test"])
    plan = upload(client_of(Role.COORDINATOR), cast, data, "membres.ods").context["plan"]
    assert [(row.values["full_name"], row.values["email"]) for row in plan.rows] == [
        ("Nora Weiss", "nora@exemple.test")
    ]


def test_other_formats_and_other_titles_are_read_alike(cast: Cast, client_of: Callable) -> None:
    text = "Liste des membres\n\nNOM;Prénom;Structure;Mail;Remarque\nWeiss;Nora;Mission locale;NORA@exemple.test;x\n"
    for data in (text.encode("utf-8-sig"), text.encode("cp1252")):
        plan = upload(client_of(Role.COORDINATOR), cast, data, "liste.csv").context["plan"]
        assert [(row.number, row.values["full_name"], row.values["email"]) for row in plan.rows] == [
            (4, "Nora Weiss", "nora@exemple.test")
        ]
        assert plan.ignored == ["Remarque"]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\n", "liste.pdf", "tableur"),
        (b"\x89PNG\r\n\x1a\n", "liste.xlsx", "refusé"),
        (b"Bonjour\nrien ici\n", "liste.csv", "ligne de titres"),
        (b"", "liste.csv", "vide"),
    ],
)
def test_what_is_not_a_table_of_members_is_refused(
    cast: Cast, client_of: Callable, data: bytes, name: str, words: str
) -> None:
    answer = upload(client_of(Role.COORDINATOR), cast, data, name)
    assert words in answer.content.decode()
    assert Organisation.objects.filter(council=cast.council).count() == 1


def test_a_spreadsheet_is_let_go_and_belongs_to_its_council(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    review = here(upload(client, cast, workbook(HEAD, NORA)))
    elsewhere = review.replace(cast.council.slug, cast.other.slug)
    assert client_of(cast.neighbour).get(elsewhere).status_code == 404
    assert client_of(Role.EDUCATION).get(review).status_code == 404
    client.post(review, {"abandon": "1"})
    assert client.get(review).status_code == 404


def test_a_table_too_long_is_no_directory(tmp_path: Any) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a\n" * 5001)
    with pytest.raises(NotATable):
        read_rows(path, "long.csv")


CELLS = st.text(max_size=40) | st.sampled_from(
    [*HEAD, "Nom", "Prénom", "parquet", "12/03/2026", "nora@exemple.test", ""]
)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.lists(CELLS, max_size=10), max_size=8), whole=st.booleans())
def test_no_table_is_a_surprise(cast: Cast, rows: list[list[str]], whole: bool) -> None:
    council = cast.council
    where = Here(council, list(council.seats.filter(role=Role.COORDINATOR)), cast[Role.COORDINATOR])
    with transaction.atomic():
        plan = plan_import(where, [HEAD, *rows] if whole else rows)
        if plan.can_apply:
            assert apply_import(where, plan) == plan.created + plan.updated
        transaction.set_rollback(True)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_rows_or_a_refusal(tmp_path: Any, data: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with suppress(NotATable):
        assert all(isinstance(cell, str) for row in read_rows(path, "x.csv") for cell in row)
