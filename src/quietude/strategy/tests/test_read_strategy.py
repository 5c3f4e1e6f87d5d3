"""Reading the strategy: pages answer with a constant number of queries, filters and exports say the same thing."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, FundingLine
from quietude.strategy.services.summary import refresh_summaries, refresh_summary
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db

# Session (read, then noted: 3), account, seats, strategy, counts, then what the page itself reads.
PAGES = {"dashboard": 15, "strategy": 14, "action_sheet_list": 12}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("sheets", [1, 20])
def test_query_count_does_not_depend_on_the_number_of_sheets(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, name: str, sheets: int
) -> None:
    write_strategy(cast.council, sheets)
    client = client_of(Role.COORDINATOR)
    with django_assert_num_queries(PAGES[name]):
        assert client.get(reverse(name, args=[cast.council.slug])).status_code == 200


def test_without_strategy_the_coordinator_finds_two_doors_and_a_member_none(cast: Cast, client_of: Callable) -> None:
    address = reverse("strategy", args=[cast.council.slug])
    assert "Reprendre un document existant" in client_of(Role.COORDINATOR).get(address).content.decode()
    assert "Reprendre un document existant" not in client_of(Role.EDUCATION).get(address).content.decode()


def test_a_past_period_asks_for_an_evaluation(cast: Cast, client_of: Callable) -> None:
    strategy = write_strategy(cast.council)[0].strategy
    strategy.ends_on = timezone.localdate() - timedelta(days=1)
    strategy.save()
    page = client_of(Role.COORDINATOR).get(reverse("strategy", args=[cast.council.slug])).content.decode()
    assert "Il reste à évaluer cette stratégie" in page


def test_each_figure_of_the_first_screen_opens_what_it_counts(cast: Cast, client_of: Callable) -> None:
    late, calm = write_strategy(cast.council)
    late.status, late.due_on = "running", timezone.localdate() - timedelta(days=3)
    late.save()
    refresh_summary(late)
    client = client_of(Role.COORDINATOR)
    desk = client.get(reverse("dashboard", args=[cast.council.slug])).content.decode()
    assert "La fiche 1 a dépassé son échéance" in desk
    address = reverse("action_sheet_list", args=[cast.council.slug])
    assert f"{address}?vue=retard" in desk
    listed = client.get(f"{address}?vue=retard").content.decode()
    assert late.title in listed
    assert calm.title not in listed


def test_search_puts_accents_aside_and_filters_narrow(cast: Cast, client_of: Callable) -> None:
    sheets = write_strategy(cast.council, 3)
    ActionSheet.objects.filter(pk=sheets[1].pk).update(title="Médiation près des écoles", status="done")
    refresh_summaries(ActionSheet.objects.filter(strategy=sheets[0].strategy))
    client, address = client_of(Role.COORDINATOR), reverse("action_sheet_list", args=[cast.council.slug])
    found = client.get(f"{address}?q=mediation+ecoles").content.decode()
    assert "Médiation près des écoles" in found
    assert sheets[0].title not in found
    nothing = client.get(f"{address}?q=mediation&etat=blocked").content.decode()
    assert "Aucune fiche ne répond à cette recherche" in nothing
    assert "État" in nothing


@pytest.mark.parametrize(
    "query",
    [
        "?tri=echeance",
        "?tri=-prevu",
        "?tri=rien",
        "?etat=%00",
        "?axe=abc",
        "?axe=%C2%B2",
        f"?axe={'9' * 40}",
        "?page=99",
    ],
)
def test_any_address_gives_a_page(cast: Cast, client_of: Callable, query: str) -> None:
    write_strategy(cast.council, 3)
    address = reverse("action_sheet_list", args=[cast.council.slug])
    assert client_of(Role.EDUCATION).get(address + query).status_code == 200


def test_the_export_holds_the_rows_shown_and_no_formula(cast: Cast, client_of: Callable) -> None:
    first = write_strategy(cast.council)[0]
    ActionSheet.objects.filter(pk=first.pk).update(title="=SOMME(A1:A9)")
    first.refresh_from_db()
    FundingLine.objects.create(council=cast.council, sheet=first, funder="FIPD", asked=8000)
    refresh_summary(first)
    address = reverse("action_sheet_export", args=[cast.council.slug, "csv"])
    text = client_of(Role.CHAIR).get(f"{address}?q=somme").getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Fiche"] for row in rows] == ["'=SOMME(A1:A9)"]
    assert rows[0]["Prévu (€)"].startswith("8000")
    assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404


def test_axes_and_objectives_are_written_with_a_version(cast: Cast, client_of: Callable) -> None:
    sheet = write_strategy(cast.council)[0]
    client, axis = client_of(Role.COORDINATOR), sheet.axis
    edit = reverse("axis_edit", args=[cast.council.slug, axis.pk])
    client.post(edit, {"title": "Les 11-25 ans", "description": "", "version": axis.version})
    stale = client.post(edit, {"title": "Les adolescents", "description": "", "version": axis.version})
    assert "Quelqu’un a enregistré une autre version" in stale.content.decode()
    axis.refresh_from_db()
    assert axis.title == "Les 11-25 ans"


@pytest.mark.parametrize("extension", ["pdf", "docx", "odt"])
def test_a_sheet_and_the_strategy_leave_as_documents(cast: Cast, client_of: Callable, extension: str) -> None:
    sheet = write_strategy(cast.council)[0]
    client = client_of(Role.CHAIR)
    for name, pk in (("action_sheet_document", sheet.pk), ("strategy_document", sheet.strategy_id)):
        answer = client.get(reverse(name, args=[cast.council.slug, pk, extension]))
        assert answer.status_code == 200
        assert answer["Content-Disposition"].endswith(f'.{extension}"')
        assert len(answer.content) > 2000
    assert (
        client.get(reverse("strategy_document", args=[cast.council.slug, sheet.strategy_id, "exe"])).status_code == 404
    )
