"""The directory: found as people search, filtered, exported, and read in a constant number of queries."""

import csv
import io
from collections.abc import Callable

import pytest
from django.urls import reverse
from python_calamine import load_workbook

from quietude.councils.models import FormationMember, Organisation, Professional, Seat
from quietude.permissions.roles import Role
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def rows_of(client, address: str) -> list[str]:
    """The names in the table of the page."""
    return [member.person.full_name for member in client.get(address).context["table"].rows]


# Session, person, seats, rail count (2). Members: people, seats, formations, second factors. Organisations: one.
# Register: count, lines, authors, people of the filter.
# Council: communes, seats, acts, neighbourhoods, formations, rules, and who is reminded (2).
QUERIES = {"member_list": 9, "organisation_list": 6, "register": 9, "council": 13}
# The same, and what the first page of a session reads and writes (3). Formation: itself, members. Organisation: itself,
# then the directory.
QUERIES_OF_ONE = {"formation": 10, "organisation": 13}


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("more", [1, 20])
def test_a_list_takes_as_many_queries_with_1_row_as_with_20(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, name: str, more: int
) -> None:
    client = client_of(Role.COORDINATOR)
    for number in range(more):
        body = Organisation.objects.create(council=cast.council, name=f"Association {number}")
        person = Professional.objects.create(council=cast.council, organisation=body, full_name=f"Personne {number}")
        Seat.objects.create(council=cast.council, professional=person, role=Role.MEDIATION)
        client.post(reverse("organisation_confirm", args=[cast.council.slug, body.pk]))
        formation = cast.council.formations.create(kind="thematic", name=f"Groupe {number}")
        FormationMember.objects.create(council=cast.council, formation=formation, titular=person)
    with django_assert_num_queries(QUERIES[name]):
        assert client.get(reverse(name, args=[cast.council.slug])).status_code == 200


@pytest.mark.parametrize("name", QUERIES_OF_ONE)
@pytest.mark.parametrize("more", [1, 20])
def test_one_thing_takes_as_many_queries_with_1_member_as_with_20(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, name: str, more: int
) -> None:
    body = Organisation.objects.get(council=cast.council)
    cell = cast.council.formations.create(kind="watch_cell", name="Cellule de veille")
    for number in range(more):
        person = Professional.objects.create(council=cast.council, organisation=body, full_name=f"Personne {number}")
        FormationMember.objects.create(council=cast.council, formation=cell, titular=person)
    address = reverse(name, args=[cast.council.slug, {"formation": cell.pk, "organisation": body.pk}[name]])
    client = client_of(Role.COORDINATOR)
    with django_assert_num_queries(QUERIES_OF_ONE[name]):
        assert client.get(address).status_code == 200


def test_search_filters_and_sort_find_people(cast: Cast, client_of: Callable) -> None:
    client, address = client_of(Role.COORDINATOR), reverse("member_list", args=[cast.council.slug])
    college = Organisation.objects.create(council=cast.council, name="Collège Léo-Ferré", kind="education")
    person = cast.professionals[Role.EDUCATION]
    Professional.objects.filter(pk=person.pk).update(organisation=college, job="Principale")
    cell = cast.council.formations.create(kind="watch_cell", name="Cellule de veille")
    FormationMember.objects.create(council=cast.council, formation=cell, titular=person)
    assert rows_of(client, f"{address}?q=THEVENOT") == ["Agnès Thévenot"]
    assert rows_of(client, f"{address}?q=ferre+principale") == ["Agnès Thévenot"]
    assert rows_of(client, f"{address}?organisme={college.pk}") == ["Agnès Thévenot"]
    assert rows_of(client, f"{address}?nature=education") == ["Agnès Thévenot"]
    assert rows_of(client, f"{address}?formation={cell.pk}") == ["Agnès Thévenot"]
    assert rows_of(client, f"{address}?role=prosecutor") == ["Étienne Garnier"]
    assert rows_of(client, f"{address}?vue=sans-siege") == ["Gilles Tardieu"]
    everyone = rows_of(client, f"{address}?tri=-nom")
    assert everyone[0] == "Yanis Belkacem"
    assert everyone[-1] == "Agnès Thévenot"
    assert rows_of(client, f"{address}?role=nonsense&organisme=x&tri=nonsense&vue=nonsense") == everyone[::-1]


def test_who_has_an_account_is_shown_to_who_invites_and_to_nobody_else(cast: Cast, client_of: Callable) -> None:
    address = reverse("member_list", args=[cast.council.slug])
    cast.unenrolled.set_password("azur-tilleul-quatorze")
    cast.unenrolled.save()
    shown = client_of(Role.COORDINATOR).get(address).content.decode()
    assert "Second facteur attendu" in shown
    assert "Compte ouvert" in shown
    assert rows_of(client_of(Role.COORDINATOR), f"{address}?vue=a-enroler") == ["Nadia Ferreira"]
    hidden = client_of(Role.EDUCATION).get(address).content.decode()
    assert "Agnès Thévenot" in hidden
    assert "Compte ouvert" not in hidden
    assert len(rows_of(client_of(Role.EDUCATION), f"{address}?vue=a-enroler")) == 20


def test_contact_details_are_for_who_may_read_them(cast: Cast, client_of: Callable) -> None:
    person = cast.professionals[Role.PROSECUTOR]
    page = reverse("member", args=[cast.council.slug, person.pk])
    table = reverse("member_export", args=[cast.council.slug, "csv"])
    assert person.email in client_of(Role.EDUCATION).get(page).content.decode()
    for role in (Role.GUEST_EXPERT, Role.OPERATOR):
        assert person.email not in client_of(role).get(page).content.decode()
        assert client_of(role).get(table).status_code == 404


def test_the_export_holds_what_the_page_shows_and_no_formula(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    Professional.objects.filter(pk=cast.professionals[Role.HEALTH].pk).update(job='=HYPERLINK("http://x")')
    answer = client.get(reverse("member_export", args=[cast.council.slug, "csv"]) + "?role=health")
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["Nom", "Fonction", "Organisme"]
    assert rows[1][:2] == ["Anaïs Pruvost", '\'=HYPERLINK("http://x")']
    assert len(rows) == 2
    book = client.get(reverse("member_export", args=[cast.council.slug, "xlsx"]) + "?role=health").getvalue()
    assert load_workbook(io.BytesIO(book)).get_sheet_by_index(0).to_python()[1][1] == '=HYPERLINK("http://x")'
    assert client.get(reverse("member_export", args=[cast.council.slug, "pdf"])).status_code == 404
