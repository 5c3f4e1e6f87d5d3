"""Reads of the strategy as a whole: the one in force, its tree, how its axes advance."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, prefetch_related_objects

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Axis, Framework, Objective, Strategy
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.queries.sheets import ROWS


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


def strategy_tree(here: Here, strategy: Strategy) -> Tree:
    """Everything the tree page shows, in five queries whatever the size."""
    sheets = ActionSheet.objects.visible_to(here.seats).select_related("lead")
    objectives = list(strategy.objectives.all())
    axes = list(
        strategy.axes.select_related("source__taken_from")
        .defer("source__taken_from__lines", "source__taken_from__review")
        .prefetch_related(Prefetch("sheets", queryset=sheets.order_by("position")))
    )
    for axis in axes:
        axis.shown_objectives = [o for o in objectives if o.axis_id == axis.pk]  # type: ignore[attr-defined]
    return Tree(
        strategy=strategy,
        general_objectives=[o for o in objectives if o.axis_id is None],
        axes=axes,
        frameworks=list(strategy.frameworks.all()),
    )


def full_tree(here: Here, strategy: Strategy) -> Tree:
    """The tree with the rows of every sheet, for a document of the whole."""
    tree = strategy_tree(here, strategy)
    prefetch_related_objects([sheet for axis in tree.axes for sheet in axis.sheets.all()], *ROWS)
    return tree


def axis_progress(here: Here, strategy: Strategy, on: date) -> list[Axis]:
    """The axes with how many of their sheets are done, running, late, blocked, to launch, for the bars."""
    late = Q(sheets__due_on__lt=on)
    running = Q(sheets__status=Status.RUNNING)
    waiting = Q(sheets__status=Status.TO_LAUNCH)
    axes: list[Any] = list(
        strategy.axes.annotate(
            total=Count("sheets"),
            done=Count("sheets", filter=Q(sheets__status=Status.DONE)),
            blocked=Count("sheets", filter=Q(sheets__status=Status.BLOCKED)),
            late=Count("sheets", filter=(running | waiting) & late),
            running=Count("sheets", filter=running & ~late | running & Q(sheets__due_on__isnull=True)),
            to_launch=Count("sheets", filter=waiting & ~late | waiting & Q(sheets__due_on__isnull=True)),
            abandoned=Count("sheets", filter=Q(sheets__status=Status.ABANDONED)),
        ).order_by("position", "id")
    )
    for axis in axes:
        axis.segments = [(state, getattr(axis, state)) for state in SEGMENTS]
        parts = [f"{count} {SEGMENTS[state](count)}" for state, count in axis.segments if count]
        axis.words = ", ".join(parts)
    return axes


def sheet_total(here: Here) -> int:
    """How many sheets the current strategy holds, for the rail."""
    return here.recall("sheet_total", lambda: _sheet_total(here))


def _sheet_total(here: Here) -> int:
    strategy = current_strategy(here)
    return ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).count() if strategy else 0
