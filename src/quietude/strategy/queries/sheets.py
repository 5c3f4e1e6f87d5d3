"""Reads of one sheet, and of the list of all; the table has its own reads in ``queries.table``."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.completeness import Completeness, completeness_of
from quietude.strategy.models import ActionSheet, Indicator, JournalEntry, Strategy
from quietude.strategy.queries.comparisons import SinceSignature, since_signature
from quietude.strategy.queries.money import SheetMoney, sheet_money

ROWS = (
    "steps",
    "budget_lines",
    "funding_lines__call",
    "indicators__measurements",
    "partners__organisation",
    "communes",
    "audiences",
)
"""What hangs on a sheet and its page or its document shows."""


def sheet_list(here: Here, strategy: Strategy) -> QuerySet[ActionSheet]:
    """The table of sheets, in one query whatever their number; filters and order are added by the view."""
    return (
        ActionSheet.objects.visible_to(here.seats)
        .filter(strategy=strategy)
        .select_related("axis", "lead")
        .order_by("axis__position", "position", "id")
    )


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything that the page of one sheet shows."""

    sheet: ActionSheet
    steps: list[Any]
    money: SheetMoney
    indicators: list[Indicator]
    partners: list[Any]
    communes: list[Any]
    completeness: Completeness
    journal: list[JournalEntry]
    pending: bool
    """Whether the reader left two versions of the sheet unsettled."""
    since_signature: SinceSignature | None

    @property
    def steps_done(self) -> int:
        return sum(step.done_on is not None for step in self.steps)

    @property
    def next_step(self) -> int | None:
        """Primary key of the first step that is not done."""
        return next((step.pk for step in self.steps if step.done_on is None), None)


def sheet_page(here: Here, sheet: ActionSheet) -> SheetPage:
    """The sheet and all its rows, in eight queries whatever their number."""
    prefetch_related_objects([sheet], *ROWS)
    return SheetPage(
        sheet=sheet,
        steps=list(sheet.steps.all()),
        money=sheet_money(here, sheet),
        indicators=list(sheet.indicators.all()),
        partners=list(sheet.partners.all()),
        communes=list(sheet.communes.select_related("commune", "lead")),
        completeness=completeness_of(sheet),
        journal=list(sheet.journal.select_related("author")[:50]),
        pending=sheet.pending_edits.filter(author=here.user, kept_until__gt=timezone.now()).exists(),
        since_signature=since_signature(sheet),
    )


def hanging_on(sheet: ActionSheet) -> dict[str, int]:
    """How many rows go away with ``sheet``, by name, for the page that asks before deleting."""
    named = {
        "étapes": sheet.steps,
        "lignes du journal": sheet.journal,
        "financements": sheet.funding_lines,
        "indicateurs": sheet.indicators,
        "partenaires": sheet.partners,
    }
    return {name: count for name, rows in named.items() if (count := rows.count())}
