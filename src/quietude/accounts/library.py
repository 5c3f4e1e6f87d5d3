"""allauth's pages, with the rules of this house around them. Their URLs stand in the closed list of ``config``."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from quietude.accounts.factors import is_enrolled
from quietude.audit.services import record

View = Callable[..., HttpResponse]


def enrolling(view: View) -> View:
    """The session that enrols a second factor has shown it; the enrolment is written with its line."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST" or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        user, before = request.user, is_enrolled(request.user)
        with transaction.atomic():
            response = view(request, *args, **kwargs)
            user.enrolled = None  # type: ignore[attr-defined]  # asked again: it may just have changed
            if not before and is_enrolled(user):
                record_authentication(request, user, method="mfa")
                record("enrol_factor", object_type="account", object_reference=user.reference, actor=user.reference)
        return response

    return wrapped


def removing(view: View) -> View:
    """A second factor that goes leaves a line; without any left, the session is confined to enrolment again."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == 302 and request.user.is_authenticated:
            reference = request.user.reference
            with transaction.atomic():
                record("remove_factor", object_type="account", object_reference=reference, actor=reference)
        return response

    return wrapped


def before_enrolment(view: View) -> View:
    """The password alone confirms only who has no second factor yet."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and is_enrolled(request.user):
            return redirect("mfa_reauthenticate")
        return view(request, *args, **kwargs)

    return wrapped


def leaving(view: View) -> View:
    """Signing out also empties what the browser kept of this site."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response

    return wrapped
