"""Reads of one sheet, and of the list of all; the table has its own reads in ``queries.table``."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.completeness import Completeness, completeness_of
from quietude.strategy.models import ActionSheet, Indicator, JournalEntry, Strategy
from quietude.strategy.queries.around import Around, sheet_around
from quietude.strategy.queries.comparisons import SinceSignature, since_signature
from quietude.strategy.queries.money import SheetMoney, sheet_money
from quietude.strategy.queries.objects import get_sheet

ROWS = (
    "steps",
    "budget_lines",
    "funding_lines__call",
    "indicators__measurements",
    "partners__organisation",
    "communes",
    "audiences",
    "served__objective",
    "strategy__objectives",
)
"""What hangs on a sheet and its page shows."""
PRINTED = (*ROWS, "communes__commune", "events")
"""What its documents show."""


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
    since_signature: SinceSignature | None
    around: Around
    decisions_only: bool

    @property
    def has_decisions(self) -> bool:
        """Whether the journal holds decisions among its facts, so that they can be read alone."""
        return self.decisions_only or any(entry.kind == JournalEntry.Kind.DECISION for entry in self.journal)

    @property
    def public(self) -> list[str]:
        """For whom, in one to three lines: what is written, the ages unless they are what is written, who is ticked."""
        written, ages = self.sheet.public, self.sheet.ages
        ticked = ", ".join(map(str, self.sheet.audiences.all()))
        same = written.replace(" ", "\u00a0") == ages.replace(" ", "\u00a0")
        return [words for words in (written, "" if same else ages, ticked) if words]

    @property
    def cost_of_steps(self) -> Decimal | None:
        """Euros of the steps that have a cost; None when none has."""
        costs = [step.cost for step in self.steps if step.cost is not None]
        return sum(costs, Decimal(0)) if costs else None

    @property
    def steps_done(self) -> int:
        return sum(step.done_on is not None for step in self.steps)

    @property
    def next_step(self) -> int | None:
        """Primary key of the first step that is not done."""
        return next((step.pk for step in self.steps if step.done_on is None), None)


def sheet_page(here: Here, sheet: ActionSheet, *, decisions_only: bool = False) -> SheetPage:
    """The sheet and all its rows, in a number of queries that does not depend on theirs."""
    prefetch_related_objects([sheet], *ROWS)
    journal = sheet.journal.select_related("author")
    return SheetPage(
        sheet=sheet,
        steps=list(sheet.steps.all()),
        money=sheet_money(here, sheet),
        indicators=list(sheet.indicators.all()),
        partners=list(sheet.partners.all()),
        communes=list(sheet.communes.select_related("commune", "lead")),
        completeness=completeness_of(sheet),
        journal=list((journal.filter(kind=JournalEntry.Kind.DECISION) if decisions_only else journal)[:50]),
        since_signature=since_signature(sheet),
        around=sheet_around(here, sheet),
        decisions_only=decisions_only,
    )


def has_pending_edit(here: Here, sheet: ActionSheet) -> bool:
    """Whether the reader left two versions of the sheet unsettled."""
    mine = sheet.pending_edits.filter(author=here.user, kept_until__gt=timezone.now())
    return here.recall(("pending_edit", sheet.pk, here.user.pk), mine.exists)


def hanging_on(sheet: ActionSheet) -> dict[str, int]:
    """How many rows go away with ``sheet``, by name, for the page that asks before deleting."""
    named = {
        "étapes": sheet.steps,
        "lignes du journal": sheet.journal,
        "financements": sheet.funding_lines,
        "indicateurs": sheet.indicators,
        "partenaires": sheet.partners,
        "événements": sheet.events,
        "documents": sheet.documents,
    }
    return {name: count for name, rows in named.items() if (count := rows.count())}


def sheet_on_paper(here: Here, pk: int) -> ActionSheet:
    """One sheet of this council with all that its documents show. Raises Http404."""
    sheet = get_sheet(here, pk)
    prefetch_related_objects([sheet], *PRINTED)
    return sheet
