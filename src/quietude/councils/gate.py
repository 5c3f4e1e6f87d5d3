"""The gate: who are you here? ``@seated(Can.X)`` is the only way into a council.

It resolves (user, slug in the URL) to the seats held today, refuses with the answer of an absent page, runs an act in
one transaction and a read where nothing can be written. An act renews the revision of the council in that transaction,
so that what was read before it is forgotten everywhere. What is confidential is written in the register first, in a
transaction of its own: no trace, no read.
"""

import logging
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.utils import timezone

from quietude.accounts.doors import SAFE, View, mark, require_sign_in, run_view
from quietude.accounts.models import User
from quietude.audit.services import record
from quietude.councils.models import Council, Seat
from quietude.kit.errors import register_unavailable
from quietude.kit.memory import Memory
from quietude.kit.prepared import prepared
from quietude.permissions.matrix import CONFIDENTIAL, Can, allows
from quietude.permissions.roles import Role

logger = logging.getLogger(__name__)

_memory = Memory(8_000_000)


@dataclass(frozen=True)
class Here:
    """Who one is in this council, for one request: the council, the seats held today, and what they allow."""

    council: Council
    seats: Sequence[Seat]
    user: User
    reading: bool = False
    """Whether nothing can be written meanwhile: only then may what is read be kept."""

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role(seat.role) for seat in self.seats)

    @cached_property
    def organisations(self) -> frozenset[int]:
        """Primary keys of the organisations for which one sits here."""
        return frozenset(seat.professional.organisation_id for seat in self.seats)

    @cached_property
    def scope(self) -> Hashable:
        """All that the rows one sees depend on: the state of the council, the day, the seats without their holder."""
        communes = frozenset(seat.commune_id for seat in self.seats)
        return self.council.pk, self.council.revision, timezone.localdate(), self.roles, self.organisations, communes

    def recall[Value](self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What ``make`` reads here, kept under ``key`` for who has the same seats, until an act is done in the council.

        Never for what depends on the person, nor for rows that no council holds. Nobody may change what it gives.
        """
        return _memory.recall((key, self.scope), make) if self.reading else make()

    @property
    def role_label(self) -> str:
        return ", ".join(dict.fromkeys(Role(seat.role).label for seat in self.seats))

    def may(self, capability: Can) -> bool:
        """The question that templates and views ask: does a seat held here carry ``capability``?"""
        return allows(self.roles, capability)

    def write_register(self, verb: str, *, object_type: str, object_reference: Any, **details: Any) -> None:
        """One line of the register for an act done here; ``details`` hold codes and counts only."""
        record(
            verb,
            object_type=object_type,
            object_reference=object_reference,
            actor=self.user.reference,
            council=self.council.reference,
            details=details,
        )


@prepared
def _seats_held(user: int, slug: str, on: date) -> QuerySet[Seat]:
    held = Seat.objects.current(on).filter(council__slug=slug, professional__user=user)
    return held.select_related("council", "professional__organisation", "commune")


def find_here(user: User, slug: str, *, reading: bool = False) -> Here:
    """The seats that ``user`` holds today in the council ``slug``. Raises Http404 when there are none."""
    seats = _seats_held(user.pk, slug, timezone.localdate())
    if not seats:
        raise Http404
    return Here(council=seats[0].council, seats=seats, user=user, reading=reading)


def seated(read: Can | None = None, *, act: Can | None = None) -> Callable[[View], View]:
    """Open a view to the seats that hold ``read`` (GET) or ``act`` (POST); the view receives ``(request, here, …)``.

    Without ``read`` the page cannot be shown, without ``act`` nothing can be sent to it (405 for who may enter,
    404 for everyone else).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def renewing(request: HttpRequest, here: Here, **kwargs: Any) -> HttpResponseBase:
            answer = view(request, here, **kwargs)
            here.council.renew()
            return answer

        @wraps(view)
        def door(request: HttpRequest, council: str, **kwargs: Any) -> HttpResponseBase:
            if answer := require_sign_in(request):
                return answer
            reading = request.method in SAFE
            here = find_here(request.user, council, reading=reading)  # type: ignore[arg-type]
            try:
                capability = _required(request, here, read=read, act=act)
            except Http404:
                _note_refusal(request, here, wanted=(act if request.method == "POST" else read) or read or act)
                raise
            if capability is None:
                return HttpResponseNotAllowed(_methods(read, act))
            request.here = here  # type: ignore[attr-defined]
            if capability in CONFIDENTIAL and not _leave_trace(request, here, capability):
                return register_unavailable(request)
            return run_view(view if reading else renewing, request, here, **kwargs)

        return mark(door, "seated", read=read, act=act)

    return decorate


def _required(request: HttpRequest, here: Here, *, read: Can | None, act: Can | None) -> Can | None:
    """The capability that this request needs and that ``here`` holds; None when the page has no such method.

    Raises Http404 for who may not do this here: a page that may be neither read nor sent does not exist.
    """
    if not any(map(here.may, filter(None, (read, act)))):
        raise Http404
    capability = {"GET": read, "HEAD": read, "POST": act}.get(str(request.method))
    if capability is not None and not here.may(capability):
        raise Http404
    return capability


def _methods(read: Can | None, act: Can | None) -> list[str]:
    """The methods that the page answers to, for the ``Allow`` header."""
    return [*(["GET", "HEAD"] if read else []), *(["POST"] if act else [])]


def _leave_trace(request: HttpRequest, here: Here, capability: Can) -> bool:
    """Write who reads what before the first byte is read; False when the register cannot be written."""
    try:
        with transaction.atomic():
            page, objects = _view_name(request), _objects(request)
            here.write_register("read", object_type=capability, object_reference=page, **objects)
    except DatabaseError:
        logger.exception("The register could not be written: a confidential page stays closed.")
        return False
    return True


def _note_refusal(request: HttpRequest, here: Here, *, wanted: Can | None) -> None:
    """A member who tries a page that the seat does not open leaves a line; the answer does not depend on it."""
    try:
        with transaction.atomic():
            record(
                "refuse",
                object_type=str(wanted),
                object_reference=_view_name(request),
                actor=here.user.reference,
                council=here.council.reference,
                result="refused",
            )
    except DatabaseError:
        logger.exception("A refusal could not be written in the register.")


def _view_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _objects(request: HttpRequest) -> dict[str, str]:
    """The references in the URL of the page, without the council's own."""
    captured = request.resolver_match.kwargs if request.resolver_match else {}
    return {name: str(value) for name, value in captured.items() if name != "council"}
