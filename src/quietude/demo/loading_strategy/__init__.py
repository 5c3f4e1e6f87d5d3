"""Loading the strategy of a demonstration council: written in bulk, one line of the register per act.

Where the strategy was signed, it is first written as it was that day and frozen by the product's own act; what moved
since then is written afterwards. So the frozen version is what a real one is.
"""

from quietude.demo.facts import AxisFacts, ObjectiveFacts, StrategyFacts
from quietude.demo.ground import Ground
from quietude.demo.loading_strategy import following, looks, measures, signing
from quietude.demo.loading_strategy.money import write_calls
from quietude.demo.loading_strategy.plan import Plan
from quietude.demo.loading_strategy.sheets import write_links, write_sheets
from quietude.demo.loading_strategy.tables import Written, write_rows
from quietude.strategy.models import Axis, Framework, Objective, Strategy
from quietude.strategy.services import strategies
from quietude.strategy.services.summary import refresh_summaries


def load_strategy(ground: Ground, told: StrategyFacts) -> Strategy:
    """Write the strategy ``told``.

    Raises Framework.DoesNotExist and KeyError for a name that means nothing, FactError for a value that cannot be.
    """
    plan = _opened(ground, told)
    write_calls(plan, told.calls)
    signed = write_sheets(plan, told.sheets)
    rows = write_rows(plan, signed)
    if told.baseline:
        signing.freeze(plan, told.baseline)
    signing.bring_to_today(plan, signed, rows)
    added = write_sheets(plan, told.sheets, later=True)
    write_rows(plan, signed + added, later=True)
    _follow(plan, signed + added, told)
    return plan.strategy


def _opened(ground: Ground, told: StrategyFacts) -> Plan:
    """The strategy with its axes and its objectives, still without a sheet."""
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
    return plan


def _add_axis(plan: Plan, rank: int, told: AxisFacts) -> None:
    values = {"title": told.title, "description": told.description}
    plan.axes.append(strategies.add_axis(plan.ground.here, plan.strategy, values))
    for place, objective in enumerate(told.objectives, 1):
        plan.objectives[rank, place] = _add_objective(plan, objective, plan.axes[-1])


def _add_objective(plan: Plan, told: ObjectiveFacts, axis: Axis | None) -> Objective:
    values = {"axis": axis, "title": told.title, "due_on": plan.ground.day(told.due), "target": told.target}
    return strategies.add_objective(plan.ground.here, plan.strategy, values)


def _follow(plan: Plan, sheets: Written, told: StrategyFacts) -> None:
    """The life of the sheets since they were written, then how the council looks at them."""
    write_links(plan, sheets)
    measures.write_measures(plan, sheets)
    following.write_events(plan, sheets)
    following.write_journals(plan, sheets)
    following.attach_documents(plan, sheets)
    refresh_summaries([sheet for sheet, _ in sheets])
    measures.take_figures(plan)
    looks.accept_gaps(plan, told.gaps)
    looks.save_views(plan, told.views)
