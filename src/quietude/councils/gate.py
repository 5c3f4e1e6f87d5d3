"""The gate: who are you here? ``@seated(Can.X)`` is the only way into a council.

It resolves (user, slug in the URL) to the seats held today, refuses with the answer of an absent page, opens the
transaction, and arms a read-only block around a read. A confidential read is written in the register first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone

from quietude.accounts.doors import SAFE, View, mark, require_sign_in
from quietude.accounts.models import User
from quietude.audit.services import record
from quietude.councils.models import Council, Seat
from quietude.kit.readonly import reads_only
from quietude.permissions.matrix import CONFIDENTIAL, Can, allows
from quietude.permissions.roles import Role


@dataclass(frozen=True)
class Here:
    """Who one is in this council, for one request: the council, the seats held today, and what they allow."""

    council: Council
    seats: Sequence[Seat]
    user: User

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role(seat.role) for seat in self.seats)

    @cached_property
    def organisations(self) -> frozenset[int]:
        """Primary keys of the organisations for which one sits here."""
        return frozenset(seat.professional.organisation_id for seat in self.seats)

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


def find_here(user: User, slug: str) -> Here:
    """The seats that ``user`` holds today in the council ``slug``. Raises Http404 when there are none."""
    seats = list(
        Seat.objects.current(timezone.localdate())
        .filter(council__slug=slug, professional__user=user)
        .select_related("council", "professional__organisation", "commune")
    )
    if not seats:
        raise Http404
    return Here(council=seats[0].council, seats=seats, user=user)


def seated(read: Can | None = None, *, act: Can | None = None) -> Callable[[View], View]:
    """Open a view to the seats that hold ``read`` (GET) or ``act`` (POST); the view receives ``(request, here, …)``.

    Without ``read`` the page cannot be shown, without ``act`` nothing can be sent to it (405 for who may enter,
    404 for everyone else).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, council: str, **kwargs: Any) -> HttpResponse:
            if answer := require_sign_in(request):
                return answer
            with transaction.atomic():
                here = find_here(request.user, council)  # type: ignore[arg-type]
                return _enter(view, request, here, read=read, act=act, **kwargs)

        return mark(door, "seated", read=read, act=act)

    return decorate


def _enter(
    view: View, request: HttpRequest, here: Here, *, read: Can | None, act: Can | None, **kwargs: Any
) -> HttpResponse:
    offered = {"GET": read, "HEAD": read, "POST": act}
    held = [can for can in (read, act) if can is not None and here.may(can)]
    if not held:
        raise Http404
    capability = offered.get(request.method or "")
    if capability is None:
        return HttpResponseNotAllowed([m for m, can in offered.items() if can is not None])
    if capability not in held:
        raise Http404
    request.here = here  # type: ignore[attr-defined]
    if request.method not in SAFE:
        return view(request, here, **kwargs)
    if capability in CONFIDENTIAL:
        here.write_register("read", object_type=capability, object_reference=request.resolver_match.view_name)
    with reads_only():
        return view(request, here, **kwargs)
