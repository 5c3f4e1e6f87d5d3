"""Reads of the demonstration."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from quietude.councils.models import Council, Seat
from quietude.demo.roles import FIRST, PURPOSES
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet


@dataclass(frozen=True, slots=True)
class Character:
    """A person one may play: the seat that opens, who sits there, and what for."""

    seat: int
    name: str
    job: str
    icon: str
    purpose: str
    is_first: bool


def demo_councils() -> list[Council]:
    """The councils of the demonstration, the one where most roles can be played first, with what each one holds."""
    sheets = ActionSheet.objects.filter(council=OuterRef("pk")).order_by().values("council")
    councils = Council.objects.filter(demonstration=True).annotate(
        member_count=Count("seats", distinct=True),
        commune_count=Count("communes", distinct=True),
        sheet_count=Coalesce(Subquery(sheets.values(count=Count("pk"))), 0),
    )
    return list(councils.order_by("-member_count", "name"))


def characters(council: Council) -> list[Character]:
    """The persons with an account who sit in ``council``, in the order of roles: the coordinator first."""
    order = list(Role)
    seats = _open_seats().filter(council=council)
    return [_character(seat) for seat in sorted(seats, key=lambda seat: (order.index(Role(seat.role)), seat.pk))]


def find_seat(number: int) -> Seat | None:
    """The seat ``number`` of a demonstration council, when a person with an account holds it today."""
    return _open_seats().filter(pk=number).first()


def _open_seats() -> QuerySet[Seat]:
    current = Seat.objects.current(timezone.localdate())
    return current.filter(council__demonstration=True, professional__user__is_active=True).select_related(
        "council", "professional__user"
    )


def _character(seat: Seat) -> Character:
    role = Role(seat.role)
    icon, purpose = PURPOSES[role]
    job = seat.professional.job or role.label
    return Character(seat.pk, seat.professional.full_name, job[:1].upper() + job[1:], icon, purpose, role == FIRST)
