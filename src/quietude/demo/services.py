"""Entering the demonstration: without a password, with a second factor that is only simulated."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest

from quietude.accounts.factors import SIMULATED
from quietude.councils.models import Seat


def enter_as(request: HttpRequest, seat: Seat) -> None:
    """Open a session for who holds ``seat``. Raises Http404 anywhere but in a demonstration."""
    if not settings.DEMO or not seat.council.demonstration:
        raise Http404
    request.session.flush()
    login(request, seat.professional.user, backend="quietude.accounts.backends.InvitedBackend")
    request.session[SIMULATED] = True
