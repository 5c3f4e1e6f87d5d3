"""Reads of the strategy as a whole: the one in force, its tree, how its axes advance."""

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Prefetch, Q, Sum, prefetch_related_objects
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Axis, Framework, Objective, Strategy
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.progress import percent_of, weighted_progress
from quietude.strategy.queries.sheets import PRINTED
from quietude.strategy.queries.table import sheet_counts


def _word(one: str, many: str) -> Callable[[int], str]:
    return lambda count: many if count > 1 else one


SEGMENTS = {
    "done": _word("réalisée", "réalisées"),
    "running": _word("en cours", "en cours"),
    "late": _word("en retard", "en retard"),
    "blocked": _word("bloquée", "bloquées"),
    "to_launch": _word("à lancer", "à lancer"),
    "abandoned": _word("abandonnée", "abandonnées"),
}
"""The parts of an axis' bar, by state, and their words."""


def current_strategy(here: Here) -> Strategy | None:
    """The strategy that the council works on: the latest that is neither archived nor evaluated, else the latest."""
    return copy(here.recall("current_strategy", lambda: _current_strategy(here)))


def _current_strategy(here: Here) -> Strategy | None:
    visible = Strategy.objects.visible_to(here.seats).filter(council=here.council)
    working = visible.filter(status__in=[Strategy.Status.ADOPTED, Strategy.Status.DRAFT])
    return working.order_by("status", "-starts_on", "-id").first() or visible.first()


def other_strategies(here: Here, shown: Strategy) -> list[Strategy]:
    """The council's other strategies, the latest first."""
    return list(Strategy.objects.visible_to(here.seats).filter(council=here.council).exclude(pk=shown.pk))


@dataclass(frozen=True, slots=True)
class Tree:
    """The strategy as one reads it: general objectives, axes with their objectives and sheets."""

    strategy: Strategy
    general_objectives: list[Objective]
    axes: list[Axis]
    frameworks: list[Framework]
    progress: int | None
    """Weighted, in percents, over the sheets that one sees; None when none counts."""


def strategy_tree(here: Here, strategy: Strategy, *, official: bool = False) -> Tree:
    """Everything the tree page shows, in five queries whatever the size.

    ``official`` leaves out the actions that partners run outside the strategy.
    """
    sheets = ActionSheet.objects.visible_to(here.seats).select_related("lead")
    sheets = sheets.of_the_strategy() if official else sheets
    objectives = list(strategy.objectives.all())
    axes = list(
        strategy.axes.select_related("source__taken_from")
        .defer("source__taken_from__lines", "source__taken_from__review")
        .prefetch_related(Prefetch("sheets", queryset=sheets.order_by("position")))
    )
    for axis in axes:
        axis.shown_objectives = [o for o in objectives if o.axis_id == axis.pk]  # type: ignore[attr-defined]
        axis.progress = weighted_progress(axis.sheets.all())  # type: ignore[attr-defined]
    return Tree(
        strategy=strategy,
        general_objectives=[o for o in objectives if o.axis_id is None],
        axes=axes,
        frameworks=list(strategy.frameworks.all()),
        progress=weighted_progress(sheet for axis in axes for sheet in axis.sheets.all()),
    )


def full_tree(here: Here, strategy: Strategy) -> Tree:
    """The tree with the rows of every sheet of the strategy itself, for a document of the whole."""
    tree = strategy_tree(here, strategy, official=True)
    prefetch_related_objects([sheet for axis in tree.axes for sheet in axis.sheets.all()], *PRINTED)
    return tree


def axis_progress(here: Here, strategy: Strategy, on: date) -> list[Axis]:
    """The axes with how many sheets that one may see are done, running, late…, and their weighted progress.

    Two queries. Actions run by partners outside the strategy are left out.
    """
    counts = {row.pop("axis_id"): row for row in _counts_by_axis(here, strategy, on)}
    axes: list[Any] = list(strategy.axes.order_by("position", "id"))
    for axis in axes:
        told = counts.get(axis.pk, {})
        axis.total = told.get("total", 0)
        axis.progress = percent_of(told.get("gone"), told.get("weights"))
        axis.segments = [(state, told.get(state, 0)) for state in SEGMENTS]
        parts = [f"{count} {SEGMENTS[state](count)}" for state, count in axis.segments if count]
        axis.words = ", ".join(parts)
    return axes


def _counts_by_axis(here: Here, strategy: Strategy, on: date) -> Iterable[dict[str, Any]]:
    """One row an axis that has sheets: how many in each state, and the sums of its weighted progress."""
    late = Q(status__in=[Status.RUNNING, Status.TO_LAUNCH], due_on__lt=on)
    on_time = Q(due_on__isnull=True) | Q(due_on__gte=on)
    counted = ~Q(status=Status.ABANDONED)
    sheets = ActionSheet.objects.visible_to(here.seats).of_the_strategy().filter(strategy=strategy)
    rows: Iterable[dict[str, Any]] = (
        sheets.order_by()
        .values("axis_id")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(status=Status.DONE)),
            blocked=Count("pk", filter=Q(status=Status.BLOCKED)),
            late=Count("pk", filter=late),
            running=Count("pk", filter=Q(status=Status.RUNNING) & on_time),
            to_launch=Count("pk", filter=Q(status=Status.TO_LAUNCH) & on_time),
            abandoned=Count("pk", filter=Q(status=Status.ABANDONED)),
            gone=Sum(F("weight") * F("progress"), filter=counted),
            weights=Sum("weight", filter=counted),
        )
    )
    return rows


def sheet_total(here: Here) -> int:
    """How many sheets the current strategy holds, for the rail."""
    strategy = current_strategy(here)
    return sheet_counts(here, strategy, timezone.localdate()).total if strategy else 0
