"""The demonstration opens every role without a password: in demonstration mode only, in its own councils only."""

from collections.abc import Iterator
from types import ModuleType

import pytest
from django.test import Client, override_settings
from django.urls import NoReverseMatch, include, path, reverse

from quietude.accounts.factors import SIMULATED
from quietude.councils.models import Council, Seat
from quietude.permissions.roles import Role
from tests.cast import Cast, open_session

pytestmark = pytest.mark.django_db

urls = ModuleType("urls_of_the_demonstration")
urls.urlpatterns = [  # type: ignore[attr-defined]
    path("", include("quietude.config.urls")),
    path("demonstration/", include("quietude.demo.urls")),
]


@pytest.fixture
def demonstration(cast: Cast) -> Iterator[Cast]:
    """The cast's first council plays in a demonstration, the other one is real."""
    Council.objects.filter(pk=cast.council.pk).update(demonstration=True)
    with override_settings(DEMO=True, ROOT_URLCONF=urls, LOGIN_URL="demo_entrance"):
        yield cast


def seat_of(cast: Cast, role: Role) -> Seat:
    return cast.professionals[role].seats.get()


def test_one_chooses_a_council_then_a_role(demonstration: Cast) -> None:
    client = Client()
    page = client.get("/demonstration/").content.decode()
    assert "Val d’Orve" in page
    assert "Haut-Plateau" not in page
    assert "Camille Aubry" in page
    assert "Gilles Tardieu" not in page, "his seat has ended"
    entered = client.post("/demonstration/", {"seat": seat_of(demonstration, Role.EDUCATION).pk})
    assert entered.headers["Location"] == reverse("dashboard", args=[demonstration.council.slug])
    assert client.session["_auth_user_id"] == str(demonstration[Role.EDUCATION].pk)
    assert client.get(reverse("dashboard", args=[demonstration.council.slug])).status_code == 200
    assert client.get(reverse("strategy_new", args=[demonstration.council.slug])).status_code == 404


def test_changing_role_leaves_nothing_of_the_former_one(demonstration: Cast) -> None:
    client = Client()
    for role in (Role.COORDINATOR, Role.OPERATOR):
        client.post("/demonstration/", {"seat": seat_of(demonstration, role).pk})
        assert client.session["_auth_user_id"] == str(demonstration[role].pk)
    assert client.get(reverse("strategy", args=[demonstration.council.slug])).status_code == 404


def test_nobody_enters_a_real_council_nor_an_ended_seat(demonstration: Cast) -> None:
    real = Seat.objects.get(council=demonstration.other)
    ended = Seat.objects.get(professional__user=demonstration.former)
    for seat in (real.pk, ended.pk, 987654321, "x", ""):
        client = Client()
        assert client.post("/demonstration/", {"seat": seat}).status_code == 404
        assert "_auth_user_id" not in client.session


def test_who_has_not_entered_is_sent_to_choose(demonstration: Cast) -> None:
    answer = Client().get(reverse("dashboard", args=[demonstration.council.slug]))
    assert answer.headers["Location"].startswith("/demonstration/?next=")


def test_without_a_council_the_page_says_what_to_do(demonstration: Cast) -> None:
    Council.objects.update(demonstration=False)
    assert "Aucun conseil de démonstration" in Client().get("/demonstration/").content.decode()


def test_out_of_a_demonstration_there_is_no_such_page(cast: Cast) -> None:
    assert Client().get("/demonstration/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("demo_entrance")


def test_a_simulated_factor_opens_nothing_out_of_a_demonstration(cast: Cast) -> None:
    client = Client()
    open_session(client, cast.unenrolled)
    session = client.session
    session[SIMULATED] = True
    session.save()
    assert client.get(reverse("account")).headers["Location"] == reverse("mfa_index")


def test_even_mounted_by_mistake_the_entrance_is_shut(cast: Cast) -> None:
    Council.objects.filter(pk=cast.council.pk).update(demonstration=True)
    client = Client(raise_request_exception=False)
    with override_settings(DEMO=False, ROOT_URLCONF=urls):
        assert client.post("/demonstration/", {"seat": seat_of(cast, Role.COORDINATOR).pk}).status_code == 404
    assert "_auth_user_id" not in client.session
