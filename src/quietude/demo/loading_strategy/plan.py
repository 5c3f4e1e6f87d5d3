"""The strategy being written, on the ground of its council."""

from dataclasses import dataclass, field

from quietude.demo.ground import Ground
from quietude.strategy.models import ActionSheet, Axis, FundingCall, Objective, Strategy


@dataclass(frozen=True, slots=True)
class Plan:
    """What the lines of a strategy refer to; each list fills as the loading goes."""

    ground: Ground
    strategy: Strategy
    axes: list[Axis] = field(default_factory=list)
    objectives: dict[tuple[int, int], Objective] = field(default_factory=dict)
    """By rank of the axis and rank in the axis, from 1."""
    sheets: dict[str, ActionSheet] = field(default_factory=dict)
    """By number; a sheet without a number is referred to by none."""
    calls: dict[str, FundingCall] = field(default_factory=dict)
    """By code of the programme."""
