"""What the sheets cost, who pays, and the calls that are open."""

from typing import Any

from quietude.demo.facts import BudgetFacts, CallFacts, FundingFacts
from quietude.demo.loading_strategy.plan import Plan
from quietude.strategy.models import FundingLine, FundingProgramme
from quietude.strategy.services.calls import create_call


def budget_values(plan: Plan, told: BudgetFacts) -> dict[str, Any]:
    """One line of the budget of a sheet."""
    same = ("label", "nature", "unit", "planned", "real")
    return {"year": plan.ground.today.year + told.year, **{name: getattr(told, name) for name in same}}


def funding_values(plan: Plan, told: FundingFacts) -> dict[str, Any]:
    """One line of what funders are asked."""
    same = ("funder", "asked", "granted", "paid", "one_year", "note")
    return {
        **{name: getattr(told, name) for name in same},
        "year": plan.ground.today.year + told.year,
        "state": told.state or _state(told),
        "justified_on": plan.ground.day(told.justified),
        "call": plan.calls[told.call] if told.call else None,
    }


def _state(told: FundingFacts) -> FundingLine.State:
    """Where a request stands, from what the demonstration tells of it."""
    if told.justified:
        return FundingLine.State.JUSTIFIED
    if told.paid is not None:
        return FundingLine.State.PAID
    return FundingLine.State.ASKED if told.granted is None else FundingLine.State.GRANTED


def write_calls(plan: Plan, told: list[CallFacts]) -> None:
    """The calls of the department. Raises FundingProgramme.DoesNotExist for an unknown programme."""
    ground = plan.ground
    for one in told:
        values = {
            "programme": FundingProgramme.objects.get(code=one.programme),
            "title": one.title,
            "department": one.department,
            "year": ground.today.year + one.year,
            "opens_on": ground.day(one.opens),
            "closes_on": ground.day(one.closes),
            "documents": "\n".join(one.documents),
            "note": one.note,
        }
        plan.calls[one.programme] = create_call(ground.here, values)
