"""The weighted progress of an axis or of a strategy. Pure: sheets or sums in, a percentage out."""

from collections.abc import Iterable

from quietude.strategy.models import ActionSheet
from quietude.strategy.models.vocabulary import Status


def weighted_progress(sheets: Iterable[ActionSheet]) -> int | None:
    """Sum of weight x progress over sum of weights, in whole percents; None when no sheet counts.

    Abandoned sheets and actions that partners run outside the strategy do not count.
    """
    counted = [sheet for sheet in sheets if sheet.status != Status.ABANDONED and not sheet.outside_strategy]
    return percent_of(sum(s.weight * s.progress for s in counted), sum(s.weight for s in counted))


def percent_of(gone: int | None, weights: int | None) -> int | None:
    """The same from both sums, as a base gives them: None for no row."""
    return round((gone or 0) / weights) if weights else None
