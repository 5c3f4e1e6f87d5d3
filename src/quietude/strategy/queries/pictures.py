"""Reads for the ways of looking at the sheets: light rows, a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Step, Strategy
from quietude.strategy.models.vocabulary import state_of
from quietude.strategy.pictures.gantt import Planned
from quietude.strategy.queries.baselines import signed_dates


def planned_sheets(here: Here, strategy: Strategy, *, axis: int | None = None) -> list[Planned]:
    """The sheets of the timeline in the order of the plan, with their steps and their signed dates."""
    rows = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).of_the_strategy()
    if axis:
        rows = rows.filter(axis=axis)
    values = rows.order_by("axis__position", "position", "id").values_list(
        "pk", "number", "title", "axis__title", "status", "starts_on", "due_on", "precision", "external_id", named=True
    )
    steps, signed = steps_by_sheet(rows), signed_dates(strategy)
    today = timezone.localdate()
    return [
        Planned(
            pk=row.pk,
            number=row.number,
            title=row.title,
            group=row.axis__title or "Actions sans axe",
            status=row.status,
            state=state_of(row.status, row.due_on, today),
            starts_on=row.starts_on,
            due_on=row.due_on,
            precision=row.precision,
            steps=steps.get(row.pk, ()),
            signed=signed.get(row.external_id),
        )
        for row in values
    ]


def steps_by_sheet(sheets: Iterable[ActionSheet]) -> dict[int, list[tuple[str, date, bool]]]:
    """By sheet: (title, day, done) of each dated step."""
    found: dict[int, list[tuple[str, date, bool]]] = defaultdict(list)
    rows: Any = Step.objects.filter(sheet__in=sheets).values_list("sheet_id", "title", "due_on", "done_on")
    for sheet, title, due_on, done_on in rows.order_by("sheet_id", "position"):
        if day := done_on or due_on:
            found[sheet].append((title, day, done_on is not None))
    return found
