"""The rows that hang on a sheet, as its portrait holds them: written as signed, then brought to today."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from quietude.demo.facts import (
    CommuneFacts,
    FactError,
    IndicatorFacts,
    PartnerFacts,
    SheetFacts,
    StepFacts,
    as_signed,
)
from quietude.demo.loading_strategy.money import budget_values, funding_values
from quietude.demo.loading_strategy.plan import Plan
from quietude.strategy.models import (
    ActionSheet,
    BudgetLine,
    FundingLine,
    Indicator,
    SheetCommune,
    SheetPartner,
    Step,
)

type Written = list[tuple[ActionSheet, SheetFacts]]


@dataclass(frozen=True, slots=True)
class Table:
    """A list of rows of a sheet: its word in the facts, its model, and what one line writes."""

    told: str
    model: type[Any]
    values: Callable[[Plan, Any], dict[str, Any]]
    positioned: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was written as the signed document had it, and the line that says what it is today."""

    table: Table
    row: Any
    told: Any


def _partner(plan: Plan, told: PartnerFacts) -> dict[str, Any]:
    body = plan.ground.organisations[told.who] if told.who.islower() else None
    return {"organisation": body, "name": "" if body else told.who, "part": told.part}


def _commune(plan: Plan, told: CommuneFacts) -> dict[str, Any]:
    return {
        "commune": plan.ground.communes[told.code],
        "status": told.status,
        "lead": plan.ground.body(told.lead),
        "due_on": plan.ground.day(told.due),
    }


def _step(plan: Plan, told: StepFacts) -> dict[str, Any]:
    ground = plan.ground
    dates = {"starts_on": ground.day(told.starts), "due_on": ground.day(told.due), "done_on": ground.day(told.done)}
    return {"title": told.title, "cost": told.cost, "note": told.note, **dates}


SAME = ("name", "definition", "nature", "unit", "frequency", "source", "direction", "rhythm", "baseline", "target")
"""What an indicator says word for word."""


def _indicator(plan: Plan, told: IndicatorFacts) -> dict[str, Any]:
    return {
        **{name: getattr(told, name) for name in SAME},
        "figure": told.figure,
        "baseline_on": plan.ground.day(told.baseline_on),
        "measured_by": plan.ground.people[told.measured_by] if told.measured_by else None,
    }


TABLES = (
    Table("partners", SheetPartner, _partner),
    Table("communes", SheetCommune, _commune, positioned=False),
    Table("steps", Step, _step),
    Table("budget", BudgetLine, budget_values),
    Table("funding", FundingLine, funding_values),
    Table("indicators", Indicator, _indicator),
)


def write_rows(plan: Plan, sheets: Written, *, later: bool = False) -> list[Row]:
    """Write the rows of ``sheets`` that the signed document held; with ``later``, those that came after it."""
    found: list[Row] = []
    for table in TABLES:
        rows = [row for sheet, told in sheets for row in _rows(plan, table, sheet, told, later or told.added)]
        create(table.model, (row.row for row in rows))
        found += rows
    return found


def _rows(plan: Plan, table: Table, sheet: ActionSheet, told: SheetFacts, later: bool) -> Iterable[Row]:
    for position, one in enumerate(getattr(told, table.told)):
        if (one.added or told.added) == later:
            values = {"position": position} if table.positioned else {}
            values |= table.values(plan, as_signed(one))
            yield Row(table, table.model(council=plan.ground.council, sheet=sheet, **values), one)


def create(model: type[Any], rows: Iterable[Any]) -> list[Any]:
    """Write ``rows`` at once, each checked before: what a form would refuse is no fact. Raises FactError."""
    many = list(rows)
    apart = {one.name for one in model._meta.fields if one.is_relation}
    for row in many:
        try:
            row.clean_fields(exclude=apart)
            row.clean()
        except ValidationError as error:
            raise FactError(f"{model.__name__} « {row} »: {error.messages}") from error
    return list(model.objects.bulk_create(many))
