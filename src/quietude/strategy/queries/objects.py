"""One object of a council, or the answer of an absent page: how every view finds what its address names."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from quietude.councils.gate import Here
from quietude.strategy.models import (
    ActionSheet,
    Axis,
    Event,
    Objective,
    SheetDocument,
    Step,
    Strategy,
    StrategyImport,
)


def get_strategy(here: Here, pk: int) -> Strategy:
    """One strategy of this council. Raises Http404."""
    return one(Strategy.objects.visible_to(here.seats).filter(council=here.council), pk)


def get_sheet(here: Here, pk: int) -> ActionSheet:
    """One sheet of this council with what its header shows. Raises Http404."""
    sheets = ActionSheet.objects.visible_to(here.seats).filter(council=here.council)
    heavy = ("source__taken_from__lines", "source__taken_from__review")
    related = (
        "strategy",
        "axis",
        "lead",
        "referent",
        "blocked_by_body",
        "changed_by",
        "source__taken_from",
    )
    return one(sheets.select_related(*related).defer(*heavy), pk)


def get_axis(here: Here, pk: int) -> Axis:
    """One axis of this council, with its strategy. Raises Http404."""
    return one(Axis.objects.visible_to(here.seats).filter(council=here.council).select_related("strategy"), pk)


def get_objective(here: Here, pk: int) -> Objective:
    """One objective of this council, with its strategy. Raises Http404."""
    return one(Objective.objects.visible_to(here.seats).filter(council=here.council).select_related("strategy"), pk)


def get_step(here: Here, pk: int) -> Step:
    """One step of a sheet of this council. Raises Http404."""
    return one(Step.objects.visible_to(here.seats).filter(council=here.council).select_related("sheet"), pk)


def get_event(here: Here, pk: int) -> Event:
    """One event of a sheet of this council. Raises Http404."""
    return one(Event.objects.visible_to(here.seats).filter(council=here.council).select_related("sheet"), pk)


def get_document(here: Here, pk: int) -> SheetDocument:
    """One paper attached to a sheet of this council. Raises Http404."""
    return one(SheetDocument.objects.visible_to(here.seats).filter(council=here.council).select_related("sheet"), pk)


def get_import(here: Here, pk: int) -> StrategyImport:
    """One taking-over of this council. Raises Http404."""
    return one(StrategyImport.objects.visible_to(here.seats).filter(council=here.council), pk)


def one(rows: QuerySet[Any], pk: int) -> Any:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
