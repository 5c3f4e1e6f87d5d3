"""The ways of looking at the sheets say the same thing as the table, in a constant number of queries."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quietude.permissions.roles import Role
from quietude.strategy.models import (
    ActionSheet,
    Event,
    FundingCall,
    FundingProgramme,
    Objective,
    SheetAudience,
    SheetCommune,
    SheetObjective,
    Step,
)
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.tests.stage import write_strategy
from quietude.territories.models import Commune
from tests.cast import Cast

pytestmark = pytest.mark.django_db

# Session, person, second factor, savepoint, seats (2), strategy, rail count (2), then what the page itself reads.
PAGES = {
    "action_sheet_gantt": 11,
    "deadline_calendar": 13,
    "action_sheet_board": 14,
    "action_sheet_counts": 9,
    "action_sheet_map": 11,
    "coverage": 15,
}

ADDRESSES = (
    "?annee=9999",
    "?annee=%C2%B2%C2%B2%C2%B2%C2%B2",
    "?mois=2026-99",
    "?mois=x",
    "?axe=9",
    "?par=rien",
    "?age=z",
    "?lignes=axes&age=16",
)


def dated(cast: Cast, sheets: int = 2) -> list[ActionSheet]:
    """Sheets of this month, each with a commune, a public, a step and a thing held."""
    written, today = write_strategy(cast.council, sheets), timezone.localdate()
    commune = cast.council.communes.get()
    for sheet in written:
        sheet.starts_on, sheet.due_on, sheet.status = today - timedelta(days=60), today, "running"
        sheet.save()
        own = {"council": cast.council, "sheet": sheet}
        SheetCommune.objects.create(**own, commune=commune)
        SheetAudience.objects.create(**own, category="parents")
        Step.objects.create(**own, title="Convention signée", due_on=today)
        Event.objects.create(**own, title="Soirée-débat", held_on=today, place="Salle des fêtes")
        refresh_summary(sheet)
    return written


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("sheets", [1, 20])
def test_query_count_does_not_depend_on_the_number_of_sheets(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, name: str, sheets: int
) -> None:
    dated(cast, sheets)
    client = client_of(Role.COORDINATOR)
    with django_assert_num_queries(PAGES[name]):
        assert client.get(reverse(name, args=[cast.council.slug])).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_without_strategy_each_page_says_what_to_do(cast: Cast, client_of: Callable, name: str) -> None:
    answer = client_of(Role.COORDINATOR).get(reverse(name, args=[cast.council.slug]))
    assert "Reprendre un document existant" in answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("query", ADDRESSES)
def test_any_address_gives_a_page(cast: Cast, client_of: Callable, name: str, query: str) -> None:
    dated(cast)
    assert client_of(Role.EDUCATION).get(reverse(name, args=[cast.council.slug]) + query).status_code == 200


def test_the_timeline_and_its_table_name_every_sheet(cast: Cast, client_of: Callable) -> None:
    first, second = dated(cast)
    address = reverse("action_sheet_gantt", args=[cast.council.slug])
    client = client_of(Role.PREFECTURE)
    for page in (client.get(address), client.get(f"{address}?forme=tableau")):
        assert first.title in page.content.decode()
        assert second.title in page.content.decode()


def test_the_month_shows_deadlines_steps_and_things_held(cast: Cast, client_of: Callable) -> None:
    dated(cast, 1)
    address = reverse("deadline_calendar", args=[cast.council.slug])
    page = client_of(Role.EDUCATION).get(address).content.decode()
    assert "3 dates dans le mois" in page.replace("\u00a0", " ")
    assert "Soirée-débat, Salle des fêtes" in page
    assert "Rien ne tombe ce mois-ci" in client_of(Role.EDUCATION).get(f"{address}?mois=2019-01").content.decode()


def test_a_call_that_closes_is_a_date_until_it_is_withdrawn(cast: Cast, client_of: Callable) -> None:
    dated(cast, 1)
    programme = FundingProgramme.objects.create(
        code="essai", name="Programme d’essai", funder="Une caisse", purpose="essayer", source="un essai",
        sureness="unknown",
    )  # fmt: skip
    today = timezone.localdate()
    call = FundingCall.objects.create(
        council=cast.council, programme=programme, title="Appel d’essai", year=today.year, closes_on=today
    )
    client, address = client_of(Role.EDUCATION), reverse("deadline_calendar", args=[cast.council.slug])
    page = client.get(address).content.decode()
    assert reverse("call", args=[cast.council.slug, call.pk]) in page
    call.withdrawn_on = today
    call.save()
    assert "Appel d’essai" not in client.get(address).content.decode()


def test_a_card_changes_column_unless_someone_wrote_meanwhile(cast: Cast, client_of: Callable) -> None:
    sheet = dated(cast, 1)[0]
    address = reverse("action_sheet_move", args=[cast.council.slug, sheet.pk])
    client = client_of(Role.ELECTED_DEPUTY)
    assert "Réalisée" in client.post(address, {"status": "done", "version": 1}, follow=True).content.decode()
    stale = client.post(address, {"status": "running", "version": 1}, follow=True).content.decode()
    assert "elle n’a pas bougé" in stale
    blocked = client.post(address, {"status": "blocked", "version": 2})
    assert blocked.url.startswith(reverse("action_sheet_edit", args=[cast.council.slug, sheet.pk]))
    assert "Rien n’a changé" in client.post(address, {"status": "?", "version": 2}, follow=True).content.decode()
    sheet.refresh_from_db()
    assert (sheet.status, sheet.progress) == ("done", 100)
    assert client_of(Role.EDUCATION).post(address, {"status": "running", "version": 2}).status_code == 404


def test_counts_by_any_property_add_up(cast: Cast, client_of: Callable) -> None:
    dated(cast, 3)
    client, address = client_of(Role.CHAIR), reverse("action_sheet_counts", args=[cast.council.slug])
    by_public = client.get(f"{address}?par=public")
    assert [(bar.label, bar.count) for bar in by_public.context["bars"]] == [("Parents et familles", 3)]
    by_lead = client.get(f"{address}?par=pilote").context["bars"]
    assert [(bar.label, bar.count, bar.url) for bar in by_lead] == [("Hors annuaire ou sans pilote", 3, "")]
    by_year = client.get(f"{address}?par=echeance").context["bars"]
    assert by_year[0].label == str(timezone.localdate().year)


def test_a_gap_is_discussed_accepted_with_its_reason_and_reopened(cast: Cast, client_of: Callable) -> None:
    covered, _ = dated(cast)
    strategy, axis = covered.strategy, covered.axis
    place = {"code": "99998", "name": "Valbrune", "folded_name": "valbrune", "department": "99", "region": "99"}
    other = Commune.objects.create(**place, vintage=2026)
    cast.council.communes.add(other)
    objective = Objective.objects.create(
        council=cast.council, strategy=strategy, axis=axis, position=1, title="Veiller"
    )
    SheetObjective.objects.create(council=cast.council, sheet=covered, objective=objective)
    client, address = client_of(Role.COORDINATOR), reverse("coverage", args=[cast.council.slug])
    assert "1\u00a0vide à discuter" in client.get(address).content.decode()
    row = f"objective:{objective.pk}"
    form = reverse("coverage_gap", args=[cast.council.slug, row, "commune:99998"])
    assert "Est-ce voulu" in client.get(form).content.decode()
    client.post(form, {"reason": "La commune voisine s’en charge"})
    told = client.get(address).content.decode()
    assert "Aucun vide à discuter" in told
    assert "La commune voisine s’en charge" in client_of(Role.EDUCATION).get(address).content.decode()
    client.post(form, {"rouvrir": "1"})
    assert "vide à discuter" in client.get(address).content.decode().replace("\u00a0", " ")
    filled = [cast.council.slug, row, f"commune:{covered.communes.get().commune.code}"]
    assert client.get(reverse("coverage_gap", args=filled)).status_code == 404
    assert client_of(Role.EDUCATION).get(form).status_code == 404


def test_the_coverage_leaves_as_a_table(cast: Cast, client_of: Callable) -> None:
    sheet = dated(cast, 1)[0]
    address = reverse("coverage_export", args=[cast.council.slug, "csv"])
    answer = client_of(Role.CHAIR).get(f"{address}?lignes=axes")
    text = b"".join(answer.streaming_content).decode("utf-8-sig") if answer.streaming else answer.content.decode()
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert rows[0]["Pour quel public : Parents et familles"] == sheet.number
    assert rows[0]["À quel âge : 16-25 ans"] == "vide"


def test_the_map_counts_by_commune(cast: Cast, client_of: Callable) -> None:
    dated(cast, 3)
    counted = client_of(Role.CHAIR).get(reverse("action_sheet_map", args=[cast.council.slug])).context["counted"]
    assert [(commune, tally.sheets) for commune, tally in counted] == [(cast.council.communes.get(), 3)]
