"""Has this session proved a second factor, and how long ago?

An account that has a factor is not enough: the session itself must have shown it, so that a password stolen before
enrolment opens nothing after it.
"""

import time

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from quietude.accounts.models import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
NEVER = 0.0
SIMULATED = "simulated_second_factor"
"""Mark of a session of the demonstration: honoured when ``settings.DEMO`` is on, and only then."""


def is_enrolled(user: User) -> bool:
    """Whether the account holds a second factor; recovery codes alone do not count."""
    known: bool | None = getattr(user, "enrolled", None)
    if known is None:
        known = Authenticator.objects.filter(user=user, type__in=FACTORS).exists()
        user.enrolled = known  # type: ignore[attr-defined]
    return known


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session has shown the second factor of its account."""
    return _is_simulated(request) or (_last_shown(request) > NEVER and is_enrolled(request.user))  # type: ignore[arg-type]


def recently_confirmed(request: HttpRequest, minutes: int = 5) -> bool:
    """Whether the second factor was shown within the last ``minutes``: what a sensitive act asks for."""
    if _is_simulated(request):
        return True
    return has_second_factor(request) and time.time() - _last_shown(request) < minutes * 60


def _is_simulated(request: HttpRequest) -> bool:
    return settings.DEMO and bool(request.session.get(SIMULATED))


def _last_shown(request: HttpRequest) -> float:
    """Instant (seconds since 1970) at which this session last showed a factor, or ``NEVER``."""
    records = get_authentication_records(request, request.user)
    return next((record["at"] for record in reversed(records) if record.get("method") == "mfa"), NEVER)
