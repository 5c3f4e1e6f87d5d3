"""Reads of the council itself: whom it gathers, where, on which acts, and what the law asks of it."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from quietude.accounts.models import User
from quietude.councils.gate import Here
from quietude.councils.legal import Requirement, State, requirements
from quietude.councils.models import CompositionAct, Council, Formation, FormationMember, LegalRule, Seat
from quietude.councils.queries.stewards import Stewards, stewards_of
from quietude.kit.text import fold
from quietude.permissions.roles import Role
from quietude.territories.models import Commune, Neighbourhood
from quietude.territories.queries import neighbourhoods_of


@dataclass(frozen=True, slots=True)
class MyCouncil:
    """A council in which one sits, and as what."""

    council: Council
    roles: str


def my_councils(user: User) -> list[MyCouncil]:
    """The councils in which ``user`` holds a seat today, by name."""
    seats = Seat.objects.current(timezone.localdate()).filter(professional__user=user).select_related("council")
    held: dict[Council, list[str]] = {}
    for seat in seats.order_by("council__name", "pk"):
        held.setdefault(seat.council, []).append(Role(seat.role).label)
    return [MyCouncil(council, ", ".join(dict.fromkeys(roles))) for council, roles in held.items()]


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """What « Le conseil » shows."""

    communes: list[Commune]
    population: int
    population_year: int | None
    neighbourhoods: list[Neighbourhood]
    chairs: list[Seat]
    coordinators: list[Seat]
    acts: list[CompositionAct]
    formations: list[Formation]
    requirements: list[Requirement]
    stewards: Stewards

    @property
    def asking(self) -> list[Requirement]:
        """What asks for a gesture: what is missing first."""
        return [line for state in (State.MISSING, State.TO_CHECK) for line in self.requirements if line.state == state]

    @property
    def settled(self) -> list[Requirement]:
        """What is met, or has no effect here."""
        return [line for line in self.requirements if line.state in (State.MET, State.FREE)]


def council_page(here: Here) -> CouncilPage:
    """The council of today, and each requirement of the law beside what the council has."""
    communes = list(covered_communes(here))
    today = timezone.localdate()
    seats = list(
        Seat.objects.current(today)
        .filter(council=here.council)
        .select_related("professional__organisation")
        .order_by("pk")
    )
    acts = list(CompositionAct.objects.filter(council=here.council).order_by("-signed_on", "-pk"))
    neighbourhoods = neighbourhoods_of(communes)
    return CouncilPage(
        communes=communes,
        population=sum(commune.population or 0 for commune in communes),
        population_year=next((commune.population_year for commune in communes if commune.population_year), None),
        neighbourhoods=neighbourhoods,
        chairs=[seat for seat in seats if seat.role == Role.CHAIR],
        coordinators=[seat for seat in seats if seat.role == Role.COORDINATOR],
        acts=acts,
        formations=list(formation_list(here)),
        requirements=requirements(
            here.council, communes=communes, neighbourhoods=neighbourhoods, seats=seats, acts=acts, on=today
        ),
        stewards=stewards_of(here.council, today),
    )


def covered_communes(here: Here) -> QuerySet[Commune]:
    """The communes that the council covers, by name."""
    return Commune.objects.filter(councils=here.council).select_related("intercommunality").order_by("name")


def get_covered_commune(here: Here, code: str) -> Commune:
    """A commune that the council covers; Http404 otherwise."""
    return get_object_or_404(covered_communes(here), code=code)


def get_neighbourhood(here: Here, pk: int) -> Neighbourhood:
    """A neighbourhood of a commune that the council covers; Http404 otherwise."""
    return get_object_or_404(Neighbourhood, pk=pk, commune__councils=here.council)


def get_composition_act(here: Here, pk: int) -> CompositionAct:
    """An act of composition of this council; Http404 otherwise."""
    return get_object_or_404(CompositionAct.objects.visible_to(here.seats), pk=pk, council=here.council)


def formation_list(here: Here) -> QuerySet[Formation]:
    """The formations of the council, with ``seated``, how many titular members sit today."""
    today = timezone.localdate()
    holds = Q(members__starts_on__isnull=True) | Q(members__starts_on__lte=today)
    lasts = Q(members__ends_on__isnull=True) | Q(members__ends_on__gte=today)
    formations = Formation.objects.visible_to(here.seats).filter(council=here.council)
    return formations.annotate(seated=Count("members", filter=holds & lasts)).order_by("pk")


def get_formation(here: Here, pk: int) -> Formation:
    """A formation of this council; Http404 otherwise."""
    return get_object_or_404(Formation.objects.visible_to(here.seats), pk=pk, council=here.council)


def get_formation_of_ours(here: Here, pk: int) -> Formation:
    """A formation that the council itself composes: Http404 for the prosecutor's group, noted for information."""
    ours = Formation.objects.visible_to(here.seats).exclude(kind=Formation.Kind.PROSECUTOR_GROUP)
    return get_object_or_404(ours, pk=pk, council=here.council)


def formation_members(formation: Formation) -> tuple[list[FormationMember], list[FormationMember]]:
    """Those who sit today or will, and those who left, with their organisations."""
    today = timezone.localdate()
    found = formation.members.select_related("titular__organisation", "deputy__organisation")
    members = sorted(found, key=lambda member: fold(member.titular.full_name))
    past = [member for member in members if member.ends_on and member.ends_on <= today]
    return [member for member in members if member not in past], past


def get_formation_member(here: Here, pk: int) -> FormationMember:
    """A membership of a formation of this council; Http404 otherwise."""
    members = FormationMember.objects.visible_to(here.seats).select_related("formation", "titular")
    return get_object_or_404(members, pk=pk, council=here.council)


def legal_rule_list() -> list[LegalRule]:
    """Every dated rule that the product knows, in force or past, grouped by kind."""
    order = {"threshold": 0, "seat": 1, "period": 2}
    rules = LegalRule.objects.order_by("code", "valid_from")
    return sorted(rules, key=lambda rule: (order[rule.kind], rule.code, str(rule.valid_from or "")))
