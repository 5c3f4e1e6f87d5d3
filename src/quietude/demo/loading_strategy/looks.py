"""How the council looks at its strategy: the gaps that it accepts, the views that people saved."""

from quietude.councils.gate import Here
from quietude.demo.facts import GapFacts, ViewFacts
from quietude.demo.loading_strategy.plan import Plan
from quietude.strategy.services.gaps import accept_gap
from quietude.strategy.services.saved_views import save_view


def accept_gaps(plan: Plan, told: list[GapFacts]) -> None:
    """The empty cells that the council discussed and leaves empty."""
    for one in told:
        axis, rank = one.objective
        row = f"objective:{plan.objectives[axis, rank].pk}"
        accept_gap(plan.ground.here, plan.strategy, row=row, column=one.column, reason=one.reason)


def save_views(plan: Plan, told: list[ViewFacts]) -> None:
    """Each view saved by who made it."""
    communes = plan.ground.communes
    for one in told:
        query = one.query
        for code, commune in communes.items():
            query = query.replace(f"{{commune:{code}}}", str(commune.pk))
        who = Here(council=plan.ground.council, seats=[], user=plan.ground.user(one.by))
        save_view(who, name=one.name, query=query, shared=one.shared)
