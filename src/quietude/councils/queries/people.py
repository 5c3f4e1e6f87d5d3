"""Reads of the directory: members, organisations, seats."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from django.conf import settings
from django.db.models import Count, Prefetch, Q
from django.shortcuts import get_object_or_404
from django.utils import timezone

from quietude.accounts.queries import enrolled_accounts
from quietude.councils.gate import Here
from quietude.councils.models import Formation, FormationMember, LegalRule, Organisation, Professional, Seat
from quietude.kit.text import fold
from quietude.permissions.roles import Role


class Access(StrEnum):
    """How far a member is from being able to sign in."""

    OPEN = "open"
    PENDING = "pending"
    INVITED = "invited"
    CLOSED = "closed"
    NONE = "none"


@dataclass(slots=True)
class Member:
    """A line of the directory: the person, the seats of today, the formations, and the account."""

    person: Professional
    seats: list[Seat] = field(default_factory=list)
    formations: list[Formation] = field(default_factory=list)
    access: Access = Access.NONE

    @property
    def roles(self) -> str:
        """« élu délégué, police municipale »."""
        return ", ".join(dict.fromkeys(Role(seat.role).label for seat in self.seats))


def member_list(here: Here) -> list[Member]:
    """Everyone in the directory of the council, by name, with seats, formations and accounts of today."""
    today = timezone.localdate()
    found = (
        Professional.objects.visible_to(here.seats)
        .select_related("organisation", "user")
        .prefetch_related(Prefetch("seats", Seat.objects.current(today).order_by("pk"), to_attr="current_seats"))
    )
    people = list(found.order_by("full_name", "pk"))
    sitting = _formations_by_person(here)
    enrolled = enrolled_accounts(person.user_id for person in people if person.user_id)
    return [
        Member(person, person.current_seats, sitting.get(person.pk, []), access_of(person, enrolled))
        for person in people
    ]


def _formations_by_person(here: Here) -> dict[int, list[Formation]]:
    """The formations in which each person sits today, as titular or deputy."""
    found: dict[int, list[Formation]] = {}
    members = FormationMember.objects.visible_to(here.seats).current(timezone.localdate())
    for member in members.select_related("formation").order_by("formation__kind", "formation__name"):
        for person in filter(None, (member.titular_id, member.deputy_id)):
            found.setdefault(person, []).append(member.formation)
    return found


def access_of(person: Professional, enrolled: Iterable[int]) -> Access:
    """Where ``person`` stands on the way to signing in; ``enrolled`` are the accounts with a second factor.

    In a demonstration everyone with an account enters by a button.
    """
    user = person.user
    if user is None:
        return Access.NONE
    if settings.DEMO:
        return Access.OPEN
    if not user.is_active:
        return Access.CLOSED
    if user.pk in enrolled:
        return Access.OPEN
    return Access.PENDING if user.has_usable_password() else Access.INVITED


def get_professional(here: Here, pk: int) -> Professional:
    """One member; Http404 outside of this council."""
    people = Professional.objects.visible_to(here.seats).select_related("organisation", "user")
    return get_object_or_404(people, pk=pk, council=here.council)


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat and, where it is known, what founds it: « Préfet ou son représentant »."""

    seat: Seat
    ground: str


@dataclass(frozen=True, slots=True)
class MemberPage:
    """The page of one person."""

    person: Professional
    seats: list[HeldSeat]
    past_seats: list[Seat]
    formations: list[FormationMember]
    access: Access


def member_page(here: Here, person: Professional) -> MemberPage:
    """Seats held, to come and past, formations, account."""
    today = timezone.localdate()
    seats = list(person.seats.select_related("commune").order_by("-starts_on", "pk"))
    grounds = dict(LegalRule.objects.filter(kind=LegalRule.Kind.SEAT).values_list("code", "label"))
    memberships = FormationMember.objects.visible_to(here.seats).current(today)
    enrolled = enrolled_accounts([person.user_id] if person.user_id else [])
    return MemberPage(
        person=person,
        seats=[HeldSeat(s, grounds.get(s.kind, "")) for s in seats if not s.ends_on or s.ends_on >= today],
        past_seats=[seat for seat in seats if seat.ends_on and seat.ends_on < today],
        formations=list(
            memberships.filter(Q(titular=person) | Q(deputy=person)).select_related("formation", "titular", "deputy")
        ),
        access=access_of(person, enrolled),
    )


def get_seat(here: Here, pk: int) -> Seat:
    """One seat of this council; Http404 otherwise."""
    seats = Seat.objects.visible_to(here.seats).select_related("professional__organisation", "commune")
    return get_object_or_404(seats, pk=pk, council=here.council)


def organisation_list(here: Here) -> list[Organisation]:
    """Organisations of the council with ``members``, how many people of the directory work there."""
    found = Organisation.objects.visible_to(here.seats).filter(council=here.council)
    return sorted(found.annotate(members=Count("professionals")), key=lambda row: fold(row.name))


def get_organisation(here: Here, pk: int) -> Organisation:
    """One organisation of this council; Http404 otherwise."""
    return get_object_or_404(Organisation.objects.visible_to(here.seats), pk=pk, council=here.council)


def members_of(here: Here, organisation: Organisation) -> list[Member]:
    """The people of ``organisation``, with their seats of today."""
    return [member for member in member_list(here) if member.person.organisation_id == organisation.pk]
