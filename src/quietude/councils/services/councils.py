"""Acts upon the council itself: founding it, its communes, its acts of composition, its neighbourhoods."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from quietude.accounts.models import User
from quietude.accounts.services import invite
from quietude.audit.services import record
from quietude.councils.gate import Here
from quietude.councils.models import CompositionAct, Council, Formation, Organisation, Professional, Seat
from quietude.councils.services.versions import save_version
from quietude.permissions.roles import Role
from quietude.territories.models import Commune, Neighbourhood
from quietude.territories.services import add_neighbourhood, remove_neighbourhood


def free_slug(name: str) -> str:
    """An address made of ``name`` that no council has yet."""
    wanted = slugify(name)[:50] or "conseil"
    taken = set(Council.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)


@transaction.atomic
def create_council(*, communes: Iterable[Commune], actor: User | None = None, slug: str = "", **facts: Any) -> Council:
    """Make a council with its plenary formation; ``facts`` are fields of ``Council``. Its register starts here."""
    council = Council.objects.create(slug=slug or free_slug(facts["name"]), **facts)
    council.communes.set(communes)
    Formation.objects.create(council=council, kind=Formation.Kind.PLENARY, name="Formation plénière")
    record(
        "create",
        object_type="council",
        object_reference=council.reference,
        actor=actor.reference if actor else None,
        council=council.reference,
        details={"kind": council.kind, "basis": council.basis, "communes": council.communes.count()},
    )
    return council


@transaction.atomic
def name_coordinator(council: Council, *, email: str, full_name: str, organisation: str) -> Professional:
    """Seat the first coordinator of ``council`` and send the invitation that opens the account."""
    user = invite(email=email, full_name=full_name, invited_by=None, where=str(council), council=council.reference)
    body, _ = Organisation.objects.get_or_create(
        council=council, name=organisation, defaults={"kind": Organisation.Kind.TOWN}
    )
    professional = Professional.objects.create(
        council=council, organisation=body, user=user, full_name=full_name, email=user.email, job="Coordination"
    )
    seat = Seat.objects.create(
        council=council, professional=professional, role=Role.COORDINATOR, starts_on=timezone.localdate()
    )
    record("open", object_type="seat", object_reference=seat.pk, council=council.reference, details={"role": seat.role})
    return professional


def save_council(here: Here, values: dict[str, Any], *, version: int) -> None:
    """Mend the facts of the council. Raises VersionConflict."""
    save_version(here.council, values, version=version)
    here.write_register("edit", object_type="council", object_reference=here.council.reference)


def cover_commune(here: Here, commune: Commune) -> None:
    """The council covers ``commune`` from now on."""
    here.council.communes.add(commune)
    here.write_register("cover", object_type="commune", object_reference=commune.code)


def uncover_commune(here: Here, commune: Commune) -> None:
    """The council no longer covers ``commune``."""
    here.council.communes.remove(commune)
    here.write_register("uncover", object_type="commune", object_reference=commune.code)


def record_composition_act(here: Here, *, number: str, signed_on: date, note: str = "") -> CompositionAct:
    """Note the act of the chair that fixes the composition."""
    act = CompositionAct.objects.create(council=here.council, number=number, signed_on=signed_on, note=note)
    here.write_register("add", object_type="composition_act", object_reference=act.pk)
    return act


def remove_composition_act(here: Here, act: CompositionAct) -> None:
    """Take off an act that was noted by mistake."""
    here.write_register("remove", object_type="composition_act", object_reference=act.pk)
    act.delete()


def record_neighbourhood(here: Here, values: dict[str, Any]) -> Neighbourhood:
    """Note a neighbourhood of a commune of the council, with its source."""
    neighbourhood = add_neighbourhood(**values)
    here.write_register("add", object_type="neighbourhood", object_reference=neighbourhood.pk, kind=neighbourhood.kind)
    return neighbourhood


def forget_neighbourhood(here: Here, neighbourhood: Neighbourhood) -> None:
    """Take off a neighbourhood that was noted by mistake."""
    here.write_register("remove", object_type="neighbourhood", object_reference=neighbourhood.pk)
    remove_neighbourhood(neighbourhood)
