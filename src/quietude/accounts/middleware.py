"""How long a session lives, and what it may reach before a second factor is enrolled."""

import time
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from quietude.accounts.factors import has_second_factor, is_enrolled

IDLE = 30 * 60
LONGEST = 10 * 3600
PRECISION = 60
"""Seconds between two notes of presence: one write a minute at most."""

ENROLMENT = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
    }
)
"""The only pages that answer while no second factor is enrolled."""

Answer = Callable[[HttpRequest], HttpResponse]


def session_limits(get_response: Answer) -> Answer:
    """End a session after 30 idle minutes, or 10 hours in all; confine it until a second factor is enrolled."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not _is_alive(request):
            logout(request)
            messages.info(request, "Votre session a pris fin : reconnectez-vous.")
        return get_response(request)

    middleware.process_view = confine  # type: ignore[attr-defined]
    return middleware


def confine(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
    """Send to enrolment who has no second factor; close a session that never showed the one its account has."""
    if not request.user.is_authenticated or has_second_factor(request):
        return None
    if is_enrolled(request.user):
        logout(request)
        return redirect_to_login(request.get_full_path())
    match = request.resolver_match
    return None if match and match.url_name in ENROLMENT else redirect("mfa_index")


def _is_alive(request: HttpRequest) -> bool:
    """Whether the session is within its limits; notes that it was seen."""
    now, session = time.time(), request.session
    began, seen = session.get("began_at"), session.get("seen_at")
    if began is None or seen is None:
        session["began_at"] = session["seen_at"] = now
        return True
    if now - began >= LONGEST or now - seen >= IDLE:
        return False
    if now - seen >= PRECISION:
        session["seen_at"] = now
    return True
