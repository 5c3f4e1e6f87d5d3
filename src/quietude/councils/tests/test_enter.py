"""Where one lands: the first run of an empty base, the only council one sits in, or the choice between several."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from quietude.accounts.models import User
from quietude.accounts.services import first_run_url
from quietude.councils.models import Council, Organisation
from quietude.permissions.roles import Role
from quietude.territories.models import Commune
from tests.cast import Cast, make_member, make_user

pytestmark = pytest.mark.django_db

FIRST = {
    "kind": "cispd-agreement",
    "name": "Val d’Orve",
    "communes": "Orve\n99002",
    "full_name": "Camille Aubry",
    "email": "camille@exemple.test",
    "organisation": "Ville d’Orve",
}


def towns() -> None:
    facts = {"department": "99", "region": "99", "vintage": 2026}
    for code, name in (("99001", "Orve"), ("99002", "Saint-Martin"), ("99003", "Saint-Martin")):
        Commune.objects.create(code=code, name=name, folded_name=name.lower().replace("-", " "), **facts)


def test_the_console_link_makes_the_first_council_and_invites_its_coordination() -> None:
    towns()
    link, browser = first_run_url(), Client()
    assert "Première ouverture" in browser.get(link).content.decode()
    done = browser.post(link, FIRST)
    council = Council.objects.get()
    assert (council.slug, council.kind, council.basis, council.communes.count()) == (
        "val-dorve",
        "cispd",
        "agreement",
        2,
    )
    assert council.formations.get().kind == "plenary"
    coordinator = User.objects.get()
    seat = council.seats.get()
    assert (seat.role, seat.professional.user) == (Role.COORDINATOR, coordinator)
    invitation = done.context["invitation"]
    assert "Bienvenue, Camille Aubry" in browser.get(invitation).content.decode()
    assert browser.get(link).status_code == 404
    assert first_run_url() is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"communes": "Saint-Martin"}, "Plusieurs communes s’appellent"),
        ({"communes": "Nulle-Part"}, "Aucune commune ne s’appelle"),
        ({"kind": "clspd-commune"}, "d’une seule commune"),
        ({"email": "camille"}, "Écrivez l’adresse comme"),
        ({"name": ""}, "Donnez le nom du territoire"),
    ],
)
def test_the_first_run_says_what_to_mend_and_makes_nothing(change: dict[str, str], words: str) -> None:
    towns()
    answer = Client().post(first_run_url(), {**FIRST, **change})
    assert words in answer.content.decode()
    assert not Council.objects.exists()
    assert not User.objects.exists()


def test_home_leads_to_the_only_council_or_to_the_choice(cast: Cast, client_of: Callable) -> None:
    one = client_of(Role.EDUCATION)
    assert one.get(reverse("home")).url == reverse("dashboard", args=[cast.council.slug])
    body = Organisation.objects.get(council=cast.other)
    away = make_member(body, Role.HEALTH, "Lou Perrin")
    away.user, lost = cast[Role.EDUCATION], away.user
    away.save()
    assert one.get(reverse("home")).url == reverse("my_councils")
    page = one.get(reverse("my_councils")).content.decode()
    assert "Val d’Orve" in page
    assert "Haut-Plateau" in page
    assert "aucun conseil" in client_of(lost).get(reverse("my_councils")).content.decode()


def test_who_is_not_signed_in_or_not_enrolled_sees_no_council(cast: Cast, client_of: Callable) -> None:
    for name in ("home", "my_councils", "rights"):
        assert reverse("account_login") in Client().get(reverse(name)).url
        assert client_of(make_user(f"Sans Facteur {name}", enrolled=False)).get(reverse(name)).url == reverse(
            "mfa_index"
        )


def test_rights_are_shown_from_the_rule_itself(cast: Cast, client_of: Callable) -> None:
    page = client_of(Role.HEALTH).get(reverse("council_rights", args=[cast.council.slug])).content.decode()
    mine = page.partition("Vous, ici")[2]
    assert "Lire la stratégie et ses fiches action" in mine
    assert "Lire le registre des actes" not in mine
    assert "Coordination, présidence du conseil, protection des données" in page
