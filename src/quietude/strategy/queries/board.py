"""Reads for the board: the sheets under their state."""

from dataclasses import dataclass

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Strategy
from quietude.strategy.models.vocabulary import Status

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Column:
    """One state: its sheets, the most pressing first, and how many there are in all."""

    status: str
    label: str
    sheets: list[ActionSheet]
    total: int

    @property
    def hidden(self) -> int:
        return self.total - len(self.sheets)


def board_columns(here: Here, strategy: Strategy, *, axis: int | None = None) -> list[Column]:
    """The five states with their sheets, in two queries a state."""
    rows = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).of_the_strategy().select_related("lead")
    if axis:
        rows = rows.filter(axis=axis)
    columns = []
    for status in Status:
        under = rows.filter(status=status)
        shown = list(under.order_by("next_due_on", "axis__position", "position", "id")[: SHOWN + 1])
        total = under.count() if len(shown) > SHOWN else len(shown)
        columns.append(Column(status.value, str(status.label).capitalize(), shown[:SHOWN], total))
    return columns
