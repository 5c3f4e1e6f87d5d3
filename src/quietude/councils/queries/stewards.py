"""Who receives the reminders of a council: its coordination, who stands in for it, else its chair."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.shortcuts import get_object_or_404

from quietude.councils.gate import Here
from quietude.councils.models import Council, Interim, Professional, Seat
from quietude.permissions.roles import Role


class Ground(StrEnum):
    """Why these people receive the reminders."""

    COORDINATION = "coordination"
    INTERIM = "interim"
    CHAIR = "chair"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Stewards:
    """The people to remind, and why them; ``vacant_since`` is the first day without coordination, when it is known."""

    people: list[Professional]
    ground: Ground
    vacant: bool
    vacant_since: date | None
    interim: Interim | None

    @property
    def addresses(self) -> list[str]:
        """Where mail reaches them, each once."""
        found = (person.email or (person.user.email if person.user else "") for person in self.people)
        return list(dict.fromkeys(filter(None, found)))

    @property
    def unreachable(self) -> bool:
        """Whether no reminder can leave: nobody has an address."""
        return not self.addresses


def stewards_of(council: Council, on: date) -> Stewards:
    """Those whom the council's reminders reach on the day ``on``.

    The coordination and, beside it, who stands in for it; nobody coordinates: who stands in; else the chair.
    """
    seats = list(
        Seat.objects.filter(council=council, role__in=[Role.COORDINATOR, Role.CHAIR]).select_related(
            "professional__user", "professional__organisation"
        )
    )
    held = [seat for seat in seats if _holds(seat, on)]
    coordinators = [seat.professional for seat in held if seat.role == Role.COORDINATOR]
    interims = Interim.objects.filter(council=council).current(on)
    interim = interims.select_related("professional__user", "professional__organisation").first()
    chairs = [seat.professional for seat in held if seat.role == Role.CHAIR]
    standing_in = [interim.professional] if interim else []
    return Stewards(
        people=coordinators + standing_in if coordinators or interim else chairs,
        ground=_ground(coordinators, standing_in, chairs),
        vacant=not coordinators,
        vacant_since=None if coordinators else _vacant_since(seats, on),
        interim=interim,
    )


def _holds(seat: Seat, on: date) -> bool:
    return (seat.starts_on is None or seat.starts_on <= on) and (seat.ends_on is None or seat.ends_on >= on)


def _ground(*candidates: list[Professional]) -> Ground:
    grounds = (Ground.COORDINATION, Ground.INTERIM, Ground.CHAIR)
    return next((ground for ground, people in zip(grounds, candidates, strict=True) if people), Ground.NOBODY)


def _vacant_since(seats: Iterable[Seat], on: date) -> date | None:
    """The day after the last coordination ended; None when there never was one."""
    ended = [s.ends_on for s in seats if s.role == Role.COORDINATOR and s.ends_on and s.ends_on < on]
    return date.fromordinal(max(ended).toordinal() + 1) if ended else None


def get_interim(here: Here, pk: int) -> Interim:
    """An interim of this council; Http404 otherwise."""
    return get_object_or_404(Interim.objects.visible_to(here.seats), pk=pk, council=here.council)
