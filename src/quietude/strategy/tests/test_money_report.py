"""The report of a year: what the sheet knows is written, what it does not know is marked, nothing is invented."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Event, Indicator, Measurement, SheetPartner, Step
from quietude.strategy.tests.stage import write_strategy
from quietude.strategy.tests.test_sheet_money import YEAR, cost, grant
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LAST = YEAR - 1


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    """A sheet with a full year behind it, and something of this year."""
    sheet = write_strategy(cast.council)[0]
    owner = {"council": cast.council, "sheet": sheet}
    Step.objects.create(**owner, title="Convention signée", done_on=date(LAST, 3, 2))
    Step.objects.create(**owner, title="Étape de cette année", done_on=date(YEAR, 1, 5))
    Event.objects.create(
        **owner, title="Soirée-débat", held_on=date(LAST, 5, 4), place="Salle des fêtes", participants=42
    )
    Event.objects.create(**owner, title="Atelier sans comptage", held_on=date(LAST, 6, 4))
    SheetPartner.objects.create(**owner, name="Centre social")
    indicator = Indicator.objects.create(**owner, name="Élèves reçus", target=40)
    for on, value in ((date(LAST, 2, 1), 12), (date(LAST, 11, 1), 31), (date(YEAR, 1, 2), 98765)):
        Measurement.objects.create(council=cast.council, indicator=indicator, on=on, value=value)
    cost(sheet, 12000, year=LAST, real=11500, label="Médiateur")
    cost(sheet, 77000)
    grant(sheet, year=LAST, asked=8000, paid=6000, state="paid")
    return sheet


def read(client: Client, sheet: ActionSheet, *year: int) -> str:
    name = "sheet_year_of" if year else "sheet_year"
    answer = client.get(reverse(name, args=[sheet.council.slug, sheet.pk, *year]))
    assert answer.status_code == 200
    return answer.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


def test_the_last_year_is_told_with_what_is_known(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    said = read(client_of(Role.EDUCATION), sheet)
    assert f"Bilan de l’année {LAST}" in said
    written = ["Convention signée", "Soirée-débat", "Salle des fêtes", "Centre social", f"31 (01/11/{LAST})"]
    written += ["42 participations en tout (1 événement sans comptage)", "12 000 €", "11 500 €", "8 000 €", "6 000 €"]
    for known in written:
        assert known in said
    for unknown in ("Étape de cette année", "98 765", "77 000 €"):
        assert unknown not in said
    assert "À compléter. Difficultés rencontrées" in said


def test_what_is_not_known_is_left_to_complete(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    empty = ActionSheet.objects.exclude(pk=sheet.pk).get()
    said = read(client_of(Role.EDUCATION), empty)
    for why in ("aucune étape n’est notée", "aucun événement n’est noté", "la fiche n’a pas d’indicateur",
                "aucune dépense n’est notée", "aucun financement n’est noté"):  # fmt: skip
        assert why in said
    assert "0 €" not in said
    assert f"Bilan de l’année {LAST - 5}" in read(client_of(Role.EDUCATION), empty, LAST - 5)


@pytest.mark.parametrize("year", [0, 12, 99999999])
def test_a_year_that_no_sheet_can_have_is_absent(
    cast: Cast, client_of: Callable, sheet: ActionSheet, year: int
) -> None:
    address = reverse("sheet_year_of", args=[cast.council.slug, sheet.pk, year])
    assert client_of(Role.EDUCATION).get(address).status_code == 404


@pytest.mark.parametrize("extension", ["docx", "odt", "pdf"])
def test_the_report_leaves_as_a_document(cast: Cast, client_of: Callable, sheet: ActionSheet, extension: str) -> None:
    address = reverse("sheet_year_document", args=[cast.council.slug, sheet.pk, LAST, extension])
    answer = client_of(Role.CHAIR).get(address)
    assert answer["Content-Disposition"].endswith(f'bilan-{LAST}-fiche-1.{extension}"')
    if extension == "pdf":
        assert answer.content.startswith(b"%PDF")
    else:
        inside = zipfile.ZipFile(io.BytesIO(answer.content))
        text = inside.read("word/document.xml" if extension == "docx" else "content.xml").decode()
        assert "Soirée-débat" in text
        assert "À compléter" in text
    assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404


def test_a_restricted_sheet_and_another_format_are_absent(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    wrong = reverse("sheet_year_document", args=[cast.council.slug, sheet.pk, LAST, "exe"])
    assert client_of(Role.CHAIR).get(wrong).status_code == 404
    ActionSheet.objects.filter(pk=sheet.pk).update(visibility="restricted")
    address = reverse("sheet_year", args=[cast.council.slug, sheet.pk])
    assert client_of(Role.EDUCATION).get(address).status_code == 404
    assert client_of(Role.COORDINATOR).get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 20])
def test_the_report_is_read_in_the_same_number_of_queries(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, sheet: ActionSheet, rows: int
) -> None:
    for n in range(rows):
        grant(sheet, f"Financeur {n}", year=LAST)
        cost(sheet, 10, year=LAST)
    client = client_of(Role.EDUCATION)
    # Session, person, second factor, savepoint, seats (2), the sheet, its rows (10), strategy and rail count.
    with django_assert_num_queries(18):
        read(client, sheet)
