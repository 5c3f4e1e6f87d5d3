"""Searching a council: what one may read, found with or without accents, and nothing of the neighbour's."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from quietude.councils.models import Council, Organisation, Professional
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Axis, Strategy
from quietude.strategy.services.summary import refresh_summaries
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def write_sheets(council: Council, *titles: str) -> None:
    strategy = Strategy.objects.create(council=council, title="Stratégie", status="adopted")
    axis = Axis.objects.create(council=council, strategy=strategy, position=1, title="Prévenir la récidive")
    refresh_summaries(
        ActionSheet.objects.create(
            council=council, strategy=strategy, axis=axis, position=n, number=str(n), title=title, description="gare"
        )
        for n, title in enumerate(titles, 1)
    )


def search(client: Client, council: Council, text: str) -> str:
    return client.get(reverse("council_search", args=[council.slug]), {"q": text}).text


def test_words_are_found_without_their_accents_in_any_order(cast: Cast, client_of: Callable[..., Client]) -> None:
    write_sheets(cast.council, "Médiation aux abords du collège", "Chantier éducatif")
    page = search(client_of(Role.COORDINATOR), cast.council, "college MEDIATION")
    assert "Médiation aux abords du collège" in page
    assert "Chantier éducatif" not in page


def test_a_title_comes_before_a_text_that_mentions_it(cast: Cast, client_of: Callable[..., Client]) -> None:
    write_sheets(cast.council, "Veille de nuit", "Abords de la gare")
    page = search(client_of(Role.COORDINATOR), cast.council, "gare")
    assert page.index("Abords de la gare") < page.index("Veille de nuit")


def test_a_member_is_found_by_name_job_or_organisation(cast: Cast, client_of: Callable[..., Client]) -> None:
    mission = Organisation.objects.create(council=cast.council, name="Mission locale du Val", kind="association")
    Professional.objects.create(council=cast.council, organisation=mission, full_name="Zoé Ferrier", job="éducatrice")
    client = client_of(Role.EDUCATION)
    for asked in ("zoe", "educatrice", "mission locale"):
        assert "Zoé Ferrier" in search(client, cast.council, asked)


def test_who_may_not_read_the_strategy_finds_none_of_it(cast: Cast, client_of: Callable[..., Client]) -> None:
    write_sheets(cast.council, "Médiation")
    assert "1. Médiation" in search(client_of(Role.MEDIATION), cast.council, "médiation")
    assert "1. Médiation" not in search(client_of(Role.OPERATOR), cast.council, "médiation")


def test_nothing_of_another_council_is_found(cast: Cast, client_of: Callable[..., Client]) -> None:
    write_sheets(cast.other, "Fiche secrète du voisin")
    page = search(client_of(Role.COORDINATOR), cast.council, "voisin")
    assert "Fiche secrète" not in page
    assert "Aucun résultat" in page.replace("\u00a0", " ")


def test_what_was_asked_is_shown_as_text(cast: Cast, client_of: Callable[..., Client]) -> None:
    assert "<script>x" not in search(client_of(Role.COORDINATOR), cast.council, "<script>x")


def test_an_empty_search_says_what_can_be_asked(cast: Cast, client_of: Callable[..., Client]) -> None:
    assert "Un numéro, un mot du titre" in search(client_of(Role.COORDINATOR), cast.council, "  ")


@pytest.mark.parametrize("sheets", [1, 20])
def test_one_or_twenty_sheets_cost_the_same(
    sheets: int, cast: Cast, client_of: Callable[..., Client], django_assert_num_queries: Callable[..., object]
) -> None:
    write_sheets(cast.council, *[f"Action du rang {n}" for n in range(sheets)])
    client = client_of(Role.COORDINATOR)
    search(client, cast.council, "action")
    # session, account, seats; the index, the sheets found: the names of the rest are kept since the search before
    with django_assert_num_queries(5):
        search(client, cast.council, "action")


def test_what_is_told_of_a_sheet_is_found_as_soon_as_it_is_written(
    cast: Cast, client_of: Callable[..., Client]
) -> None:
    write_sheets(cast.council, "Médiation")
    client, sheet = client_of(Role.COORDINATOR), ActionSheet.objects.get(council=cast.council)
    assert "1. Médiation" not in search(client, cast.council, "trottinettes")
    journal = reverse("journal_write", args=[cast.council.slug, sheet.pk])
    client.post(journal, {"text": "Rodéos de trottinettes le soir.", "kind": "note"})
    assert "1. Médiation" in search(client, cast.council, "trottinette")
    assert "1. Médiation" in search(client, cast.council, "trott")


def test_a_restricted_sheet_is_found_by_those_who_may_read_it_only(
    cast: Cast, client_of: Callable[..., Client]
) -> None:
    write_sheets(cast.council, "Observation du square")
    sheet = ActionSheet.objects.get(council=cast.council)
    ActionSheet.objects.filter(pk=sheet.pk).update(visibility="restricted")
    assert "Observation du square" in search(client_of(Role.CHAIR), cast.council, "square")
    assert "1. Observation" not in search(client_of(Role.HEALTH), cast.council, "square")


def test_an_organisation_renamed_is_found_by_its_new_name(cast: Cast, client_of: Callable[..., Client]) -> None:
    client = client_of(Role.COORDINATOR)
    body = Organisation.objects.create(council=cast.council, name="Maison des adolescents", kind="association")
    assert "Maison des adolescents" in search(client, cast.council, "adolescents")
    edit = reverse("organisation_edit", args=[cast.council.slug, body.pk])
    client.post(edit, {"name": "Point accueil", "kind": "association", "version": body.version})
    assert "Point accueil" in search(client, cast.council, "accueil")
