"""What a visitor needs to know of a filled base: who reads, and at which addresses."""

from typing import Any

from django.urls import NoReverseMatch, reverse

from benchmarks.ground.councils import open_sessions
from benchmarks.ground.vocabulary import RARE
from benchmarks.ground.world import LARGE, MEDIUM
from quietude.councils.models import Council
from quietude.strategy.models import ActionSheet, Axis, Strategy

KNOWN = 3
"""Sheets that everyone reads."""
MANY = 4_000
"""Sheets that are read in turn, so that none is read twice by the same person in a measure."""


def visit() -> dict[str, Any]:
    """Cookies and addresses of the large council and of the one of 400 sheets."""
    large, medium = (Council.objects.get(slug=slug) for slug in (LARGE, MEDIUM))
    strategy = Strategy.objects.get(council=large)
    open_to_all = ActionSheet.objects.filter(strategy=strategy, visibility="council").order_by("pk")
    sheets = list(open_to_all.values_list("pk", flat=True))
    known = sheets[:: max(1, len(sheets) // KNOWN)][:KNOWN]
    plan = Strategy.objects.get(council=medium).pk
    return {
        "readers": open_sessions(large),
        "medium_readers": open_sessions(medium),
        "axis": Axis.objects.filter(strategy=strategy).order_by("position").first().pk,
        "list": address("action_sheet_list", LARGE),
        "page": [address("action_sheet", LARGE, pk=pk) for pk in known],
        "every_page": [address("action_sheet", LARGE, pk=pk) for pk in sheets[:MANY]],
        "search": [f"{address('council_search', LARGE)}?q={word}" for word in RARE],
        "gantt": address("action_sheet_gantt", MEDIUM),
        "create": address("action_sheet_new", LARGE, strategy=strategy.pk),
        "csv": address("action_sheet_export", LARGE, extension="csv"),
        "xlsx": address("action_sheet_export", LARGE, extension="xlsx"),
        "table": address("action_sheet_table", LARGE),
        "import": address("action_sheet_import", LARGE),
        "journal": [address("journal_write", LARGE, pk=pk) for pk in known],
        "medium_journal": [address("journal_write", MEDIUM, pk=ActionSheet.objects.filter(strategy=plan)[0].pk)],
        "pdf": address("strategy_document", MEDIUM, pk=plan, extension="pdf"),
        "floor": f"/plancher/{LARGE}/",
        "naive": f"/plancher/{LARGE}/liste/",
        "bare_create": f"/plancher/{LARGE}/ecrire/",
        "nothing": "/plancher/rien",
    }


def address(name: str, slug: str, **arguments: Any) -> str | None:
    """The address of the page called ``name``; None when no such page exists."""
    try:
        return reverse(name, kwargs={"council": slug, **arguments})
    except NoReverseMatch:
        return None
