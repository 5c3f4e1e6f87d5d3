"""The doors that need no seat: ``@public``, ``@signed_in``, ``@by_link``. The fourth is ``councils.gate.seated``.

A view without a door stops the start-up (system check in ``config``). GET shows, POST acts.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from quietude.accounts.factors import has_second_factor
from quietude.kit.readonly import reads_only

View = Callable[..., HttpResponse]
SAFE = frozenset({"GET", "HEAD"})


def run_view(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Run ``view`` in one transaction; a GET runs where nothing can be written."""
    with transaction.atomic():
        if request.method in SAFE:
            with reads_only():
                return view(request, *args, **kwargs)
        return view(request, *args, **kwargs)


def mark(view: View, door: str, **facts: Any) -> View:
    """Write on ``view`` through which door it is reached, for the system check and the permission matrix."""
    view.door = door  # type: ignore[attr-defined]
    view.door_facts = facts  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Anyone may enter; the view knows nothing of councils."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return run_view(view, request, *args, **kwargs)

    return mark(door, "public")


def signed_in(view: View) -> View:
    """A person who has signed in, second factor included."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return require_sign_in(request) or run_view(view, request, *args, **kwargs)

    return mark(door, "signed_in")


def require_sign_in(request: HttpRequest) -> HttpResponse | None:
    """What to answer to who has not signed in or not enrolled a second factor; None lets the request through."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not has_second_factor(request):
        return redirect("second_factor")
    return None
