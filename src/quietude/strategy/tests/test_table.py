"""The table of sheets: one address for columns, filters, order and groups; pages; saved views; files."""

import csv
import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.councils.models import Organisation
from quietude.permissions.roles import Role
from quietude.strategy.models import (
    ActionSheet,
    FundingLine,
    Objective,
    SavedView,
    SheetAudience,
    SheetCommune,
    SheetObjective,
)
from quietude.strategy.queries import table as table_queries
from quietude.strategy.services.summary import refresh_summaries
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ClientOf = Callable[..., Client]


def write(cast: Cast, count: int, **values: list[Any]) -> list[ActionSheet]:
    """``count`` sheets; each value of ``values`` goes to the sheet of the same rank."""
    sheets = write_strategy(cast.council, count)
    for name, given in values.items():
        for sheet, value in zip(sheets, given, strict=False):
            setattr(sheet, name, value)
    for sheet in sheets:
        sheet.save()
    refresh_summaries(sheets)
    cast.council.renew()
    return sheets


def page_of(client: Client, cast: Cast, query: str = "") -> str:
    answer = client.get(reverse("action_sheet_list", args=[cast.council.slug]) + query)
    assert answer.status_code == 200
    return answer.text


def numbers(page: str) -> list[str]:
    """The numbers of the sheets, in the order of the page."""
    return re.findall(r'class="number rank quiet">([^<]*)<', page)


def test_pages_follow_each_other_without_a_hole_in_any_order(
    cast: Cast, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_queries, "PAGE", 3)
    days = [timezone.localdate() + timedelta(days=n % 3) if n % 4 else None for n in range(11)]
    write(cast, 11, due_on=days, status=["running", "blocked", "done"] * 4)
    client = client_of(Role.COORDINATOR)
    whole = numbers(page_of(client, cast, "?tri=numero"))
    for query in ("?", "?tri=-numero", "?tri=echeance", "?tri=-echeance", "?tri=pilote", "?groupe=etat", "?tri=-prevu"):
        seen, address, firsts = [], query, []
        while address:
            page = page_of(client, cast, address)
            firsts.append(numbers(page))
            seen += numbers(page)
            following = re.search(r'href="([^"]*)" rel="next"', page)
            address = following.group(1).replace("&amp;", "&") if following else ""
        assert sorted(seen, key=int) == [str(n) for n in range(1, 12)], query
        back = re.search(r'href="([^"]*)" rel="prev"', page)
        assert back
        assert numbers(page_of(client, cast, back.group(1).replace("&amp;", "&"))) == firsts[-2]
    assert whole == ["1", "2", "3"]


def test_a_page_that_starts_after_a_sheet_that_is_gone_is_the_first(cast: Cast, client_of: ClientOf) -> None:
    write(cast, 2)
    for edge in ("999999", "abc", "12-x", "9" * 40):
        assert numbers(page_of(client_of(Role.HEALTH), cast, f"?apres={edge}")) == ["1", "2"]


def test_each_filter_keeps_what_it_names(cast: Cast, client_of: ClientOf) -> None:
    today, council = timezone.localdate(), cast.council
    first, second, third = write(
        cast,
        3,
        status=["running", "blocked", "done"],
        priority=["high", "low", "normal"],
        due_on=[today, today + timedelta(days=40), None],
        starts_on=[today.replace(month=1, day=1), None, None],
        visibility=["council", "council", "public"],
        outside_strategy=[False, True, False],
    )
    lead = Organisation.objects.create(council=council, name="Mission locale", kind="association")
    ActionSheet.objects.filter(pk=first.pk).update(lead=lead)
    objective = Objective.objects.create(council=council, strategy=first.strategy, position=1, title="Accueillir")
    SheetObjective.objects.create(council=council, sheet=second, objective=objective)
    SheetCommune.objects.create(council=council, sheet=first, commune=council.communes.get())
    SheetAudience.objects.create(council=council, sheet=third, category="parents")
    FundingLine.objects.create(council=council, sheet=second, funder="FIPD & autres", asked=10)
    client = client_of(Role.COORDINATOR)
    expected = {
        "etat=blocked": ["2"],
        "priorite=high": ["1"],
        f"pilote={lead.pk}": ["1"],
        f"axe={first.axis_id}": ["1", "2", "3"],
        f"objectif={objective.pk}": ["2"],
        f"commune={council.communes.get().pk}": ["1"],
        "public=parents": ["3"],
        "financeur=FIPD+%26+autres": ["2"],
        f"periode={today.year}": ["1", "2"],
        f"de={today + timedelta(days=1)}": ["2"],
        f"a={today}": ["1"],
        "lisible=public": ["3"],
        "hors=oui": ["2"],
        "hors=non": ["1", "3"],
        "vue=bloquees&priorite=low": ["2"],
        "vue=bloquees&priorite=high": [],
    }
    for query, found in expected.items():
        assert numbers(page_of(client, cast, f"?{query}")) == found, query
    opened = page_of(client, cast, f"?filtrer=1&pilote={lead.pk}")
    assert "Mission locale" in opened
    assert "FIPD &amp; autres" in opened
    assert f'<option value="{lead.pk}" selected>' in opened


def test_columns_and_groups_stand_in_the_address(cast: Cast, client_of: ClientOf) -> None:
    _, second = write(cast, 2, status=["running", "done"])
    SheetCommune.objects.create(council=cast.council, sheet=second, commune=cast.council.communes.get())
    client = client_of(Role.COORDINATOR)
    page = page_of(client, cast, "?col=communes&col=priorite&col=rien")
    assert "Normale" in page
    assert cast.council.communes.get().name in page
    assert "Complète à</a>" not in page
    by_state = page_of(client, cast, "?groupe=etat&tri=-titre")
    assert re.findall(r'scope="rowgroup"[^>]*>([^<]*)<', by_state) == ["En cours", "Réalisée"]
    by_commune = page_of(client, cast, "?groupe=commune")
    assert numbers(by_commune) == ["2", "1"]
    assert "Aucune commune en particulier" in by_commune
    assert 'aria-sort="descending"' in by_state


def test_the_total_stops_counting_beyond_a_cap(
    cast: Cast, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_queries, "CAP", 2)
    first, *_ = write(cast, 3, status=["running"] * 3)
    client = client_of(Role.COORDINATOR)
    assert "plus de 2 fiches" in page_of(client, cast, "?etat=running")
    assert "3\u00a0fiches" in page_of(client, cast)
    FundingLine.objects.create(council=cast.council, sheet=first, funder="FIPD", asked=8000)
    refresh_summaries(ActionSheet.objects.filter(pk=first.pk))
    cast.council.renew()
    few = page_of(client, cast, f"?pilote=&q={first.number}")
    assert "1\u00a0fiche, 8\u202f000\u00a0€ prévus" in few


def test_a_restricted_sheet_is_counted_and_shown_to_those_who_may_read_it(cast: Cast, client_of: ClientOf) -> None:
    write(cast, 2, visibility=["restricted", "council"])
    assert numbers(page_of(client_of(Role.CHAIR), cast)) == ["1", "2"]
    seen = page_of(client_of(Role.HEALTH), cast)
    assert numbers(seen) == ["2"]
    assert "Toutes (1)" in seen
    partner = cast.professionals[Role.HEALTH].organisation
    ActionSheet.objects.filter(number="1").update(lead=partner)
    cast.council.renew()
    assert numbers(page_of(client_of(Role.HEALTH), cast)) == ["1", "2"]


def test_a_change_is_seen_at_once_by_everyone(cast: Cast, client_of: ClientOf) -> None:
    sheet, _ = write(cast, 2, status=["running", "running"])
    reader, writer = client_of(Role.HEALTH), client_of(Role.COORDINATOR)
    assert "Bloquées (0)" in page_of(reader, cast)
    act = reverse("action_sheet_bulk", args=[cast.council.slug, "etat"])
    change = {"fiche": sheet.pk, "status": "blocked", "blocked_by": "la convention"}
    writer.post(act, change | {"confirmer": "1", "version": f"{sheet.pk}:{sheet.version}"})
    page = page_of(reader, cast)
    assert "Bloquées (1)" in page
    assert numbers(page_of(reader, cast, "?vue=bloquees")) == ["1"]


@pytest.mark.parametrize("count", [1, 20])
def test_queries_do_not_depend_on_the_number_of_sheets(
    count: int, cast: Cast, client_of: ClientOf, django_assert_num_queries: Callable[..., Any]
) -> None:
    write(cast, count)
    client = client_of(Role.COORDINATOR)
    # session (read, then noted: 3), account, seats; strategy, counts of the tabs and the rail, saved views; total,
    # page, sizes of the groups
    with django_assert_num_queries(12):
        page_of(client, cast)
    # session, account, seats: the rest is kept until something changes
    with django_assert_num_queries(3):
        page_of(client, cast)
    # the total and the page are read again, and each column that several rows make
    with django_assert_num_queries(8):
        page_of(client, cast, "?col=communes&col=publics&col=financeurs&groupe=rien")


@pytest.mark.parametrize("count", [1, 20])
def test_a_file_holds_the_columns_chosen_and_the_stable_identifier(
    count: int, cast: Cast, client_of: ClientOf, django_assert_num_queries: Callable[..., Any]
) -> None:
    sheets = write(cast, count, status=["blocked"])
    SheetCommune.objects.create(council=cast.council, sheet=sheets[0], commune=cast.council.communes.get())
    client = client_of(Role.CHAIR)
    address = reverse("action_sheet_export", args=[cast.council.slug, "csv"]) + "?col=etat&col=communes&tri=-numero"
    # session (read, then noted: 3), account, seats; strategy; sheets, their communes
    with django_assert_num_queries(9):
        text = client.get(address).getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert list(rows[0]) == ["N°", "Fiche", "État", "Communes", "Identifiant"]
    assert [row["N°"] for row in rows] == [str(n) for n in range(count, 0, -1)]
    assert rows[-1]["Identifiant"] == str(sheets[0].external_id)
    assert rows[-1]["Communes"] == cast.council.communes.get().name
    assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404


def test_a_view_is_saved_shared_renamed_taken_away_and_brought_back(cast: Cast, client_of: ClientOf) -> None:
    write(cast, 2, priority=["high", "low"])
    author, other = client_of(Role.COORDINATOR), client_of(Role.HEALTH)
    assert "Enregistrer cette vue" in page_of(author, cast, "?priorite=high&col=pilote")
    new = reverse("sheet_view_new", args=[cast.council.slug])
    author.post(f"{new}?priorite=high&col=pilote&apres=4&rien=x", {"name": "Urgentes", "shared": "on"})
    view = SavedView.objects.get()
    assert view.query == "priorite=high&col=pilote"
    for client in (author, other):
        shown = page_of(client, cast, f"?{view.query}")
        assert "Urgentes (1)" in shown
        assert "Enregistrer cette vue" not in shown
    other.post(f"{new}?priorite=low", {"name": "À moi", "shared": "on"})
    assert "À moi" not in page_of(author, cast), "who may not change sheets keeps views for oneself"
    edit = reverse("sheet_view_edit", args=[cast.council.slug]) + f"?vue={view.pk}"
    assert "Urgentes" not in other.get(edit).text
    other.post(edit, {"name": "Volée"})
    other.post(reverse("sheet_view_delete", args=[cast.council.slug]) + f"?vue={view.pk}")
    assert SavedView.objects.get(pk=view.pk).name == "Urgentes"
    assert "Urgentes" in author.get(reverse("sheet_view_edit", args=[cast.council.slug])).text
    author.post(edit, {"name": "Très urgentes"})
    assert "Très urgentes (1)" in page_of(author, cast)
    assert "urgentes" not in page_of(other, cast)
    author.post(reverse("sheet_view_delete", args=[cast.council.slug]) + f"?vue={view.pk}")
    page = page_of(author, cast)
    assert not SavedView.objects.filter(name="Très urgentes").exists()
    undo = re.search(r'action="([^"]*retablir[^"]*)"', page)
    assert undo
    author.post(undo.group(1).replace("&amp;", "&"))
    assert SavedView.objects.get(name="Très urgentes").query == view.query
