"""Councils, their communes, organisations and people; and the sessions of those who will read."""

import time
from datetime import timedelta
from importlib import import_module

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone

from quietude.accounts.models import User
from quietude.councils.models import Council, Organisation, Professional, Seat
from quietude.permissions.roles import Role
from quietude.territories.models import Commune

ROLES = (
    Role.COORDINATOR,
    Role.CHAIR,
    Role.ELECTED_DEPUTY,
    Role.PREFECTURE,
    Role.STATE_FORCES,
    Role.MUNICIPAL_POLICE,
    Role.EDUCATION,
    Role.SOCIAL_WORKER,
)
ORGANISATIONS = (
    ("Service de prévention", "town"),
    ("Préfecture", "state"),
    ("Tribunal judiciaire", "justice"),
    ("Police nationale", "police"),
    ("Police municipale", "municipal_police"),
    ("Collège Jean-Macé", "education"),
    ("Conseil départemental", "department"),
    ("Club de prévention", "association"),
    ("Aide aux victimes", "association"),
    ("Habitat du Val", "landlord"),
    ("Régie des transports", "transport"),
    ("Maison de la santé", "health"),
)


def add_council(slug: str, name: str, communes: int = 1, skip: int = 0) -> Council:
    """A council of ``communes`` real communes, the ones after the ``skip`` first of the official code."""
    council = Council.objects.create(
        slug=slug, name=name, kind=Council.Kind.CISPD, basis=Council.Basis.AGREEMENT, created_on="2024-01-15"
    )
    council.communes.set(Commune.objects.order_by("code")[skip : skip + communes])
    Organisation.objects.bulk_create(
        Organisation(council=council, name=label, kind=kind) for label, kind in ORGANISATIONS
    )
    return council


def seat_people(council: Council, count: int) -> list[User]:
    """``count`` people with an account, a second factor and a seat; the coordinator first."""
    bodies = list(council.organisations.order_by("pk"))
    people = []
    for rank in range(count):
        name = f"Membre {rank + 1} de {council.name}"
        user = User.objects.create_user(f"membre{rank + 1}@{council.slug}.test", full_name=name)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        TOTP.activate(user, generate_totp_secret())
        professional = Professional.objects.create(
            council=council, organisation=bodies[rank % len(bodies)], user=user, full_name=name, email=user.email
        )
        started = timezone.localdate() - timedelta(days=400)
        role = ROLES[rank % len(ROLES)]
        Seat.objects.create(council=council, professional=professional, role=role, starts_on=started)
        people.append(user)
    return people


def open_sessions(council: Council) -> list[str]:
    """The cookies of everyone seated in ``council``, who has just signed in and shown the second factor."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    users = User.objects.filter(professionals__council=council).order_by("pk")
    cookies, now = [], time.time()
    for user in users:
        session = store()
        session.update(
            {
                SESSION_KEY: str(user.pk),
                BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
                HASH_SESSION_KEY: user.get_session_auth_hash(),
                "account_authentication_methods": [
                    {"method": "password", "at": now},
                    {"method": "mfa", "type": "totp", "at": now},
                ],
                "account_authentication_methods_user": str(user.pk),
                "began_at": now,
                "seen_at": now,
            }
        )
        session.create()
        cookies.append(session.session_key)
    return cookies
