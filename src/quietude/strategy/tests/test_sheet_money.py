"""The money of one sheet: what it costs, who pays, what nothing covers; unknown is never zero."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quietude.councils.models import LegalRule
from quietude.councils.services.rules import load_legal_rules
from quietude.permissions.roles import Role
from quietude.strategy.funding import is_own, report_due_on
from quietude.strategy.models import ActionSheet, BudgetLine, FundingLine
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    return write_strategy(cast.council)[0]


def grant(sheet: ActionSheet, funder: str = "FIPD", **fields: Any) -> FundingLine:
    """A line of funding, granted 6 000 € this year unless told otherwise."""
    written = {"state": "granted", "year": YEAR, "granted": 6000, **fields}
    return FundingLine.objects.create(council=sheet.council, sheet=sheet, funder=funder, **written)


def cost(sheet: ActionSheet, planned: object, **fields: Any) -> BudgetLine:
    return BudgetLine.objects.create(council=sheet.council, sheet=sheet, **{"year": YEAR, "planned": planned, **fields})


def page(client: Client, sheet: ActionSheet) -> str:
    """The page of the sheet as it stands, with ordinary spaces: what a test writes is no act, the council says it."""
    sheet.council.renew()
    answer = client.get(reverse("action_sheet", args=[sheet.council.slug, sheet.pk]))
    return answer.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


def send(client: Client, sheet: ActionSheet, section: str, **row: object) -> str:
    """One new row sent from the form of ``section``; gives the page one sees then."""
    rows = {f"rows-0-{name}": value for name, value in row.items()}
    head = {"version": sheet.version, "rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0}
    address = reverse("sheet_rows", args=[sheet.council.slug, sheet.pk, section])
    answer = client.post(address, head | rows, follow=True)
    sheet.refresh_from_db()
    return answer.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


def test_a_budget_is_written_by_year_in_euros_or_posts(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.COORDINATOR)
    row = {"year": YEAR, "label": "Médiateur", "nature": "running", "unit": "euros", "planned": "12 000"}
    assert "12 000 €" in send(client, sheet, "budget", **row)
    assert "0,5 ETP" in send(client, sheet, "budget", **row | {"unit": "full_time", "planned": "0,5"})
    assert "Sur 12 000 € prévus, rien n’est encore accordé : rien ne couvre 12 000 €." in page(client, sheet)
    assert sheet.planned_total == Decimal(12000), "posts are not euros"
    refused = send(client, sheet, "budget", **row | {"year": 26})
    assert "Écrivez l’année en quatre chiffres" in refused
    assert BudgetLine.objects.count() == 2
    address = reverse("sheet_rows", args=[sheet.council.slug, sheet.pk, "budget"])
    assert client_of(Role.EDUCATION).get(address).status_code == 404


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"state": "asked", "granted": "100"}, "Un montant est accordé : choisissez"),
        ({"state": "to_ask", "paid": "100"}, "Un montant est versé : choisissez"),
        ({"state": "refused", "justified_on": "01/02/2026"}, "Un compte rendu est remis : choisissez"),
        ({"state": "paid", "granted": "100", "paid": "101"}, "Le montant versé dépasse le montant accordé"),
        ({"state": "paid", "justified_on": "01/02/2099"}, "Cette date n’est pas encore venue"),
        ({"state": "asked", "asked": "-5"}, "Un montant ne peut pas être négatif."),
    ],
)
def test_a_state_and_its_amounts_say_the_same_thing(
    cast: Cast, client_of: Callable, sheet: ActionSheet, row: dict[str, str], error: str
) -> None:
    assert error in send(client_of(Role.COORDINATOR), sheet, "argent", funder="FIPD", **row)
    assert not FundingLine.objects.exists()


@pytest.mark.parametrize("state", ["to_ask", "asked", "granted", "refused", "paid", "justified"])
def test_what_is_unknown_is_never_asked_for(cast: Cast, client_of: Callable, sheet: ActionSheet, state: str) -> None:
    send(client_of(Role.COORDINATOR), sheet, "argent", funder="FIPD", state=state)
    line = FundingLine.objects.get()
    assert (line.state, line.asked, line.granted, line.year) == (state, None, None, None)


def test_the_page_says_who_pays_and_what_nothing_covers(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.EDUCATION)
    assert "Non chiffrée" in page(client, sheet)
    cost(sheet, 12000)
    grant(sheet)
    grant(sheet, "Ville de Loos", granted=2000)
    said = page(client, sheet)
    assert "Sur 12 000 € prévus, 8 000 € sont accordés : rien ne couvre 4 000 €." in said
    assert "FIPD apporte 75 %, Ville de Loos 25 %. 75 % viennent d’ailleurs que des communes du conseil." in said
    grant(sheet, "CAF", state="asked", granted=None, asked=4000)
    assert "8 000 € sont accordés et 4 000 € attendent une réponse : tout est couvert." in page(client, sheet)
    grant(sheet, "Bailleur", granted=None)
    assert "1 financement est accordé sans que le montant soit noté." in page(client, sheet)


def test_a_town_is_known_by_its_words_and_its_name() -> None:
    assert all(is_own(funder, ["Loos"]) for funder in ("Ville", "LOOS", "Mairie de Loos", "Fonds propres", "Communes"))
    assert not any(is_own(funder, ["Loos"]) for funder in ("Politique de la ville", "FIPD", "Département", ""))


def test_an_action_that_lives_on_one_year_is_told(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client, alert = client_of(Role.EDUCATION), "Cette action vit sur un financement d’un an."
    assert alert not in page(client, sheet)
    line = grant(sheet)
    assert f"{alert}</strong> Rien n’est demandé ni accordé pour {YEAR + 1}." in page(client, sheet)
    after = grant(sheet, "CAF", state="asked", year=YEAR + 1, granted=None)
    assert alert not in page(client, sheet), "asked for next year"
    FundingLine.objects.filter(pk=after.pk).update(state="refused")
    assert alert in page(client, sheet), "a refusal is no money"
    FundingLine.objects.filter(pk=after.pk).update(state="granted", year=YEAR - 1)
    assert alert not in page(client, sheet), "granted two years running, none for one year only"
    FundingLine.objects.update(one_year=True)
    assert alert in page(client, sheet)
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=date(line.year or 0, 12, 31))
    assert alert not in page(client, sheet), "the action ends with its money"
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=None, status="done")
    assert alert not in page(client, sheet)


def test_a_grant_without_a_year_tells_nothing(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    grant(sheet)
    grant(sheet, "CAF", year=None)
    assert "Cette action vit sur" not in page(client_of(Role.EDUCATION), sheet)


def test_the_report_of_a_past_grant_is_awaited_as_the_rule_says(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    client, words = client_of(Role.EDUCATION), "compte rendu pour le"
    load_legal_rules()
    line = grant(sheet, year=YEAR - 1)
    assert f"30 juin {YEAR}" in page(client, sheet)
    LegalRule.objects.filter(code="grant_report").update(value={"months": 8})
    assert f"31 août {YEAR}" in page(client, sheet)
    LegalRule.objects.filter(code="grant_report").update(certainty="unknown")
    assert words not in page(client, sheet), "what is not confirmed is never applied"
    LegalRule.objects.filter(code="grant_report").update(certainty="confirmed")
    FundingLine.objects.filter(pk=line.pk).update(year=YEAR)
    assert words not in page(client, sheet), "the year is not over"
    FundingLine.objects.filter(pk=line.pk).update(year=YEAR - 1, state="justified", justified_on=date(YEAR, 3, 1))
    assert words not in page(client, sheet)
    assert f"compte rendu remis le 1<sup>er</sup> mars {YEAR}" in page(client, sheet)


@pytest.mark.parametrize(("months", "due"), [(6, date(2027, 6, 30)), (1, date(2027, 1, 31)), (12, date(2027, 12, 31))])
def test_months_are_counted_from_the_end_of_the_year(months: int, due: date) -> None:
    assert report_due_on(2026, months) == due


def test_the_money_of_a_sheet_is_read_in_the_same_number_of_queries(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    client, counts = client_of(Role.EDUCATION), []
    page(client, sheet)  # what a first visit alone reads
    for rows in (1, 19):
        for n in range(rows):
            cost(sheet, 1000)
            grant(sheet, f"Financeur {n}")
        with CaptureQueriesContext(connection) as queries:
            page(client, sheet)
        counts.append(len(queries))
    assert counts[0] == counts[1]
