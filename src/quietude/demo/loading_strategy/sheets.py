"""The sheets themselves, what they reach, and how they go together."""

from collections.abc import Iterator
from typing import Any

from quietude.demo.facts import SheetFacts, as_signed
from quietude.demo.loading_strategy.plan import Plan
from quietude.demo.loading_strategy.tables import Written, create
from quietude.strategy.models import (
    ActionSheet,
    SheetAudience,
    SheetLink,
    SheetNeighbourhood,
    SheetObjective,
)

WORDS = (
    "number",
    "title",
    "status",
    "lead_name",
    "priority",
    "weight",
    "precision",
    "recurrence",
    "visibility",
    "blocked_by",
    "description",
    "context",
    "public",
    "perimeter",
    "means",
    "calendar",
    "evaluation",
)
"""What a sheet says word for word."""


def write_sheets(plan: Plan, told: list[SheetFacts], *, later: bool = False) -> Written:
    """Write the sheets as they were signed, with what they reach; with ``later``, those that came since."""
    here = plan.ground.here
    due = [(position, one) for position, one in enumerate(told, 1) if one.added == later]
    sheets = create(
        ActionSheet,
        (
            ActionSheet(
                council=here.council,
                strategy=plan.strategy,
                position=position,
                changed_by=here.user,
                **sheet_values(plan, as_signed(one)),
            )
            for position, one in due
        ),
    )
    for sheet in sheets:
        here.write_register("sheet_create", object_type="sheet", object_reference=sheet.external_id)
    plan.sheets.update({sheet.number: sheet for sheet in sheets if sheet.number})
    written = [(sheet, one) for sheet, (_, one) in zip(sheets, due, strict=True)]
    _write_scope(plan, written)
    return written


def sheet_values(plan: Plan, told: SheetFacts) -> dict[str, Any]:
    """The fields of one sheet; what another sheet blocks is written once all are there."""
    ground = plan.ground
    first, last = (*told.ages, None, None)[:2]
    return {
        **{name: getattr(told, name) for name in WORDS},
        "axis": plan.axes[told.axis - 1],
        "lead": ground.body(told.lead),
        "referent": ground.people[told.referent] if told.referent else None,
        "starts_on": ground.day(told.starts),
        "due_on": ground.day(told.due),
        "age_from": first,
        "age_to": last,
        "outside_strategy": told.outside,
        "blocked_by_body": ground.body(told.blocked_by_body),
        "blocked_on": ground.day(told.blocked_on),
        "reminded_on": ground.day(told.reminded),
    }


def _write_scope(plan: Plan, sheets: Written) -> None:
    """What each sheet reaches: objectives, publics, neighbourhoods."""
    council = plan.ground.council
    create(SheetObjective, _objectives(plan, sheets))
    audiences = [(sheet, one) for sheet, told in sheets for one in told.audiences]
    create(SheetAudience, (SheetAudience(council=council, sheet=sheet, category=one) for sheet, one in audiences))
    places = [(sheet, plan.ground.neighbourhoods[one]) for sheet, told in sheets for one in told.neighbourhoods]
    create(
        SheetNeighbourhood,
        (SheetNeighbourhood(council=council, sheet=sheet, neighbourhood=place) for sheet, place in places),
    )


def _objectives(plan: Plan, sheets: Written) -> Iterator[SheetObjective]:
    for sheet, told in sheets:
        own = [(told.axis, told.objective)] if told.objective else []
        for axis, rank in [*own, *map(tuple, told.also_serves)]:
            objective = plan.objectives[axis, rank]
            yield SheetObjective(council=plan.ground.council, sheet=sheet, objective=objective)


def write_links(plan: Plan, sheets: Written) -> None:
    """Which sheets go together, and which one waits for another."""
    links = [(sheet, nature, plan.sheets[number]) for sheet, told in sheets for nature, number in told.links]
    create(
        SheetLink,
        (SheetLink(council=plan.ground.council, sheet=sheet, nature=how, other=other) for sheet, how, other in links),
    )
    waiting = [(sheet, plan.sheets[told.blocked_by_sheet]) for sheet, told in sheets if told.blocked_by_sheet]
    for sheet, other in waiting:
        sheet.blocked_by_sheet = other
    ActionSheet.objects.bulk_update([sheet for sheet, _ in waiting], ["blocked_by_sheet"])
