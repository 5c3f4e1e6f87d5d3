"""Something real for each URL that names an object: how the permission matrix reaches every page.

A room adds its own lines here: ``@reached_by("url_name", …)`` gives, for a council, the arguments of the URL beside
``council``. The same function is asked for one's own council and for the neighbour's.
"""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from quietude.accounts.models import User
from quietude.councils.models import CompositionAct, Council, Formation, FormationMember, Seat
from quietude.intake.services import keep_upload
from quietude.outbox.models import OutgoingMail
from quietude.permissions.roles import Role
from quietude.strategy.models import Indicator, Objective, Step
from quietude.strategy.tests.stage import taken_over, write_strategy
from quietude.territories.models import Neighbourhood

Maker = Callable[[Council], dict[str, Any]]
MAKERS: dict[str, Maker] = {}


def arguments_of(url_name: str, council: Council) -> dict[str, Any]:
    """What the URL ``url_name`` needs beside the council, made for that council."""
    maker = MAKERS.get(url_name)
    return maker(council) if maker else FORMATS.get(url_name, {})


def reached_by(*url_names: str) -> Callable[[Maker], Maker]:
    """Say which pages the object that a function makes leads to."""

    def add(maker: Maker) -> Maker:
        MAKERS.update(dict.fromkeys(url_names, maker))
        return maker

    return add


def coordinator_of(council: Council) -> User:
    """Somebody who coordinates ``council`` today."""
    seat = Seat.objects.current(timezone.localdate()).filter(council=council, role=Role.COORDINATOR).earliest("pk")
    return User.objects.get(professionals=seat.professional)


# The strategy.


@reached_by("strategy_version", "strategy_edit", "axis_new", "objective_new")
def a_strategy(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].strategy_id}


@reached_by("action_sheet_new")
def a_strategy_by_name(council: Council) -> dict[str, Any]:
    return {"strategy": write_strategy(council)[0].strategy_id}


@reached_by("axis_edit")
def an_axis(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].axis_id}


@reached_by("objective_edit")
def an_objective(council: Council) -> dict[str, Any]:
    sheet = write_strategy(council)[0]
    objective = Objective.objects.create(
        council=council, strategy=sheet.strategy, axis=sheet.axis, position=1, title="Accueillir"
    )
    return {"pk": objective.pk}


@reached_by("action_sheet", "action_sheet_edit", "action_sheet_conflict", "action_sheet_delete", "journal_write")
def a_sheet(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk}


@reached_by("strategy_document")
def a_strategy_on_paper(council: Council) -> dict[str, Any]:
    return a_strategy(council) | {"extension": "docx"}


@reached_by("action_sheet_document")
def a_sheet_on_paper(council: Council) -> dict[str, Any]:
    return a_sheet(council) | {"extension": "docx"}


@reached_by("sheet_rows")
def the_steps_of_a_sheet(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk, "section": "etapes"}


@reached_by("step_finish", "step_reopen")
def a_step(council: Council) -> dict[str, Any]:
    return {"pk": Step.objects.create(council=council, sheet=write_strategy(council)[0], title="Convention").pk}


@reached_by("indicator")
def an_indicator(council: Council) -> dict[str, Any]:
    return {"pk": Indicator.objects.create(council=council, sheet=write_strategy(council)[0], name="Jeunes reçus").pk}


@reached_by("import_review", "import_progress", "review_describe", "review_take_back")
@reached_by("import_apply", "import_abandon", "import_undo")
def a_document_to_review(council: Council) -> dict[str, Any]:
    return {"pk": taken_over(council, coordinator_of(council)).pk}


@reached_by("review_item")
def an_item_to_review(council: Council) -> dict[str, Any]:
    return a_document_to_review(council) | {"node": 1}


@reached_by("review_line")
def a_line_to_review(council: Council) -> dict[str, Any]:
    return a_document_to_review(council) | {"line": 6}


# The council.


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


FORMATS = {name: {"extension": "csv"} for name in ("member_export", "register_export", "action_sheet_export")}
"""Pages whose URL names a format, and no object."""
