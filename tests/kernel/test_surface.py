"""Every URL × every person × every relation to the council × every method, against the table written by hand.

Two halves. First the doors alone: views are replaced by one that says « entered », so that every cell is tried.
Then the pages themselves: an object of another council, or an absent one, does not exist for anybody.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from unittest import mock

import pytest
from django.http import HttpResponse
from django.test import Client

from quietude.accounts.backends import InvitedBackend
from quietude.accounts.middleware import ENROLMENT
from quietude.permissions.roles import Role
from tests.cast import Cast, open_session
from tests.kernel.oracle import expected_answer
from tests.kernel.surface import METHODS, pages, pages_behind
from tests.objects import FORMATS, MAKERS, arguments_of

pytestmark = pytest.mark.django_db
CALM = ("Date", "Set-Cookie")


@pytest.fixture
def views_that_only_say_entered() -> Iterator[None]:
    """The doors decide, nothing is drawn; who asks is read from the base once, what that person may do each time."""

    def enter(view: object, request: object, *args: object, **kwargs: object) -> HttpResponse:
        return HttpResponse("entered")

    with (
        mock.patch("quietude.accounts.doors.run_view", enter),
        mock.patch("quietude.councils.gate.run_view", enter),
        mock.patch.object(InvitedBackend, "get_user", staticmethod(cache(InvitedBackend().get_user))),
    ):
        yield


def essence(response: HttpResponse) -> tuple[int, bytes, dict[str, str]]:
    """All that a stranger could compare of an answer."""
    return (
        response.status_code,
        response.content,
        {name: value for name, value in response.headers.items() if name not in CALM},
    )


def absent(client: Client, method: str = "GET") -> tuple[int, bytes, dict[str, str]]:
    """The answer to a page that no room has."""
    return essence(client.generic(method, "/conseils/val-d-orve/rien-de-tel/"))


ON_POSTGRES = {Role.EDUCATION}
ROLES = [pytest.param(role, marks=pytest.mark.on_postgres if role in ON_POSTGRES else ()) for role in Role]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("views_that_only_say_entered")
def test_each_role_enters_where_the_table_says(role: Role, cast: Cast, client_of: Callable[..., Client]) -> None:
    client = client_of(cast[role])
    nothing = {method: absent(client, method) for method in METHODS}
    for page in pages_behind("seated"):
        for method in METHODS:
            here = client.generic(method, page.path(cast.council.slug))
            expected = expected_answer(role, page.read, page.act, method)
            assert here.status_code == expected, f"{role} {method} {page}"
            assert (here.content == b"entered") is (expected == 200 and method != "HEAD")
            if expected == 404:
                assert essence(here) == nothing[method], f"{role} {method} {page}"
        for method in METHODS if role == Role.COORDINATOR else ("GET", "POST"):
            for council in (cast.other.slug, "nulle-part"):
                elsewhere = client.generic(method, page.path(council))
                assert essence(elsewhere) == nothing[method], f"{role} {method} {page} of {council}"


@pytest.mark.usefixtures("views_that_only_say_entered")
def test_who_sits_here_no_more_or_elsewhere_finds_nothing(cast: Cast, client_of: Callable[..., Client]) -> None:
    for stranger in (cast.former, cast.neighbour):
        client = client_of(stranger)
        nothing = {method: absent(client, method) for method in METHODS}
        for page in pages_behind("seated"):
            for method in METHODS:
                assert essence(client.generic(method, page.path(cast.council.slug))) == nothing[method]


@pytest.mark.usefixtures("views_that_only_say_entered")
def test_who_has_not_signed_in_is_sent_to_sign_in(cast: Cast) -> None:
    client = Client()
    for page in pages_behind("seated", "signed_in"):
        for method in METHODS:
            for council in (cast.council.slug, "nulle-part"):
                answer = client.generic(method, page.path(council))
                assert answer.status_code == 302, f"{method} {page}"
                assert answer.headers["Location"] == f"/connexion/?next={page.path(council)}"


def test_without_a_second_factor_only_enrolment_answers(cast: Cast, client_of: Callable[..., Client]) -> None:
    client = client_of(cast.unenrolled)
    reached = set()
    for page in pages():
        for method in ("GET", "POST"):
            with mock.patch.object(page.pattern, "callback", return_value=HttpResponse("entered")):
                answer = client.generic(method, page.path(cast.council.slug))
            if answer.content == b"entered":
                reached.add(page.name)
            else:
                assert (answer.status_code, answer.headers["Location"]) == (302, "/compte/second-facteur/")
    assert reached == ENROLMENT


def test_a_session_that_never_showed_the_factor_of_its_account_is_closed(cast: Cast) -> None:
    for page in pages():
        client = Client()
        open_session(client, cast[Role.COORDINATOR], second_factor=False)
        answer = client.get(page.path(cast.council.slug))
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/connexion/")
        assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.GUEST_EXPERT, Role.OPERATOR])
@pytest.mark.usefixtures("views_that_only_say_entered")
def test_the_other_doors_open_for_who_has_signed_in(role: Role, cast: Cast, client_of: Callable[..., Client]) -> None:
    member = client_of(cast[role])
    for page in pages_behind("signed_in"):
        assert member.get(page.path()).content == b"entered"
    for page in pages_behind("public"):
        assert member.get(page.path()).content == Client().get(page.path()).content == b"entered"
    for page in pages_behind("by_link"):
        assert member.get(page.path()).status_code == Client().get(page.path()).status_code == 404


def test_every_page_that_names_an_object_can_be_reached_by_the_tests() -> None:
    named = {page.name for page in pages_behind("seated") if page.arguments}
    assert named == set(MAKERS) | set(FORMATS)


def test_an_object_of_another_council_does_not_exist(cast: Cast, client_of: Callable[..., Client]) -> None:
    """For each role that a page lets in: the neighbour's object and an absent one are one and the same answer."""
    clients = {role: client_of(cast[role]) for role in Role}
    nothing = absent(clients[Role.COORDINATOR])
    for page in pages_behind("seated"):
        if page.name not in MAKERS:
            continue
        theirs = page.path(cast.council.slug, **MAKERS[page.name](cast.other))
        for role, client in clients.items():
            if expected_answer(role, page.read, page.act, "GET") == 200:
                assert essence(client.get(theirs)) == nothing, f"{role} GET {page}"
            if expected_answer(role, page.read, page.act, "POST") == 200:
                answers = [client.post(path) for path in (theirs, page.path(cast.council.slug))]
                assert without_numbers(answers[0]) == without_numbers(answers[1]), f"{role} POST {page}"


def without_numbers(response: HttpResponse) -> tuple[int, bytes, str]:
    """What an answer says, whatever the number in the address that was asked."""
    return response.status_code, response.content, re.sub(r"\d+", "N", response.headers.get("Location", ""))


@pytest.mark.parametrize(
    "role",
    [Role.COORDINATOR, Role.CHAIR, Role.EDUCATION, Role.GUEST_EXPERT, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR],
)
def test_each_page_is_drawn_for_who_may_read_it(role: Role, cast: Cast, client_of: Callable[..., Client]) -> None:
    client, broken = client_of(cast[role]), {}
    for page in pages_behind("seated"):
        if expected_answer(role, page.read, page.act, "GET") == 200:
            answer = client.get(page.path(cast.council.slug, **arguments_of(page.name, cast.council)))
            answer.close()
            broken |= {page.name: answer.status_code} if answer.status_code >= 400 else {}
    assert broken == {}
