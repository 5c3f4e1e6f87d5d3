"""Reads of the documents taken over."""

from django.db.models import Q

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, StrategyImport


def import_list(here: Here) -> list[StrategyImport]:
    """The documents taken over in this council, the latest first, without their lines."""
    rows = StrategyImport.objects.visible_to(here.seats).filter(council=here.council)
    return list(rows.select_related("strategy", "started_by").defer("lines", "review")[:50])


def changed_since(taken: StrategyImport) -> list[ActionSheet]:
    """The sheets of ``taken`` that someone has changed since it was applied: undoing it would lose that work."""
    if taken.strategy is None:
        return []
    return list(taken.strategy.sheets.filter(Q(version__gt=1) | Q(source__isnull=True)))
