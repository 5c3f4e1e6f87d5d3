"""Calls for projects: written by the council, matched with its sheets for reasons that one can check."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, FundingCall, FundingLine, FundingProgramme, SheetAudience
from quietude.strategy.services.programmes import load_funding_programmes
from quietude.strategy.tests.stage import write_strategy
from quietude.strategy.tests.test_sheet_money import YEAR, cost, grant
from tests.cast import Cast

pytestmark = pytest.mark.django_db

# Session, person, second factor, savepoint, seats (2), strategy, rail count (2), calls, the sheets that they suit (4),
# then the programmes, or the lines that answer the call.
PAGES = {"call_list": 15, "call": 15}


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    """A sheet that speaks of mediation."""
    first, second = write_strategy(cast.council)
    ActionSheet.objects.filter(pk=second.pk).update(status="done", title="Médiation finie")
    ActionSheet.objects.filter(pk=first.pk).update(title="Une Médiation aux abords du collège")
    first.refresh_from_db()
    return first


def write_call(sheet: ActionSheet, code: str = "fipd-d", **fields: Any) -> FundingCall:
    """A call for next year that closes in twelve days, unless told otherwise."""
    load_funding_programmes()
    written = {"title": "FIPD du département", "year": YEAR + 1, "closes_on": timezone.localdate() + timedelta(days=12)}
    programme = FundingProgramme.objects.get(code=code)
    return FundingCall.objects.create(council=sheet.council, programme=programme, **written | fields)


def read(client: Client, sheet: ActionSheet, name: str, *args: object, query: str = "") -> str:
    """The page with ordinary spaces; that of a sheet as it stands, since what a test writes is no act."""
    if name == "action_sheet":
        sheet.council.renew()
    answer = client.get(reverse(name, args=[sheet.council.slug, *args]) + query)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


def sent(**changes: object) -> dict[str, object]:
    """The form of a call as a browser sends it."""
    programme = FundingProgramme.objects.get(code="fipd-d")
    closes = timezone.localdate() + timedelta(days=40)
    form = {"programme": programme.pk, "title": "FIPD 2027", "department": "59", "year": 2027, "documents": "Budget"}
    return {**form, "opens_on": "", "closes_on": f"{closes:%d/%m/%Y}", "address": "", "note": "", **changes}


def test_a_call_is_written_mended_by_two_and_closed(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    load_funding_programmes()
    new = reverse("call_new", args=[cast.council.slug])
    assert client_of(Role.EDUCATION).post(new, sent()).status_code == 404
    client = client_of(Role.COORDINATOR)
    form = client.get(new + "?programme=fipd-d").content.decode()
    assert 'value="99"' in form, "the council's department"
    assert "Cerfa 12156" in form
    refused = client.post(new, sent(opens_on="31/12/2098", year=27)).content.decode()
    assert "L’appel ferme avant d’ouvrir." in refused
    assert "Écrivez l’année en quatre chiffres" in refused
    assert "FIPD 2027" in client.post(new, sent(), follow=True).content.decode()
    call = FundingCall.objects.get()
    edit = reverse("call_edit", args=[cast.council.slug, call.pk])
    client.post(edit, sent(version=call.version, note="Vu avec la préfecture"))
    conflict = client_of(Role.CHAIR).post(edit, sent(version=call.version, note="Autre"))
    assert conflict.status_code == 409
    assert "Vu avec la préfecture" in conflict.content.decode()
    client.post(reverse("call_withdraw", args=[cast.council.slug, call.pk]))
    assert "clos avant son terme" in read(client, sheet, "call_list", query="?vue=clos")
    client.post(reverse("call_restore", args=[cast.council.slug, call.pk]))
    assert "FIPD 2027" in read(client, sheet, "call_list")


def test_the_list_says_that_no_date_is_national_and_what_is_not_confirmed(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    load_funding_programmes()
    said = read(client_of(Role.EDUCATION), sheet, "call_list")
    assert "Il n’existe pas de date nationale" in said
    assert said.count("Non confirmé<") == FundingProgramme.objects.filter(sureness="unknown").count() > 0


def test_a_call_suits_a_sheet_for_reasons_and_is_prepared_in_one_act(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    cost(sheet, 9000, year=YEAR + 1)
    call = write_call(sheet)
    reader = client_of(Role.EDUCATION)
    for said in (read(reader, sheet, "call_list"), read(reader, sheet, "call", call.pk)):
        assert "Cet appel convient à la fiche" in said
        assert "ferme dans 12 jours" in said
        assert f"la fiche parle de « médiation » ; il manque 9 000 € en {YEAR + 1}" in said
        assert "Médiation finie" not in said
    assert "convient à cette fiche" in read(reader, sheet, "action_sheet", sheet.pk)
    prepare = reverse("request_prepare", args=[cast.council.slug, sheet.pk, call.pk])
    assert reader.post(prepare).status_code == 404
    for _ in range(2):
        client_of(Role.COORDINATOR).post(prepare)
    line = FundingLine.objects.get()
    assert (line.state, line.call, line.funder, line.year, line.asked) == ("to_ask", call, "FIPD", YEAR + 1, None)
    assert "convient à cette fiche" not in read(reader, sheet, "action_sheet", sheet.pk)
    assert "À demander" in read(reader, sheet, "call", call.pk)


def suits(client: Client, sheet: ActionSheet) -> bool:
    return "convient à cette fiche" in read(client, sheet, "action_sheet", sheet.pk)


def test_what_is_asked_paid_or_of_another_nature_is_not_proposed(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    client = client_of(Role.EDUCATION)
    write_call(sheet)
    assert suits(client, sheet)
    line = grant(sheet, "fipd", year=YEAR + 1)
    assert not suits(client, sheet), "the same funder is asked for that year"
    FundingLine.objects.filter(pk=line.pk).update(year=YEAR)
    assert suits(client, sheet), "another year is another matter"
    expense = cost(sheet, 6000, year=YEAR + 1, nature="investment")
    assert not suits(client, sheet), "this programme pays running costs"
    type(expense).objects.update(nature="running")
    assert suits(client, sheet)
    grant(sheet, "Ville", year=YEAR + 1, granted=6000)
    assert not suits(client, sheet), "that year is paid for"


def test_a_public_in_common_is_a_reason(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.EDUCATION)
    write_call(sheet, "caf-parentalite")
    assert not suits(client, sheet)
    SheetAudience.objects.create(council=cast.council, sheet=sheet, category="parents")
    said = read(client, sheet, "action_sheet", sheet.pk)
    assert "même public : parents et familles" in said
    assert "Programme non confirmé" in said


@pytest.mark.parametrize(
    "fields", [{"closes_on": date(2020, 1, 1)}, {"withdrawn_on": date(2026, 1, 1)}], ids=["closed", "withdrawn"]
)
def test_a_closed_call_is_no_longer_proposed(
    cast: Cast, client_of: Callable, sheet: ActionSheet, fields: dict[str, Any]
) -> None:
    write_call(sheet, **fields)
    assert not suits(client_of(Role.EDUCATION), sheet)
    assert "FIPD du département" in read(client_of(Role.EDUCATION), sheet, "call_list", query="?vue=clos")


def test_a_restricted_sheet_is_proposed_to_nobody_else(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    call = write_call(sheet)
    ActionSheet.objects.filter(pk=sheet.pk).update(visibility="restricted")
    for name, args in (("call_list", ()), ("call", (call.pk,))):
        assert sheet.title not in read(client_of(Role.EDUCATION), sheet, name, *args)
        assert sheet.title in read(client_of(Role.COORDINATOR), sheet, name, *args)


@pytest.mark.parametrize("rows", [1, 20])
@pytest.mark.parametrize("name", PAGES)
def test_query_count_does_not_depend_on_calls_nor_sheets(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, name: str, rows: int
) -> None:
    sheets = write_strategy(cast.council, rows)
    ActionSheet.objects.update(title="Médiation")
    calls = [write_call(sheets[0]) for _ in range(rows)]
    for sheet in sheets:
        cost(sheet, 100)
        grant(sheet, "Bailleur", call=calls[0], state="refused")
    client = client_of(Role.EDUCATION)
    with django_assert_num_queries(PAGES[name]):
        read(client, sheets[0], name, *([calls[0].pk] if name == "call" else []))


def test_calls_leave_as_a_table(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    write_call(sheet, title="=Appel")
    write_call(sheet, "mildeca", title="Autre")
    address = reverse("call_export", args=[cast.council.slug, "csv"])
    text = client_of(Role.CHAIR).get(f"{address}?q=prevention").getvalue().decode("utf-8-sig")
    assert [row["Appel"] for row in csv.DictReader(io.StringIO(text), delimiter=";")] == ["'=Appel"]
    assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404
    assert client_of(Role.CHAIR).get(reverse("call_export", args=[cast.council.slug, "exe"])).status_code == 404


def test_programmes_are_loaded_once_and_those_of_the_installation_stay() -> None:
    assert load_funding_programmes() > 0
    FundingProgramme.objects.create(
        code="local", name="Fonds local", funder="Ville", purpose="Divers", source="Délibération", sureness="confirmed"
    )
    FundingProgramme.objects.filter(code="fipd-d").update(name="Autre nom")
    assert load_funding_programmes() == 1
    assert FundingProgramme.objects.filter(code="local").exists()
