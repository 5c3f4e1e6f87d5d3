"""What the pages of the council lead to."""

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from quietude.councils.models import CompositionAct, Council, Formation, FormationMember, Interim
from quietude.intake.services import keep_upload
from quietude.outbox.models import OutgoingMail
from quietude.territories.models import Neighbourhood
from tests.objects.reach import reached_by


@reached_by("member", "member_edit", "member_invite", "member_remove", "seat_new")
def a_member(council: Council) -> dict[str, Any]:
    return {"pk": council.professionals.earliest("pk").pk}


@reached_by("seat_edit", "seat_end")
def a_seat(council: Council) -> dict[str, Any]:
    return {"pk": council.seats.latest("pk").pk}


@reached_by("organisation", "organisation_edit", "organisation_confirm", "organisation_remove")
def an_organisation(council: Council) -> dict[str, Any]:
    return {"pk": council.organisations.earliest("pk").pk}


@reached_by("contacts_review")
def a_spreadsheet_to_review(council: Council) -> dict[str, Any]:
    document = SimpleUploadedFile("membres.csv", b"Nom;Organisme\nPaule Renaud;Mairie\n")
    return {"reference": keep_upload(document, council=council.reference).reference}


@reached_by("commune_remove")
def a_covered_commune(council: Council) -> dict[str, Any]:
    return {"code": council.communes.get().code}


@reached_by("composition_act_remove")
def an_act_of_composition(council: Council) -> dict[str, Any]:
    today = timezone.localdate()
    return {"pk": CompositionAct.objects.create(council=council, number="2026-14", signed_on=today).pk}


@reached_by("neighbourhood_remove")
def a_neighbourhood(council: Council) -> dict[str, Any]:
    commune = council.communes.get()
    return {"pk": Neighbourhood.objects.create(commune=commune, kind="local", name="Les Tilleuls", source="conseil").pk}


@reached_by("formation", "formation_edit", "formation_member_new")
def a_formation(council: Council) -> dict[str, Any]:
    return {"pk": Formation.objects.create(council=council, kind=Formation.Kind.THEMATIC, name=f"Groupe {uuid4()}").pk}


@reached_by("formation_member_end")
def a_member_of_a_formation(council: Council) -> dict[str, Any]:
    formation, titular = a_formation(council)["pk"], council.professionals.earliest("pk")
    return {"pk": FormationMember.objects.create(council=council, formation_id=formation, titular=titular).pk}


@reached_by("mail_retry")
def a_mail_that_did_not_leave(council: Council) -> dict[str, Any]:
    now = timezone.now()
    mail = OutgoingMail.objects.create(
        council=council.reference,
        recipient="a@exemple.test",
        message_id=f"<{uuid4()}@exemple.test>",
        sender="conseil@exemple.test",
        state="failed",
        last_error="server_silent",
        next_try_at=now,
        give_up_at=now,
        ended_at=now,
    )
    return {"reference": mail.reference}


@reached_by("interim_end")
def who_stands_in(council: Council) -> dict[str, Any]:
    person = council.professionals.earliest("pk")
    return {"pk": Interim.objects.create(council=council, professional=person, starts_on=timezone.localdate()).pk}
