"""The cast of the tests: two councils of an imaginary valley, one named person per role, all enrolled.

``cast`` gives the people and the councils, ``client_of`` a browser in which one of them has signed in:

    def test_only_the_coordinator_edits(cast, client_of):
        page = reverse("strategy_edit", args=[cast.council.slug, 1])
        assert client_of(Role.COORDINATOR).get(page).status_code == 200
        assert client_of(Role.EDUCATION).get(page).status_code == 404
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from traceback import walk_stack
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.handlers import base
from django.db import connection
from django.test import Client
from django.utils import timezone

from quietude.accounts.models import User
from quietude.councils import gate
from quietude.councils.models import Council, Organisation, Professional, Seat
from quietude.kit.memory import Memory
from quietude.kit.readonly import is_read
from quietude.permissions.roles import Role
from quietude.territories.models import Commune

SECRET = "JBSWY3DPEHPK3PXP"
"""What everybody's application holds: ``code_of(SECRET)`` gives the six digits of the moment."""
NAMES = {
    Role.COORDINATOR: "Camille Aubry",
    Role.CHAIR: "Baptiste Roussel",
    Role.MEMBER_MAYOR: "Martine Lenoir",
    Role.ELECTED_DEPUTY: "Yanis Belkacem",
    Role.PREFECTURE: "Hortense Vidal",
    Role.PROSECUTOR: "Étienne Garnier",
    Role.STATE_FORCES: "Solène Marchal",
    Role.MUNICIPAL_POLICE: "Karim Oussaïd",
    Role.EDUCATION: "Agnès Thévenot",
    Role.SOCIAL_WORKER: "Lucie Ferrand",
    Role.JUSTICE_SERVICES: "Paul Desmarets",
    Role.VICTIM_SUPPORT: "Inès Carrière",
    Role.MEDIATION: "Moussa Diarra",
    Role.LANDLORD_TRANSPORT: "Florence Gillet",
    Role.HEALTH: "Anaïs Pruvost",
    Role.GUEST_EXPERT: "Rémi Castel",
    Role.DATA_PROTECTION_OFFICER: "Claire Montigny",
    Role.OPERATOR: "Thibault Noël",
}


@dataclass
class Cast:
    """Who plays: ``council`` is theirs, ``other`` is the neighbour's, where none of them sits."""

    council: Council
    other: Council
    neighbour: User
    """Coordinator of the other council."""
    former: User
    """Sat in ``council`` until yesterday."""
    unenrolled: User
    """Coordinator of ``council`` who has no second factor yet."""
    people: dict[Role, User] = field(default_factory=dict)
    professionals: dict[Role, Professional] = field(default_factory=dict)

    def __getitem__(self, role: Role) -> User:
        return self.people[role]


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """Two councils and their people, made anew for each test.

    What a test writes by hand, between two pages, passes by no gate: what was kept of the councils is then forgotten.
    """
    with connection.execute_wrapper(_forget_what_was_kept):
        yield make_cast()


def _forget_what_was_kept(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    if not (is_read(sql) or "django_session" in sql or "last_login" in sql or _in_a_page()):
        gate._memory = Memory(1_000_000)
    return execute(sql, *rest)


def _in_a_page() -> bool:
    return any(frame.f_code.co_filename == base.__file__ for frame, _ in walk_stack(None))


@pytest.fixture
def client_of() -> Callable[[Role | User], Client]:
    """A browser in which a person has signed in, second factor shown; takes a person of the cast or, once ``cast``
    was asked for, a role of ``cast.council``."""

    def sign_in(who: Role | User) -> Client:
        user = User.objects.get(full_name=NAMES[who]) if isinstance(who, Role) else who
        client = Client()
        open_session(client, user)
        return client

    return sign_in


def make_cast() -> Cast:
    """Write the whole cast in the base."""
    council = make_council("val-d-orve", "Val d’Orve", commune="99001")
    other = make_council("haut-plateau", "Haut-Plateau", commune="99002")
    service = Organisation.objects.create(council=council, name="Service de prévention", kind=Organisation.Kind.TOWN)
    away = Organisation.objects.create(council=other, name="Service de prévention", kind=Organisation.Kind.TOWN)
    cast = Cast(
        council=council,
        other=other,
        neighbour=make_member(away, Role.COORDINATOR, "Odile Brunet").user,
        former=make_member(service, Role.COORDINATOR, "Gilles Tardieu", ended=True).user,
        unenrolled=make_member(service, Role.COORDINATOR, "Nadia Ferreira", enrolled=False).user,
    )
    for role, name in NAMES.items():
        cast.professionals[role] = make_member(service, role, name)
        cast.people[role] = cast.professionals[role].user
    return cast


def make_council(slug: str, name: str, *, commune: str) -> Council:
    """A council of one imaginary commune."""
    place, _ = Commune.objects.get_or_create(
        code=commune,
        defaults={"name": name, "folded_name": name.lower(), "department": "99", "region": "99", "vintage": 2026},
    )
    council = Council.objects.create(slug=slug, name=name, kind=Council.Kind.CISPD, basis=Council.Basis.AGREEMENT)
    council.communes.add(place)
    return council


def make_member(
    organisation: Organisation, role: Role, name: str, *, enrolled: bool = True, ended: bool = False
) -> Professional:
    """A person with an account, a seat and, unless told otherwise, a second factor."""
    user = make_user(name, enrolled=enrolled)
    council = organisation.council
    professional = Professional.objects.create(
        council=council, organisation=organisation, user=user, full_name=name, email=user.email
    )
    today = timezone.localdate()
    ends_on = today - timedelta(days=1) if ended else None
    Seat.objects.create(
        council=council, professional=professional, role=role, starts_on=today - timedelta(days=400), ends_on=ends_on
    )
    return professional


def make_user(name: str, *, enrolled: bool = True) -> User:
    """An account that is open; nobody knows its password."""
    words = name.lower().translate(str.maketrans("éèêëïîôöàâçù ", "eeeeiiooaacu.")).replace("’", "")
    user = User.objects.create_user(f"{words}@exemple.test", full_name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if enrolled:
        TOTP.activate(user, SECRET)
    return user


def open_session(client: Client, user: User, *, second_factor: bool | None = None) -> None:
    """Sign ``user`` in; the session has shown a second factor when the account holds one, unless told otherwise."""
    client.force_login(user)
    shown = Authenticator.objects.filter(user=user).exists() if second_factor is None else second_factor
    records = [{"method": "password", "at": time.time()}]
    records += [{"method": "mfa", "type": "totp", "at": time.time()}] if shown else []
    session = client.session
    session["account_authentication_methods"] = records
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
