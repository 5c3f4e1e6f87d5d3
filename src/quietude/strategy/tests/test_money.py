"""The page « Financements »: what it counts opens, what lives on one year is told, reports are handed in."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from quietude.councils.services.rules import load_legal_rules
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, FundingLine, JournalEntry
from quietude.strategy.tests.stage import write_strategy
from quietude.strategy.tests.test_sheet_money import YEAR, cost, grant
from tests.cast import Cast

pytestmark = pytest.mark.django_db

# Session, person, second factor, savepoint, seats (2), strategy, rail count (2), the counts of the tabs (4), then the
# totals by year and by funder (2 or 3), or the options of the filters, the page, its totals and the rule.
VIEWS = {"": 15, "lignes": 19, "budgets": 17, "un-an": 14, "comptes-rendus": 19}


def read(client: Client, cast: Cast, query: str = "") -> str:
    """The page with ordinary spaces."""
    answer = client.get(reverse("money", args=[cast.council.slug]) + query)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("rows", [1, 20])
def test_query_count_does_not_depend_on_the_number_of_lines(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, view: str, rows: int
) -> None:
    load_legal_rules()
    for sheet in write_strategy(cast.council, rows):
        cost(sheet, 1000)
        grant(sheet, year=YEAR - 1)
    client = client_of(Role.COORDINATOR)
    with django_assert_num_queries(VIEWS[view]):
        read(client, cast, f"?vue={view}")


@pytest.mark.on_postgres
def test_the_overview_adds_up_years_and_funders(cast: Cast, client_of: Callable) -> None:
    first, second = write_strategy(cast.council)
    cost(first, 12000, real=11000)
    cost(second, 3000)
    cost(second, Decimal("0.5"), unit="full_time")
    grant(first, asked=8000)
    grant(second, "CAF", state="refused", granted=None, asked=2500)
    said = read(client_of(Role.EDUCATION), cast)
    for figure in ("15 000 €", "11 000 €", "10 500 €", "6 000 €"):
        assert figure in said
    assert f"?vue=budgets&amp;annee={YEAR}" in said
    assert "?vue=lignes&amp;etat=refused&amp;financeur=CAF" in said
    lines = read(client_of(Role.EDUCATION), cast, f"?vue=lignes&annee={YEAR}")
    assert "2 financements, 10 500 € demandés, 6 000 € accordés" in lines
    budgets = read(client_of(Role.EDUCATION), cast, f"?vue=budgets&annee={YEAR}")
    assert "3 lignes de budget, 15 000 € prévus, 11 000 € dépensés" in budgets
    assert "0,5 ETP" in budgets


def test_filters_and_search_narrow_and_say_what_they_do(cast: Cast, client_of: Callable) -> None:
    first, second = write_strategy(cast.council)
    ActionSheet.objects.filter(pk=second.pk).update(title="Médiation près des écoles")
    grant(first)
    grant(second, "Département", state="asked", year=None, granted=None)
    client = client_of(Role.EDUCATION)
    for query in ("?vue=lignes&q=mediation", "?vue=lignes&q=departement", "?vue=lignes&etat=asked"):
        said = read(client, cast, query)
        assert "Médiation près des écoles" in said
        assert "1 financement" in said
    assert "Département" in read(client, cast, "?vue=lignes&annee=sans")
    assert "1 financement" in read(client, cast, f"?vue=lignes&fiche={first.pk}&financeur=FIPD&annee={YEAR}")
    assert "Rien ne répond à cette recherche" in read(client, cast, "?vue=lignes&etat=acquis&q=mediation")
    asked = read(client, cast, "?vue=lignes&tri=-demande")
    assert 'aria-sort="descending"' in asked


@pytest.mark.parametrize(
    "query",
    ["?vue=rien", "?vue=lignes&tri=prevu", "?vue=budgets&tri=-verse", "?vue=lignes&annee=%C2%B2", "?vue=lignes&fiche=x",
     f"?vue=lignes&annee={'9' * 17}", "?vue=lignes&q=%00", "?vue=lignes&page=99", "?vue=un-an&q=x&etat=asked"],
)  # fmt: skip
def test_any_address_gives_a_page(cast: Cast, client_of: Callable, query: str) -> None:
    sheet = write_strategy(cast.council)[0]
    cost(sheet, 5)
    grant(sheet)
    read(client_of(Role.EDUCATION), cast, query)


def test_actions_of_partners_are_counted_apart(cast: Cast, client_of: Callable) -> None:
    ours, theirs = write_strategy(cast.council)
    ActionSheet.objects.filter(pk=theirs.pk).update(outside_strategy=True)
    grant(ours)
    grant(theirs, "Fondation")
    client = client_of(Role.EDUCATION)
    assert "Fondation" not in read(client, cast, "?vue=lignes")
    assert "hors stratégie" in read(client, cast, "?vue=lignes&perimetre=hors")
    assert "2 financements" in read(client, cast, "?vue=lignes&perimetre=tout")


def test_a_restricted_sheet_gives_nothing_away(cast: Cast, client_of: Callable) -> None:
    sheet = write_strategy(cast.council)[0]
    grant(sheet, "Fonds discret", granted=4321)
    ActionSheet.objects.filter(pk=sheet.pk).update(visibility="restricted", lead=None)
    teacher = client_of(Role.EDUCATION)
    for view in VIEWS:
        said = read(teacher, cast, f"?vue={view}")
        assert "Fonds discret" not in said
        assert "4 321" not in said
    assert "4 321 €" in read(client_of(Role.COORDINATOR), cast)


@pytest.mark.on_postgres
def test_what_lives_on_one_year_is_listed_and_leaves_the_list(cast: Cast, client_of: Callable) -> None:
    sheet, calm = write_strategy(cast.council)
    grant(sheet)
    client = client_of(Role.EDUCATION)
    said = read(client, cast, "?vue=un-an")
    assert sheet.title in said
    assert calm.title not in said
    grant(sheet, "CAF", state="asked", year=YEAR + 1, granted=None)
    assert "Aucune action ne vit sur un financement d’un an." in read(client, cast, "?vue=un-an")


def test_a_report_is_handed_in_then_taken_back(cast: Cast, client_of: Callable) -> None:
    load_legal_rules()
    sheet = write_strategy(cast.council)[0]
    line = grant(sheet, year=YEAR - 1, paid=6000, state="paid")
    act = reverse("report_hand_in", args=[cast.council.slug, line.pk])
    assert client_of(Role.EDUCATION).post(act).status_code == 404
    client = client_of(Role.COORDINATOR)
    assert "Compte rendu remis à FIPD" in client.post(act, follow=True).content.decode()
    client.post(act)
    line.refresh_from_db()
    assert line.state == "justified"
    assert JournalEntry.objects.filter(text__contains="Compte rendu financier remis").count() == 1
    assert "Aucun compte rendu n’est attendu." in read(client, cast, "?vue=comptes-rendus")
    client.post(reverse("report_take_back", args=[cast.council.slug, line.pk]))
    line.refresh_from_db()
    assert (line.state, line.justified_on) == ("paid", None)
    assert "Dire que le compte rendu est remis" in read(client, cast, "?vue=comptes-rendus")
    neighbour = client_of(cast.neighbour)
    assert neighbour.post(reverse("report_hand_in", args=[cast.other.slug, line.pk])).status_code == 404


@pytest.mark.parametrize(("view", "title"), [("lignes", "Financeur"), ("budgets", "Dépense"), ("un-an", "Pilote")])
def test_the_table_leaves_as_it_is_on_screen(cast: Cast, client_of: Callable, view: str, title: str) -> None:
    first, second = write_strategy(cast.council)
    for sheet in (first, second):
        cost(sheet, 100, label="=1+1")
        grant(sheet, "=SOMME(A1)")
    ActionSheet.objects.filter(pk=second.pk).update(title="Veiller la nuit")
    address = reverse("money_export", args=[cast.council.slug, "csv"]) + f"?vue={view}&q=veiller"
    text = client_of(Role.CHAIR).get(address).getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Fiche"] for row in rows] == ["Veiller la nuit"]
    assert not rows[0][title].startswith("=")
    assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404
    sheet_file = client_of(Role.CHAIR).get(reverse("money_export", args=[cast.council.slug, "xlsx"]) + f"?vue={view}")
    assert b"".join(sheet_file.streaming_content).startswith(b"PK")
    wrong = reverse("money_export", args=[cast.council.slug, "exe"])
    assert client_of(Role.CHAIR).get(wrong).status_code == 404
    assert FundingLine.objects.count() == 2


def test_a_report_that_is_due_is_the_next_step_of_who_writes_it(cast: Cast, client_of: Callable) -> None:
    load_legal_rules()
    line = grant(write_strategy(cast.council)[0], year=YEAR - 2)
    desk = reverse("dashboard", args=[cast.council.slug])
    said = client_of(Role.COORDINATOR).get(desk).content.decode().replace("\u00a0", " ")
    assert "1 compte rendu financier attendu" in said
    assert "?vue=comptes-rendus" in said
    assert "compte rendu financier" not in client_of(Role.EDUCATION).get(desk).content.decode()
    FundingLine.objects.filter(pk=line.pk).update(year=YEAR)
    assert "compte rendu financier" not in client_of(Role.COORDINATOR).get(desk).content.decode()
