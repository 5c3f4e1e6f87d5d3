"""Acts upon the formations of a council: plenary, restricted, watch cell, groups."""

from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.models import Formation, FormationMember
from quietude.councils.services.versions import save_version


def add_formation(here: Here, values: dict[str, Any]) -> Formation:
    """Set up a formation."""
    formation = Formation.objects.create(council=here.council, **values)
    here.write_register("add", object_type="formation", object_reference=formation.pk, kind=formation.kind)
    return formation


def save_formation(here: Here, formation: Formation, values: dict[str, Any], *, version: int) -> None:
    """Mend a formation. Raises VersionConflict."""
    save_version(formation, values, version=version)
    here.write_register("edit", object_type="formation", object_reference=formation.pk, kind=formation.kind)


def seat_in_formation(here: Here, formation: Formation, values: dict[str, Any]) -> FormationMember:
    """Name a titular member and, where there is one, the deputy."""
    member = FormationMember.objects.create(council=here.council, formation=formation, **values)
    here.write_register("add_member", object_type="formation", object_reference=formation.pk)
    return member


def leave_formation(here: Here, member: FormationMember) -> None:
    """The member no longer sits in the formation, from today; one who came today is taken off the list."""
    today = timezone.localdate()
    here.write_register("end_member", object_type="formation", object_reference=member.formation_id)
    if member.starts_on and member.starts_on >= today:
        member.delete()
    else:
        FormationMember.objects.filter(pk=member.pk).update(ends_on=today)
