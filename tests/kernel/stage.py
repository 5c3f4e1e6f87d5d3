"""The stage on which the kernel's promises are tried: a council, its neighbour, a few people, and their requests."""

import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from quietude.accounts.models import User
from quietude.councils.models import Council, Organisation, Professional
from quietude.permissions.matrix import Can
from quietude.permissions.roles import Role
from tests.cast import make_council, make_member

READ, ACT = Can.READ_STRATEGY, Can.EDIT_STRATEGY
SHOWN = {"method": "mfa", "type": "totp"}


@dataclass
class Stage:
    """Where and by whom the promises are tried."""

    council: Council
    other: Council
    service: Organisation
    away: Organisation
    coordinator: Professional
    teacher: Professional
    operator: Professional


def set_stage() -> Stage:
    """Two councils; in the first, a coordinator (reads and edits), a teacher (reads), an operator (neither)."""
    council = make_council("val-d-orve", "Val d’Orve", commune="99001")
    other = make_council("haut-plateau", "Haut-Plateau", commune="99002")
    service = Organisation.objects.create(council=council, name="Service")
    away = Organisation.objects.create(council=other, name="Service")
    return Stage(
        council,
        other,
        service,
        away,
        coordinator=make_member(service, Role.COORDINATOR, "Camille Aubry"),
        teacher=make_member(service, Role.EDUCATION, "Agnès Thévenot"),
        operator=make_member(service, Role.OPERATOR, "Thibault Noël"),
    )


def ask(user: User | None, method: str = "GET", *, shown_at: float | None = 0.0, **session: Any) -> HttpRequest:
    """A request of ``user``, who showed a second factor ``shown_at`` seconds ago (None: never)."""
    request = RequestFactory().generic(method, "/conseils/val-d-orve/page/7/")
    request.user = User.objects.get(pk=user.pk) if user else AnonymousUser()
    records = [{"method": "password", "at": time.time()}]
    if shown_at is not None:
        records.append(SHOWN | {"at": time.time() - shown_at})
        records.append({"method": "password", "at": time.time()})
    request.session = {
        "account_authentication_methods": records,
        "account_authentication_methods_user": str(user.pk) if user else "",
    } | session  # type: ignore[assignment]
    request.resolver_match = SimpleNamespace(view_name="page", url_name="page", kwargs={"council": "x", "pk": 7})  # type: ignore[assignment]
    return request


class Page:
    """A view that remembers who entered."""

    def __init__(self, body: Callable[..., Any] = lambda *args, **kwargs: None) -> None:
        self.entered: list[Any] = []
        self.body = body
        self.__name__ = "page"
        self.__doc__ = "A page."

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.entered.append((args, kwargs))
        self.body(request, *args, **kwargs)
        return HttpResponse("entered")


def answer(door: Callable[..., HttpResponse], request: HttpRequest, **kwargs: Any) -> int:
    """The status of the answer; an absent page is 404."""
    try:
        return door(request, **kwargs).status_code
    except Http404:
        return 404


def write(*args: Any, **kwargs: Any) -> None:
    Organisation.objects.update(short_name="written")


def was_written() -> bool:
    return Organisation.objects.filter(short_name="written").exists()


@contextmanager
def refused() -> Any:
    """The block ends by a refusal to write, whatever class of it the mutant has."""
    with pytest.raises(RuntimeError, match="may not write"), transaction.atomic():
        yield
