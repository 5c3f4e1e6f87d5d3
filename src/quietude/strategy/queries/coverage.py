"""Reads for the coverage: the sheets with what they reach, in six queries."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from quietude.councils.gate import Here
from quietude.strategy.models import (
    AcceptedGap,
    ActionSheet,
    Objective,
    SheetAudience,
    SheetCommune,
    SheetObjective,
    Strategy,
)
from quietude.strategy.models.vocabulary import AGE_BANDS, Category, Status
from quietude.strategy.pictures.coverage import Block, Coverage, Covering, Line, cover

Reach = dict[int, set[str]]


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """The matrix and what it cannot place."""

    coverage: Coverage
    unreached: list[str]
    """Publics that no sheet names, in words."""
    without_public: int
    unplaced: int
    """Sheets that name no commune, where the matrix has communes."""
    without_row: int
    """Sheets that serve no objective: the matrix by objective cannot show them."""


def coverage_page(here: Here, strategy: Strategy, *, by_axis: bool, age: int | None = None) -> CoveragePage:
    """The matrix of the sheets not abandoned, outside ones included: the whole offer counts.

    By objective: publics and communes. By axis: publics and ages; ``age`` is the first age of a band to keep.
    """
    rows = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).exclude(status=Status.ABANDONED)
    publics = _reach(SheetAudience, rows, "category", "category")
    communes = _reach(SheetCommune, rows, "commune__code", "commune")
    served = _reach(SheetObjective, rows, "objective_id", "objective")
    sheets = [
        Covering(
            row.pk,
            row.number,
            row.title,
            frozenset({f"axis:{row.axis_id}"} if by_axis else served[row.pk]),
            frozenset(publics[row.pk] | (_ages(row) if by_axis else communes[row.pk])),
        )
        for row in rows.order_by("axis__position", "position", "id").only(
            "pk", "number", "title", "axis_id", "age_from", "age_to"
        )
        if age is None or f"age:{age}" in _ages(row)
    ]
    blocks = [_publics(publics), _age_bands() if by_axis else _communes(here)]
    gaps = AcceptedGap.objects.filter(strategy=strategy).values_list("row", "column", "reason")
    reached = {key for keys in publics.values() for key in keys}
    return CoveragePage(
        coverage=cover(_rows(here, strategy, by_axis), blocks, sheets, {(r, c): reason for r, c, reason in gaps}),
        unreached=[str(c.label) for c in Category if f"category:{c}" not in reached],
        without_public=sum(not publics[s.pk] for s in sheets),
        unplaced=0 if by_axis or not blocks[1].columns else sum(not communes[s.pk] for s in sheets),
        without_row=sum(not s.rows for s in sheets),
    )


def _reach(model: Any, sheets: Any, column: str, prefix: str) -> Reach:
    found: Reach = defaultdict(set)
    for sheet, key in model.objects.filter(sheet__in=sheets).values_list("sheet_id", column):
        found[sheet].add(f"{prefix}:{key}")
    return found


def _ages(sheet: ActionSheet) -> set[str]:
    """The bands that the ages of ``sheet`` touch; none when it names no age."""
    if sheet.age_from is None and sheet.age_to is None:
        return set()
    first, last = sheet.age_from or 0, sheet.age_to if sheet.age_to is not None else 120
    return {f"age:{start}" for start, end, _ in AGE_BANDS if start <= last and end >= first}


def _rows(here: Here, strategy: Strategy, by_axis: bool) -> list[Line]:
    if by_axis:
        return [Line(f"axis:{axis.pk}", str(axis)) for axis in strategy.axes.all()]
    objectives = list(Objective.objects.visible_to(here.seats).filter(strategy=strategy))
    under_axes = [one for one in objectives if one.axis_id]
    return [Line(f"objective:{one.pk}", one.title) for one in under_axes or objectives]


def _publics(reached: Reach) -> Block:
    """The publics that some sheet names: a column that nobody reaches is said once, below."""
    named = {key for keys in reached.values() for key in keys}
    columns = [Line(f"category:{c}", str(c.label).capitalize()) for c in Category if f"category:{c}" in named]
    return Block("Pour quel public", columns)


def _communes(here: Here) -> Block:
    communes = here.council.communes.all()
    columns = [Line(f"commune:{commune.code}", commune.name) for commune in communes]
    return Block("Dans quelle commune", columns if len(columns) > 1 else [])


def _age_bands() -> Block:
    return Block("À quel âge", [Line(f"age:{start}", words) for start, _, words in AGE_BANDS])


def ages() -> tuple[tuple[int, int, str], ...]:
    """The bands of ages that the page offers: first age, last age, words."""
    return AGE_BANDS
