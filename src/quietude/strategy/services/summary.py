"""What a list shows of a sheet without reading its rows, and what it is found by: written with each change of it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import prefetch_related_objects

from quietude.kit.text import fold
from quietude.strategy.completeness import completeness_of
from quietude.strategy.models import ActionSheet, BudgetLine
from quietude.strategy.models.sheet import PLAN_STEP
from quietude.strategy.models.vocabulary import OPEN, Status
from quietude.strategy.searching import index_sheets

ROWS = (
    "steps",
    "budget_lines",
    "funding_lines",
    "indicators",
    "partners",
    "communes",
    "audiences",
    "served",
    "strategy__objectives",
)
"""What the summary is made from."""
SUMMARY = (
    "planned_total",
    "next_due_on",
    "has_indicator",
    "completeness_percent",
    "progress",
    "plan_rank",
    "sort_title",
)
SORTED = ActionSheet._meta.get_field("sort_title").max_length


def refresh_summary(sheet: ActionSheet) -> None:
    """Write the summary of one sheet from its rows as they now stand."""
    fresh = ActionSheet.objects.select_related("axis").prefetch_related(*ROWS).get(pk=sheet.pk)
    _summarise(fresh)
    fresh.save(update_fields=SUMMARY)
    index_sheets([fresh])
    for name in SUMMARY:
        setattr(sheet, name, getattr(fresh, name))


def refresh_summaries(sheets: Iterable[ActionSheet]) -> None:
    """The same for many sheets at once, in a number of queries that does not depend on theirs."""
    many = list(sheets)
    prefetch_related_objects(many, "axis", *ROWS)
    for sheet in many:
        _summarise(sheet)
    ActionSheet.objects.bulk_update(many, SUMMARY, batch_size=500)
    index_sheets(many)


def _summarise(sheet: ActionSheet) -> None:
    sheet.planned_total = planned_total(sheet)
    sheet.next_due_on = next_due_on(sheet)
    sheet.has_indicator = bool(sheet.indicators.all())
    sheet.completeness_percent = completeness_of(sheet).percent
    sheet.progress = progress_of(sheet)
    sheet.plan_rank = sheet.axis.position * PLAN_STEP + sheet.position
    sheet.sort_title = fold(sheet.title)[:SORTED]


def planned_total(sheet: ActionSheet) -> Decimal | None:
    """Euros planned: the budget when there is one, else what funders were asked; None when nothing is costed."""
    euros = [b.planned for b in sheet.budget_lines.all() if b.unit == BudgetLine.Unit.EUROS and b.planned is not None]
    amounts = euros or [line.asked for line in sheet.funding_lines.all() if line.asked is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def next_due_on(sheet: ActionSheet) -> date | None:
    """The earliest deadline still open: the sheet's own, or that of a commune where it is not settled."""
    own = [sheet.due_on] if sheet.status in OPEN else []
    local = [row.due_on for row in sheet.communes.all() if (row.status or sheet.status) in OPEN]
    return min((day for day in own + local if day), default=None)


def progress_of(sheet: ActionSheet) -> int:
    """How far a sheet has come, from 0 to 100: done is all, else the share of its steps that are done."""
    if sheet.status == Status.DONE:
        return 100
    steps = list(sheet.steps.all())
    return round(100 * sum(step.done_on is not None for step in steps) / len(steps)) if steps else 0
