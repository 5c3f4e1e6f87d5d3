"""What a search of the council finds in its strategy."""

from datetime import date
from typing import NamedTuple

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Axis, Objective, Strategy
from quietude.strategy.searching import sheet_text

MOST = 100
"""Sheets found at most: who looks for more narrows the search, or filters the table."""


class Found(NamedTuple):
    """A sheet that was found, as a line shows it."""

    pk: int
    number: str
    title: str
    status: str
    due_on: date | None
    lead: str


def found_sheets(here: Here, strategy: Strategy, text: str) -> list[Found]:
    """The sheets of ``strategy`` that hold every word of ``text`` and that one may read, best first; two queries."""
    ranked = sheet_text.best(text, here.council.pk)
    read = ("pk", "number", "title", "status", "due_on", "lead__short_name", "lead__name", "lead_name")
    rows = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy, pk__in=ranked).values_list(*read)
    found = {
        pk: Found(pk, number, title, status, due_on, short or name or written)
        for pk, number, title, status, due_on, short, name, written in rows.order_by()
    }
    return [found[pk] for pk in ranked if pk in found][:MOST]


def plan_texts(here: Here, strategy: Strategy) -> list[tuple[str, str, bool]]:
    """(title, what else it is found by, whether it is an objective) of each axis and objective; two queries."""
    axes = Axis.objects.visible_to(here.seats).filter(strategy=strategy)
    objectives = Objective.objects.visible_to(here.seats).filter(strategy=strategy)
    return [(str(axis), axis.description, False) for axis in axes] + [
        (title, target, True) for title, target in objectives.values_list("title", "target")
    ]
