"""The strategy and its sheets as documents: the words of the pages, ready for the council's letterhead."""

from django.template.loader import render_to_string
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.documents.letter import Letter
from quietude.strategy.models import ActionSheet
from quietude.strategy.queries import Tree

FICTITIOUS = "Démonstration : les personnes et l’état des fiches sont fictifs."


def sheet_letter(here: Here, sheet: ActionSheet) -> Letter:
    """One sheet; its rows must be prefetched (``queries.sheet_page``)."""
    body = render_to_string("strategy/documents/sheet.html", {"sheet": sheet, "heading": False})
    title = f"Fiche {sheet.number} : {sheet.title}" if sheet.number else sheet.title
    return _letter(here, title, str(sheet.axis), body)


def strategy_letter(here: Here, tree: Tree) -> Letter:
    """The whole strategy, axis by axis; the rows of its sheets must be prefetched (``queries.full_tree``)."""
    body = render_to_string("strategy/documents/strategy.html", {"tree": tree})
    status = tree.strategy.get_status_display()
    subtitle = ", ".join(filter(None, [tree.strategy.period, status]))
    return _letter(here, tree.strategy.title, subtitle, body)


def _letter(here: Here, title: str, subtitle: str, body: str) -> Letter:
    note = FICTITIOUS if here.council.demonstration else ""
    return Letter(str(here.council), title, subtitle, body, timezone.localdate(), note)
