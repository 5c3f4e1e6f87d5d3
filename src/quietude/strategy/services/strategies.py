"""Acts on the strategy itself, its axes and its objectives."""

from typing import Any

from django.db.models import Max

from quietude.councils.gate import Here
from quietude.kit.errors import VersionConflict
from quietude.strategy.models import Axis, Objective, Strategy
from quietude.strategy.services.summary import refresh_summaries


def create_strategy(here: Here, values: dict[str, Any]) -> Strategy:
    """Open a strategy in this council; ``values`` are those of its form."""
    frameworks = values.pop("frameworks", [])
    strategy = Strategy.objects.create(council=here.council, **values)
    strategy.frameworks.set(frameworks)
    here.write_register("strategy_create", object_type="strategy", object_reference=strategy.pk)
    return strategy


def save_strategy(here: Here, strategy: Strategy, values: dict[str, Any], *, version: int) -> None:
    """Write the head of the strategy as it was at ``version``. Raises VersionConflict."""
    frameworks = values.pop("frameworks", None)
    _write(strategy, values, version)
    if frameworks is not None:
        strategy.frameworks.set(frameworks)
    here.write_register("strategy_save", object_type="strategy", object_reference=strategy.pk)


def add_axis(here: Here, strategy: Strategy, values: dict[str, Any]) -> Axis:
    """Add an axis after the last."""
    last = strategy.axes.aggregate(last=Max("position"))["last"] or 0
    axis = Axis.objects.create(council=here.council, strategy=strategy, position=last + 1, **values)
    here.write_register("axis_add", object_type="axis", object_reference=axis.pk)
    return axis


def save_axis(here: Here, axis: Axis, values: dict[str, Any], *, version: int) -> None:
    """Write an axis as it was at ``version``. Raises VersionConflict."""
    _write(axis, values, version)
    here.write_register("axis_save", object_type="axis", object_reference=axis.pk)


def add_objective(here: Here, strategy: Strategy, values: dict[str, Any]) -> Objective:
    """Add an objective after the last of its axis (of the strategy when it has none)."""
    siblings = strategy.objectives.filter(axis=values["axis"])
    last = siblings.aggregate(last=Max("position"))["last"] or 0
    objective = Objective.objects.create(council=here.council, strategy=strategy, position=last + 1, **values)
    if strategy.objectives.count() == 1:
        refresh_summaries(strategy.sheets.all())  # from now on, a sheet is complete once it serves one
    here.write_register("objective_add", object_type="objective", object_reference=objective.pk)
    return objective


def save_objective(here: Here, objective: Objective, values: dict[str, Any], *, version: int) -> None:
    """Write an objective as it was at ``version``. Raises VersionConflict."""
    _write(objective, values, version)
    here.write_register("objective_save", object_type="objective", object_reference=objective.pk)


def _write(row: Strategy | Axis | Objective, values: dict[str, Any], version: int) -> None:
    changed = type(row).objects.filter(pk=row.pk, version=version).update(version=version + 1, **values)
    if not changed:
        raise VersionConflict
    row.version = version + 1
