"""Writing the members that a spreadsheet brought: all of them, or none."""

from django.utils import timezone

from quietude.councils.contacts import Fate, Plan, Row
from quietude.councils.gate import Here
from quietude.councils.models import FormationMember, Organisation, Professional, Seat
from quietude.councils.services.versions import save_version
from quietude.kit.text import fold


class PlanRefused(Exception):
    """The plan holds errors, or nothing to write."""


def apply_import(here: Here, plan: Plan) -> int:
    """Write every row of ``plan``; return how many people were added or mended. Raises PlanRefused, writing nothing.

    Nobody is invited and nobody is removed: an account and an end of seat stay acts of their own.
    """
    if not plan.can_apply:
        raise PlanRefused
    bodies: dict[str, Organisation] = {}
    for organisation in Organisation.objects.filter(council=here.council):
        bodies |= {fold(name): organisation for name in (organisation.name, organisation.short_name) if name}
    for row in plan.rows:
        if row.fate is not Fate.SAME:
            body = _organisation(here, row, bodies)
            person = _person(here, row, body)
            _seat(here, row, person)
            _formations(here, row, person)
    here.write_register(
        "import",
        object_type="contacts",
        object_reference=here.council.reference,
        created=plan.created,
        updated=plan.updated,
    )
    return plan.created + plan.updated


def _organisation(here: Here, row: Row, bodies: dict[str, Organisation]) -> Organisation:
    name = row.values["organisation"]
    found = bodies.get(fold(name))
    if found is None:
        kind = row.values["kind"] or Organisation.Kind.OTHER
        found = Organisation.objects.create(council=here.council, name=name, kind=kind, siret=row.values["siret"])
        bodies[fold(name)] = found
    elif row.values["siret"] and not found.siret:
        save_version(found, {"siret": row.values["siret"]}, version=found.version)
    return found


def _person(here: Here, row: Row, body: Organisation) -> Professional:
    told = {name: row.values[name] for name in ("full_name", "job", "email", "phone") if row.values[name]}
    if row.person is None:
        return Professional.objects.create(council=here.council, organisation=body, **told)
    save_version(row.person, {**told, "organisation": body}, version=row.person.version)
    return row.person


def _seat(here: Here, row: Row, person: Professional) -> None:
    role = row.values["role"]
    if role is None or Seat.objects.filter(professional=person, role=role, ends_on=None).exists():
        return
    today, ends_on = timezone.localdate(), row.values["ends_on"]
    begins_today = ends_on is None or ends_on >= today
    Seat.objects.create(
        council=here.council,
        professional=person,
        role=role,
        commune=row.values["commune"],
        starts_on=row.values["starts_on"] or (today if begins_today else None),
        ends_on=ends_on,
    )


def _formations(here: Here, row: Row, person: Professional) -> None:
    for formation in row.values["formations"]:
        FormationMember.objects.get_or_create(
            council=here.council, formation=formation, titular=person, ends_on=None, defaults={"deputy": None}
        )
