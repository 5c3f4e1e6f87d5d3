"""Reads of the strategy: one function per screen, each with a constant number of queries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, prefetch_related_objects
from django.http import Http404
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.models import (
    ActionSheet,
    Axis,
    Framework,
    FundingLine,
    Indicator,
    JournalEntry,
    Objective,
    Step,
    Strategy,
    StrategyImport,
)
from quietude.strategy.models.sheet import Status

SOON = timedelta(days=30)


def _word(one: str, many: str) -> Callable[[int], str]:
    return lambda count: many if count > 1 else one


SEGMENTS = {
    "done": _word("réalisée", "réalisées"),
    "running": _word("en cours", "en cours"),
    "late": _word("en retard", "en retard"),
    "blocked": _word("bloquée", "bloquées"),
    "to_launch": _word("à lancer", "à lancer"),
    "abandoned": _word("abandonnée", "abandonnées"),
}
"""The parts of an axis' bar, by state, and their words."""


def current_strategy(here: Here) -> Strategy | None:
    """The strategy that the council works on: the latest that is neither archived nor evaluated, else the latest."""
    visible = Strategy.objects.visible_to(here.seats).filter(council=here.council)
    working = visible.filter(status__in=[Strategy.Status.ADOPTED, Strategy.Status.DRAFT])
    return working.order_by("status", "-starts_on", "-id").first() or visible.first()


def get_strategy(here: Here, pk: int) -> Strategy:
    """One strategy of this council. Raises Http404."""
    return _one(Strategy.objects.visible_to(here.seats).filter(council=here.council), pk)


def get_sheet(here: Here, pk: int) -> ActionSheet:
    """One sheet of this council with what its header shows. Raises Http404."""
    sheets = ActionSheet.objects.visible_to(here.seats).filter(council=here.council)
    heavy = ("source__taken_from__lines", "source__taken_from__review")
    related = ("strategy", "axis", "objective", "lead", "changed_by", "source__taken_from")
    return _one(sheets.select_related(*related).defer(*heavy), pk)


def get_axis(here: Here, pk: int) -> Axis:
    """One axis of this council, with its strategy. Raises Http404."""
    return _one(Axis.objects.visible_to(here.seats).filter(council=here.council).select_related("strategy"), pk)


def get_objective(here: Here, pk: int) -> Objective:
    """One objective of this council, with its strategy. Raises Http404."""
    return _one(Objective.objects.visible_to(here.seats).filter(council=here.council).select_related("strategy"), pk)


def get_step(here: Here, pk: int) -> Step:
    """One step of a sheet of this council. Raises Http404."""
    return _one(Step.objects.visible_to(here.seats).filter(council=here.council).select_related("sheet"), pk)


def get_indicator(here: Here, pk: int) -> Indicator:
    """One indicator of a sheet of this council. Raises Http404."""
    return _one(Indicator.objects.visible_to(here.seats).filter(council=here.council).select_related("sheet"), pk)


def other_strategies(here: Here, shown: Strategy) -> list[Strategy]:
    """The council's other strategies, the latest first."""
    return list(Strategy.objects.visible_to(here.seats).filter(council=here.council).exclude(pk=shown.pk))


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


def get_import(here: Here, pk: int) -> StrategyImport:
    """One taking-over of this council. Raises Http404."""
    return _one(StrategyImport.objects.visible_to(here.seats).filter(council=here.council), pk)


def import_list(here: Here) -> list[StrategyImport]:
    """The documents taken over in this council, the latest first, without their lines."""
    rows = StrategyImport.objects.visible_to(here.seats).filter(council=here.council)
    return list(rows.select_related("strategy", "started_by").defer("lines", "review")[:50])


def changed_since(taken: StrategyImport) -> list[ActionSheet]:
    """The sheets of ``taken`` that someone has changed since it was applied: undoing it would lose that work."""
    if taken.strategy is None:
        return []
    return list(taken.strategy.sheets.filter(Q(version__gt=1) | Q(source__isnull=True)))


def _one(rows: QuerySet[Any], pk: int) -> Any:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Tree:
    """The strategy as one reads it: general objectives, axes with their objectives and sheets."""

    strategy: Strategy
    general_objectives: list[Objective]
    axes: list[Axis]
    frameworks: list[Framework]


def strategy_tree(here: Here, strategy: Strategy) -> Tree:
    """Everything the tree page shows, in five queries whatever the size."""
    sheets = ActionSheet.objects.visible_to(here.seats).select_related("lead")
    objectives = list(strategy.objectives.all())
    axes = list(
        strategy.axes.select_related("source__taken_from")
        .defer("source__taken_from__lines", "source__taken_from__review")
        .prefetch_related(Prefetch("sheets", queryset=sheets.order_by("position")))
    )
    for axis in axes:
        axis.shown_objectives = [o for o in objectives if o.axis_id == axis.pk]  # type: ignore[attr-defined]
    return Tree(
        strategy=strategy,
        general_objectives=[o for o in objectives if o.axis_id is None],
        axes=axes,
        frameworks=list(strategy.frameworks.all()),
    )


def sheet_list(here: Here, strategy: Strategy) -> QuerySet[ActionSheet]:
    """The table of sheets, in five queries whatever their number; filters and order are added by the view."""
    lines = FundingLine.objects.filter(sheet=OuterRef("pk")).order_by().values("sheet")
    return (
        ActionSheet.objects.visible_to(here.seats)
        .filter(strategy=strategy)
        .select_related("axis", "lead")
        .prefetch_related("steps", "funding_lines", "indicators", "partners")
        .annotate(planned=Subquery(lines.annotate(sum=Sum("asked")).values("sum")))
        .order_by("axis__position", "position", "id")
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """What a council's first screen counts; each figure opens the list that it counts."""

    late: int
    blocked: int
    due_soon: int
    unfunded: int
    without_indicator: int
    without_lead: int
    total: int


def sheet_counts(here: Here, strategy: Strategy, on: date) -> Counts:
    """The six figures of the dashboard for ``strategy``, on the day ``on``."""
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy)
    counted = {
        "late": sheets.late(on),
        "blocked": sheets.filter(status=Status.BLOCKED),
        "due_soon": sheets.due_within(on, on + SOON),
        "unfunded": sheets.unfunded(),
        "without_indicator": sheets.without_indicator(),
        "without_lead": sheets.without_lead(),
    }
    figures = {name: Count("pk", filter=Q(pk__in=rows.values("pk"))) for name, rows in counted.items()}
    return Counts(**sheets.aggregate(total=Count("pk"), **figures))


def axis_progress(here: Here, strategy: Strategy, on: date) -> list[Axis]:
    """The axes with how many of their sheets are done, running, late, blocked, to launch, for the bars."""
    late = Q(sheets__due_on__lt=on)
    running = Q(sheets__status=Status.RUNNING)
    waiting = Q(sheets__status=Status.TO_LAUNCH)
    axes: list[Any] = list(
        strategy.axes.annotate(
            total=Count("sheets"),
            done=Count("sheets", filter=Q(sheets__status=Status.DONE)),
            blocked=Count("sheets", filter=Q(sheets__status=Status.BLOCKED)),
            late=Count("sheets", filter=(running | waiting) & late),
            running=Count("sheets", filter=running & ~late | running & Q(sheets__due_on__isnull=True)),
            to_launch=Count("sheets", filter=waiting & ~late | waiting & Q(sheets__due_on__isnull=True)),
            abandoned=Count("sheets", filter=Q(sheets__status=Status.ABANDONED)),
        ).order_by("position", "id")
    )
    for axis in axes:
        axis.segments = [(state, getattr(axis, state)) for state in SEGMENTS]
        parts = [f"{count} {SEGMENTS[state](count)}" for state, count in axis.segments if count]
        axis.words = ", ".join(parts)
    return axes


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything that the page of one sheet shows."""

    sheet: ActionSheet
    steps: list[Any]
    funding: list[Any]
    totals: dict[str, Decimal | None]
    indicators: list[Indicator]
    partners: list[Any]
    communes: list[Any]
    missing: list[tuple[str, str]]
    journal: list[JournalEntry]
    pending: bool
    """Whether the reader left two versions of the sheet unsettled."""

    @property
    def steps_done(self) -> int:
        return sum(step.done_on is not None for step in self.steps)

    @property
    def next_step(self) -> int | None:
        """Primary key of the first step that is not done."""
        return next((step.pk for step in self.steps if step.done_on is None), None)


ROWS = ("steps", "funding_lines", "indicators__measurements", "partners__organisation")
"""What hangs on a sheet and its page or its document shows."""


def full_tree(here: Here, strategy: Strategy) -> Tree:
    """The tree with the rows of every sheet, for a document of the whole."""
    tree = strategy_tree(here, strategy)
    prefetch_related_objects([sheet for axis in tree.axes for sheet in axis.sheets.all()], *ROWS)
    return tree


def sheet_page(here: Here, sheet: ActionSheet) -> SheetPage:
    """The sheet and all its rows, in eight queries whatever their number."""
    prefetch_related_objects([sheet], *ROWS)
    funding = list(sheet.funding_lines.all())
    return SheetPage(
        sheet=sheet,
        steps=list(sheet.steps.all()),
        funding=funding,
        totals={name: _total(getattr(line, name) for line in funding) for name in ("asked", "granted", "paid")},
        indicators=list(sheet.indicators.all()),
        partners=list(sheet.partners.all()),
        communes=list(sheet.communes.select_related("commune", "lead")),
        missing=[(name, section) for name, section, there in sheet.completeness if not there],
        journal=list(sheet.journal.select_related("author")[:50]),
        pending=sheet.pending_edits.filter(author=here.user, kept_until__gt=timezone.now()).exists(),
    )


def _total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def sheet_total(here: Here) -> int:
    """How many sheets the current strategy holds, for the rail."""
    strategy = current_strategy(here)
    return ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).count() if strategy else 0


def sheet_filter_options(here: Here, strategy: Strategy) -> dict[str, list[tuple[str, str]]]:
    """What the filters of the table offer: only values that some sheet of the strategy has."""
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy)
    leads = sheets.filter(lead__isnull=False).order_by("lead__name").values_list("lead_id", "lead__name").distinct()
    communes = here.council.communes.values_list("pk", "name")
    return {
        "etat": [(value, str(label).capitalize()) for value, label in Status.choices],
        "axe": [(str(axis.pk), str(axis)) for axis in strategy.axes.all()],
        "pilote": [(str(pk), name) for pk, name in leads],
        "commune": [(str(pk), name) for pk, name in communes],
    }
