"""Reads for changing several sheets at once, and for the saved views."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, SavedView
from quietude.strategy.queries.sheets import ROWS

MOST = 200
"""Sheets changed together at most: a page holds fifty."""


def chosen_sheets(here: Here, keys: Iterable[str]) -> list[ActionSheet]:
    """The sheets of this council that one ticked and may see, in the order of the plan; what is no key is ignored."""
    known = [int(key) for key in keys if key.isdecimal() and len(key) < 19][:MOST]
    sheets = ActionSheet.objects.visible_to(here.seats).filter(council=here.council, pk__in=known)
    return list(sheets.select_related("lead").prefetch_related("communes").order_by("plan_rank", "pk"))


def whole_sheets(here: Here, keys: Iterable[str]) -> list[ActionSheet]:
    """The same with all that hangs on them, for a document."""
    sheets = chosen_sheets(here, keys)
    prefetch_related_objects(sheets, "axis", *ROWS)
    return sheets


def own_views(here: Here) -> list[SavedView]:
    """The views that one saved oneself in this council."""
    return list(SavedView.objects.visible_to(here.seats).filter(council=here.council, owner=here.user))


def find_own_view(here: Here, key: str) -> SavedView | None:
    """The one of them that an address names; None when it names none of one's own."""
    return next((view for view in own_views(here) if str(view.pk) == key), None)
