"""Acts upon organisations, members and their seats."""

from datetime import date, timedelta
from typing import Any

from django.db.models import ProtectedError
from django.utils import timezone

from quietude.accounts.services import invite
from quietude.councils.gate import Here
from quietude.councils.models import Organisation, Professional, Seat
from quietude.councils.services.versions import Refused, save_version
from quietude.permissions.roles import Role


class NoAddress(Exception):
    """A member without an electronic address cannot be invited."""


def add_organisation(here: Here, values: dict[str, Any]) -> Organisation:
    """Enter an organisation in the directory of the council."""
    organisation = Organisation.objects.create(council=here.council, **values)
    here.write_register("add", object_type="organisation", object_reference=organisation.pk)
    return organisation


def save_organisation(here: Here, organisation: Organisation, values: dict[str, Any], *, version: int) -> None:
    """Mend what is known of an organisation. Raises VersionConflict."""
    save_version(organisation, values, version=version)
    here.write_register("edit", object_type="organisation", object_reference=organisation.pk)


def confirm_organisation(here: Here, organisation: Organisation) -> None:
    """Someone checked today that the entry is still true."""
    Organisation.objects.filter(pk=organisation.pk).update(confirmed_on=timezone.localdate())
    here.write_register("confirm", object_type="organisation", object_reference=organisation.pk)


def add_professional(here: Here, values: dict[str, Any]) -> Professional:
    """Enter a person in the directory of the council; rights come with a seat and an account, later."""
    professional = Professional.objects.create(council=here.council, **values)
    here.write_register("add", object_type="professional", object_reference=professional.pk)
    return professional


def save_professional(here: Here, professional: Professional, values: dict[str, Any], *, version: int) -> None:
    """Mend what is known of a person. Raises VersionConflict.

    The account keeps its own address: changing the contact here lets nobody else sign in.
    """
    save_version(professional, values, version=version)
    here.write_register("edit", object_type="professional", object_reference=professional.pk)


def invite_member(here: Here, professional: Professional) -> None:
    """Open an account for a member, or send the invitation again. Raises NoAddress."""
    address = professional.user.email if professional.user else professional.email
    if not address:
        raise NoAddress
    user = invite(
        email=address,
        full_name=professional.full_name,
        invited_by=here.user,
        where=str(here.council),
        council=here.council.reference,
    )
    Professional.objects.filter(pk=professional.pk).update(user=user)
    here.write_register("invite", object_type="professional", object_reference=professional.pk)


def remove_professional(here: Here, professional: Professional) -> None:
    """Take a person off the directory, with past seats. Raises Refused while someone sits or is referred to."""
    today = timezone.localdate()
    if Seat.objects.filter(professional=professional).exclude(ends_on__lt=today).exists():
        raise Refused(f"{professional.full_name} tient un siège : terminez-le d’abord.")
    number = professional.pk
    try:
        professional.delete()
    except ProtectedError as error:
        raise Refused(
            f"{professional.full_name} figure dans une formation ou une fiche, et reste dans l’annuaire."
        ) from error
    here.write_register("remove", object_type="professional", object_reference=number)


def remove_organisation(here: Here, organisation: Organisation) -> None:
    """Take an organisation off the directory. Raises Refused while people or sheets refer to it."""
    number = organisation.pk
    try:
        organisation.delete()
    except ProtectedError as error:
        raise Refused(
            f"{organisation.name} a des membres ou des fiches : l’organisme reste dans l’annuaire."
        ) from error
    here.write_register("remove", object_type="organisation", object_reference=number)


def open_seat(here: Here, professional: Professional, values: dict[str, Any]) -> Seat:
    """Give ``professional`` a seat: what its role allows holds from its first day."""
    seat = Seat.objects.create(council=here.council, professional=professional, **values)
    here.write_register("open", object_type="seat", object_reference=seat.pk, role=seat.role)
    return seat


def save_seat(here: Here, seat: Seat, values: dict[str, Any], *, version: int) -> None:
    """Mend a seat. Raises VersionConflict, and Refused when nobody would coordinate the council any more."""
    today = timezone.localdate()
    starts_on, ends_on = values["starts_on"] or today, values["ends_on"] or today
    if values["role"] != Role.COORDINATOR or starts_on > today or ends_on < today:
        _keep_a_coordinator(here, seat)
    save_version(seat, values, version=version)
    here.write_register("edit", object_type="seat", object_reference=seat.pk, role=seat.role)


def end_seat(here: Here, seat: Seat, *, last_day: date | None = None) -> None:
    """End a seat: its rights are gone at the next request. Without ``last_day`` it held until yesterday.

    A seat that would begin after it ends is one that never was: it is removed. Raises Refused when nobody would
    coordinate the council any more.
    """
    _keep_a_coordinator(here, seat)
    last_day = last_day or timezone.localdate() - timedelta(days=1)
    here.write_register("end", object_type="seat", object_reference=seat.pk, role=seat.role)
    if seat.starts_on and seat.starts_on > last_day:
        seat.delete()
    else:
        save_version(seat, {"ends_on": last_day}, version=seat.version)


def _keep_a_coordinator(here: Here, seat: Seat) -> None:
    """Someone who can sign in coordinates the council at any time: otherwise nobody could name the next one."""
    if seat.role != Role.COORDINATOR:
        return
    others = Seat.objects.current(timezone.localdate()).filter(council=here.council, role=Role.COORDINATOR)
    if not others.filter(professional__user__is_active=True).exclude(pk=seat.pk).exists():
        raise Refused(
            "C’est le dernier siège de coordination. Ouvrez celui de la personne qui prend la suite, puis terminez-le."
        )
