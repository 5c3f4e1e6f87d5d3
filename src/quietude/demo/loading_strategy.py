"""Loading the strategy of a demonstration council: written in bulk, one line of the register per act."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from quietude.audit.services import record
from quietude.demo.days import day, month_end
from quietude.demo.facts import AxisFacts, FundingFacts, IndicatorFacts, ObjectiveFacts, SheetFacts, StrategyFacts
from quietude.demo.ground import Ground
from quietude.strategy.models import (
    ActionSheet,
    Axis,
    Framework,
    FundingLine,
    Indicator,
    JournalEntry,
    Measurement,
    Objective,
    SheetCommune,
    SheetObjective,
    SheetPartner,
    Step,
    Strategy,
)
from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.services import strategies
from quietude.strategy.services.summary import refresh_summaries


@dataclass(frozen=True, slots=True)
class Plan:
    """The strategy being written, on the ground of its council."""

    ground: Ground
    strategy: Strategy
    axes: list[Axis] = field(default_factory=list)
    objectives: dict[tuple[int, int], Objective] = field(default_factory=dict)
    """By rank of the axis and rank in the axis, from 1."""


WORDS = (
    "number",
    "title",
    "status",
    "lead_name",
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

type Written = list[tuple[ActionSheet, SheetFacts]]
type Rows = Callable[[Ground, ActionSheet, SheetFacts], Iterator[CouncilRow]]


def load_strategy(ground: Ground, told: StrategyFacts) -> Strategy:
    """Write the strategy ``told``; raises Framework.DoesNotExist and KeyError for a name that means nothing."""
    values = {
        "title": told.title,
        "starts_on": ground.day(told.starts),
        "ends_on": ground.day(told.ends),
        "status": told.status,
        "adopted_on": ground.day(told.adopted),
        "deliberation": told.deliberation,
        "legal_references": told.legal_references,
        "description": told.description,
        "frameworks": [Framework.objects.get(name=name) for name in told.frameworks],
    }
    plan = Plan(ground, strategies.create_strategy(ground.here, values))
    for objective in told.general_objectives:
        _add_objective(plan, objective, None)
    for rank, axis in enumerate(told.axes, 1):
        _add_axis(plan, rank, axis)
    _add_sheets(plan, told.sheets)
    return plan.strategy


def _add_sheets(plan: Plan, told: list[SheetFacts]) -> None:
    sheets = ActionSheet.objects.bulk_create(_sheet(plan, position, one) for position, one in enumerate(told, 1))
    for sheet in sheets:
        plan.ground.here.write_register("sheet_create", object_type="sheet", object_reference=sheet.external_id)
    written = list(zip(sheets, told, strict=True))
    tables: list[tuple[type[CouncilRow], Rows]] = [
        (SheetPartner, _partners),
        (SheetCommune, _communes),
        (Step, _steps),
        (FundingLine, _funding),
    ]
    for model, rows in tables:
        model.objects.bulk_create(row for sheet, one in written for row in rows(plan.ground, sheet, one))
    SheetObjective.objects.bulk_create(
        SheetObjective(council=plan.ground.council, sheet=sheet, objective=plan.objectives[one.axis, one.objective])
        for sheet, one in written
        if one.objective
    )
    _add_indicators(plan.ground, written)
    _add_journal(plan.ground, written)
    refresh_summaries(sheets)


def _add_axis(plan: Plan, rank: int, told: AxisFacts) -> None:
    values = {"title": told.title, "description": told.description}
    plan.axes.append(strategies.add_axis(plan.ground.here, plan.strategy, values))
    for place, objective in enumerate(told.objectives, 1):
        plan.objectives[rank, place] = _add_objective(plan, objective, plan.axes[-1])


def _add_objective(plan: Plan, told: ObjectiveFacts, axis: Axis | None) -> Objective:
    values = {"axis": axis, "title": told.title, "due_on": plan.ground.day(told.due), "target": told.target}
    return strategies.add_objective(plan.ground.here, plan.strategy, values)


def _sheet(plan: Plan, position: int, told: SheetFacts) -> ActionSheet:
    return ActionSheet(
        council=plan.ground.council,
        strategy=plan.strategy,
        axis=plan.axes[told.axis - 1],
        position=position,
        lead=plan.ground.body(told.lead),
        starts_on=plan.ground.day(told.starts),
        due_on=plan.ground.day(told.due),
        changed_by=plan.ground.here.user,
        **{name: getattr(told, name) for name in WORDS},
    )


def _partners(ground: Ground, sheet: ActionSheet, told: SheetFacts) -> Iterator[SheetPartner]:
    for position, (who, part) in enumerate(told.partners):
        body = ground.organisations[who] if who.islower() else None
        name = "" if body else who
        yield SheetPartner(
            council=ground.council, sheet=sheet, position=position, organisation=body, name=name, part=part
        )


def _communes(ground: Ground, sheet: ActionSheet, told: SheetFacts) -> Iterator[SheetCommune]:
    for one in told.communes:
        yield SheetCommune(
            council=ground.council,
            sheet=sheet,
            commune=ground.communes[one.code],
            status=one.status,
            lead=ground.body(one.lead),
            due_on=ground.day(one.due),
        )


def _steps(ground: Ground, sheet: ActionSheet, told: SheetFacts) -> Iterator[Step]:
    for position, one in enumerate(told.steps):
        dates = {"due_on": ground.day(one.due), "done_on": ground.day(one.done)}
        yield Step(council=ground.council, sheet=sheet, position=position, title=one.title, note=one.note, **dates)


def _funding(ground: Ground, sheet: ActionSheet, told: SheetFacts) -> Iterator[FundingLine]:
    for position, one in enumerate(told.funding):
        yield FundingLine(
            council=ground.council,
            sheet=sheet,
            position=position,
            funder=one.funder,
            year=ground.today.year + one.year,
            state=_funding_state(one),
            asked=one.asked,
            granted=one.granted,
            paid=one.paid,
            note=one.note,
        )


def _funding_state(one: FundingFacts) -> FundingLine.State:
    """Where a request stands, from the amounts that the demonstration tells."""
    if one.paid is not None:
        return FundingLine.State.PAID
    return FundingLine.State.ASKED if one.granted is None else FundingLine.State.GRANTED


def _add_indicators(ground: Ground, written: Written) -> None:
    same = ("name", "nature", "unit", "frequency", "source", "baseline", "target")
    told = [(sheet, position, one) for sheet, facts in written for position, one in enumerate(facts.indicators)]
    rows = [
        Indicator(council=ground.council, sheet=sheet, position=position, **{name: getattr(one, name) for name in same})
        for sheet, position, one in told
    ]
    Indicator.objects.bulk_create(rows)
    Measurement.objects.bulk_create(
        Measurement(council=ground.council, indicator=row, on=on, value=value)
        for row, (_, _, one) in zip(rows, told, strict=True)
        for on, value in _measures(one, ground.today)
    )


def _measures(told: IndicatorFacts, today: date) -> Iterator[tuple[date, int]]:
    """(last day of the month, value), the last one for the month that has just ended."""
    for values, every in ((told.monthly, 1), (told.quarterly, 3)):
        for back, value in enumerate(reversed(values)):
            yield month_end(today, -1 - back * every), value


def _add_journal(ground: Ground, written: Written) -> None:
    """Write the journals, the oldest day first, and say in the register who wrote."""
    told = [(day(on, ground.today), sheet, who, text) for sheet, one in written for on, who, text in one.journal]
    told.sort(key=itemgetter(0))
    JournalEntry.objects.bulk_create(
        JournalEntry(council=ground.council, sheet=sheet, on=on, text=text, author=ground.user(who))
        for on, sheet, who, text in told
    )
    for _, sheet, who, _ in told:
        record(
            "sheet_journal",
            object_type="sheet",
            object_reference=sheet.external_id,
            actor=ground.user(who).reference,
            council=ground.council.reference,
        )
