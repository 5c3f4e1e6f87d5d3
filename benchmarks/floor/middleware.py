"""The chain of a bare page, but for Django's own session: its addresses, and its account."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

Answer = Callable[[HttpRequest], HttpResponse]


def bare_addresses(get_response: Answer) -> Answer:
    """Point the request to the addresses of the floor."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.urlconf = "benchmarks.floor.urls"  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def bare_account(get_response: Answer) -> Answer:
    """Django's own way to find the account, without what the product's back end asks in the same query."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: _account(request))  # type: ignore[assignment]
        return get_response(request)

    return middleware


def _account(request: HttpRequest) -> Any:
    """Stock ``get_user``: one query by primary key, then the seal of the session is verified."""
    user = ModelBackend().get_user(get_user_model()._meta.pk.to_python(request.session[SESSION_KEY]))
    if user is None or not constant_time_compare(request.session[HASH_SESSION_KEY], user.get_session_auth_hash()):
        raise PermissionDenied
    return user
