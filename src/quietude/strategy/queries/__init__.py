"""Reads of the strategy: one function per screen, each with a constant number of queries."""

from quietude.strategy.queries.imports import changed_since, import_list
from quietude.strategy.queries.objects import (
    get_axis,
    get_document,
    get_event,
    get_import,
    get_objective,
    get_sheet,
    get_step,
    get_strategy,
)
from quietude.strategy.queries.sheets import (
    SheetPage,
    hanging_on,
    has_pending_edit,
    sheet_list,
    sheet_on_paper,
    sheet_page,
)
from quietude.strategy.queries.strategies import (
    Tree,
    axis_progress,
    current_strategy,
    full_tree,
    other_strategies,
    sheet_total,
    strategy_tree,
)
from quietude.strategy.queries.table import SOON, Counts, sheet_counts

__all__ = [
    "SOON",
    "Counts",
    "SheetPage",
    "Tree",
    "axis_progress",
    "changed_since",
    "current_strategy",
    "full_tree",
    "get_axis",
    "get_document",
    "get_event",
    "get_import",
    "get_objective",
    "get_sheet",
    "get_step",
    "get_strategy",
    "hanging_on",
    "has_pending_edit",
    "import_list",
    "other_strategies",
    "sheet_counts",
    "sheet_list",
    "sheet_on_paper",
    "sheet_page",
    "sheet_total",
    "strategy_tree",
]
