"""What the pages of the strategy lead to."""

from typing import Any

from django.utils import timezone

from quietude.accounts.models import User
from quietude.councils.models import Council, Seat
from quietude.permissions.roles import Role
from quietude.strategy.models import Objective, Step
from quietude.strategy.tests.stage import taken_over, write_strategy
from tests.objects.reach import reached_by


def coordinator_of(council: Council) -> User:
    """Somebody who coordinates ``council`` today."""
    seat = Seat.objects.current(timezone.localdate()).filter(council=council, role=Role.COORDINATOR).earliest("pk")
    return User.objects.get(professionals=seat.professional)


@reached_by("strategy_version", "strategy_edit", "axis_new", "objective_new", "strategy_presentation")
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


@reached_by("axis_document")
def an_axis_on_paper(council: Council) -> dict[str, Any]:
    return an_axis(council) | {"extension": "odt"}


@reached_by("action_sheet_document")
def a_sheet_on_paper(council: Council) -> dict[str, Any]:
    return a_sheet(council) | {"extension": "docx"}


@reached_by("sheet_rows")
def the_steps_of_a_sheet(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk, "section": "etapes"}


@reached_by("step_finish", "step_reopen")
def a_step(council: Council) -> dict[str, Any]:
    return {"pk": Step.objects.create(council=council, sheet=write_strategy(council)[0], title="Convention").pk}


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
