"""What the year of one action comes to, for the report that its funders await."""

from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy import funding
from quietude.strategy.models import ActionSheet, BudgetLine, Event, FundingLine, Indicator, Measurement, Step
from quietude.strategy.models.money import YEARS

ROWS = (
    "steps",
    "events__commune",
    "indicators__measurements",
    "partners__organisation",
    "communes__commune",
    "audiences",
    "budget_lines",
    "funding_lines",
)


@dataclass(frozen=True, slots=True)
class YearOfSheet:
    """One year of an action: what was done, for whom, what it cost and who paid."""

    sheet: ActionSheet
    year: int
    years: list[int]
    """The years of which something is known, the latest first."""
    steps: list[Step]
    events: list[Event]
    measures: list[tuple[Indicator, Measurement | None]]
    """Each indicator with its last value of the year."""
    budget: list[BudgetLine]
    lines: list[FundingLine]
    money: funding.Coverage

    @property
    def participants(self) -> int | None:
        """How many took part, as far as it was counted; None when nobody counted."""
        counted = [event.participants for event in self.events if event.participants is not None]
        return sum(counted) if counted else None


def year_of_sheet(here: Here, sheet: ActionSheet, year: int | None = None) -> YearOfSheet:
    """The year ``year`` of ``sheet``, or the last one that has ended; nine queries whatever the number of rows.

    Raises Http404 for a year that no sheet can have.
    """
    if year is not None and year not in YEARS:
        raise Http404
    prefetch_related_objects([sheet], *ROWS)
    steps, events = list(sheet.steps.all()), list(sheet.events.all())
    budget, lines = list(sheet.budget_lines.all()), list(sheet.funding_lines.all())
    indicators: list[Any] = list(sheet.indicators.all())
    measured = {m.on.year for indicator in indicators for m in indicator.measurements.all()}
    known = {row.year for row in (*budget, *lines) if row.year} | measured
    known |= {event.held_on.year for event in events} | {step.done_on.year for step in steps if step.done_on}
    last = timezone.localdate().year - 1
    chosen = year or last
    return YearOfSheet(
        sheet=sheet,
        year=chosen,
        years=sorted({y for y in known if y <= last + 1} | {last, chosen}, reverse=True),
        steps=[step for step in steps if step.done_on and step.done_on.year == chosen],
        events=[event for event in events if event.held_on.year == chosen],
        measures=[(indicator, _last_of(indicator, chosen)) for indicator in indicators],
        budget=[line for line in budget if line.year == chosen],
        lines=[line for line in lines if line.year == chosen],
        money=funding.whole_coverage(
            [line for line in budget if line.year == chosen], [line for line in lines if line.year == chosen]
        ),
    )


def _last_of(indicator: Any, year: int) -> Measurement | None:
    """The latest value of ``year``; None when nobody measured."""
    return max((m for m in indicator.measurements.all() if m.on.year == year), key=lambda m: m.on, default=None)
