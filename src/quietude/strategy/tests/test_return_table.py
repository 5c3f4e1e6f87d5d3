"""The table of sheets comes back: shown row by row, conflicts explained, then all written or nothing."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import load_workbook

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, SheetVersion
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def download(client: Client, cast: Cast) -> list[list[Any]]:
    """The rows of the table that leaves, heads first."""
    answer = client.get(reverse("action_sheet_table", args=[cast.council.slug]))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def send(client: Client, cast: Cast, rows: list[list[Any]]) -> Any:
    """Send ``rows`` back as a workbook; gives the page that shows what they would change."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, str(int(cell) if isinstance(cell, float) else cell))
    document = SimpleUploadedFile("fiches.xlsx", file.getvalue())
    address = reverse("action_sheet_import", args=[cast.council.slug])
    return client.post(address, {"document": document}, follow=True)


def write(client: Client, page: Any, **choices: str) -> str:
    """Accept what the page shows."""
    stamp = {"stamp": page.context["plan"].stamp}
    return client.post(page.request["PATH_INFO"], stamp | choices, follow=True).content.decode()


def test_a_table_sent_back_untouched_writes_nothing(cast: Cast, client_of: Callable) -> None:
    sheets = write_strategy(cast.council, 3)
    ActionSheet.objects.filter(pk=sheets[0].pk).update(
        due_on=date(2026, 11, 30), description="Une ligne.\nUne autre.", lead_name="Club de la rivière", number="007"
    )
    client = client_of(Role.COORDINATOR)
    page = send(client, cast, download(client, cast))
    assert "il n’y a rien à écrire" in page.content.decode()


def test_what_changed_is_shown_then_written_with_its_history(cast: Cast, client_of: Callable) -> None:
    first, second = write_strategy(cast.council)
    client = client_of(Role.COORDINATOR)
    heads, *rows = download(client, cast)
    rows[0][heads.index("Fiche")] = "Un lieu ouvert le soir"
    rows[0][heads.index("Échéance")] = "novembre 2026"
    rows[0][heads.index("État")] = "en cours"
    page = send(client, cast, [heads, *rows])
    shown = page.content.decode()
    assert "Un lieu ouvert le soir" in shown
    assert second.title not in shown
    first.refresh_from_db()
    assert first.title == "Action du rang 1"
    assert "1\u00a0fiche écrite" in write(client, page)
    first.refresh_from_db()
    assert (first.title, first.due_on, first.status) == ("Un lieu ouvert le soir", date(2026, 11, 30), "running")
    assert SheetVersion.objects.get(sheet=first).values["title"] == "Action du rang 1"


def test_what_two_people_changed_is_explained_and_chosen(cast: Cast, client_of: Callable) -> None:
    first, second = write_strategy(cast.council)
    client = client_of(Role.COORDINATOR)
    heads, *rows = download(client, cast)
    edit = reverse("action_sheet_move", args=[cast.council.slug, first.pk])
    client_of(Role.CHAIR).post(edit, {"status": "running", "version": first.version})
    client_of(Role.CHAIR).post(edit.replace(str(first.pk), str(second.pk)), {"status": "done", "version": 1})
    rows[0][heads.index("État")] = "abandonnée"
    rows[1][heads.index("Public")] = "Familles"
    page = send(client, cast, [heads, *rows])
    assert "Changé aussi par quelqu’un d’autre" in page.content.decode()
    assert page.context["plan"].conflicts == 1
    write(client, page)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status, second.public) == ("running", "done", "Familles")
    page = send(client, cast, [heads, *rows])
    write(client, page, **{"2-status": "mine"})
    first.refresh_from_db()
    assert first.status == "abandoned"


def test_a_change_made_while_reading_stops_the_writing(cast: Cast, client_of: Callable) -> None:
    first, _ = write_strategy(cast.council)
    client = client_of(Role.COORDINATOR)
    heads, *rows = download(client, cast)
    rows[0][heads.index("Public")] = "Familles"
    page = send(client, cast, [heads, *rows])
    move = reverse("action_sheet_move", args=[cast.council.slug, first.pk])
    client_of(Role.CHAIR).post(move, {"status": "done", "version": 1})
    assert "rien n’est écrit" in write(client, page)
    first.refresh_from_db()
    assert first.public == ""


def test_a_row_without_identifier_becomes_a_sheet(cast: Cast, client_of: Callable) -> None:
    write_strategy(cast.council)
    client = client_of(Role.COORDINATOR)
    heads, *rows = download(client, cast)
    new: list[Any] = ["" for _ in heads]
    new[heads.index("Fiche")], new[heads.index("Axe")] = "Ouvrir le gymnase", "Les jeunes"
    orphan: list[Any] = ["" for _ in heads]
    orphan[heads.index("Fiche")] = "Sans axe"
    page = send(client, cast, [heads, *rows, new, orphan])
    assert "Une nouvelle fiche a besoin d’un axe" in page.content.decode()
    write(client, page)
    assert [sheet.title for sheet in ActionSheet.objects.filter(version=1).order_by("-pk")[:1]] == ["Ouvrir le gymnase"]
    assert not ActionSheet.objects.filter(title="Sans axe").exists()


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("Échéance", "bientôt", "Écrivez la date comme 30/11/2026"),
        ("État", "presque", "n’est pas un choix de"),
        ("État", "bloquée", "doit dire par quoi"),
        ("Axe", "Ailleurs", "n’est pas un axe de la stratégie"),
        ("Fiche", "", "Le titre ne peut pas être vide"),
        ("Identifiant", "inconnu", "Cette fiche n’existe pas"),
    ],
)
def test_what_cannot_be_read_is_told_and_not_written(
    cast: Cast, client_of: Callable, column: str, text: str, told: str
) -> None:
    write_strategy(cast.council)
    client = client_of(Role.COORDINATOR)
    heads, *rows = download(client, cast)
    rows[0][heads.index(column)] = text
    page = send(client, cast, [heads, *rows])
    assert told in page.content.decode()
    write(client, page)
    assert list(ActionSheet.objects.values_list("version", flat=True)) == [1, 1]


def test_a_file_without_identifiers_is_refused_with_what_to_do(cast: Cast, client_of: Callable) -> None:
    write_strategy(cast.council)
    page = send(client_of(Role.COORDINATOR), cast, [["Fiche"], ["Un titre"]])
    assert "gardez cette colonne telle quelle" in page.content.decode()
    address = reverse("action_sheet_import", args=[cast.council.slug])
    assert client_of(Role.CHAIR).get(address).status_code == 404


def test_no_cell_of_the_table_is_a_formula(cast: Cast, client_of: Callable) -> None:
    first, _ = write_strategy(cast.council)
    ActionSheet.objects.filter(pk=first.pk).update(title="=SOMME(A1:A9)")
    client = client_of(Role.COORDINATOR)
    heads, *rows = download(client, cast)
    assert rows[0][heads.index("Fiche")] == "=SOMME(A1:A9)"
    assert "il n’y a rien à écrire" in send(client, cast, [heads, *rows]).content.decode()
