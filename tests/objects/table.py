"""What the table of sheets leads to: an act on several sheets, a saved view."""

from typing import Any

from quietude.councils.models import Council
from quietude.strategy.models import SavedView
from quietude.strategy.tests.stage import write_strategy
from tests.objects.reach import reached_by
from tests.objects.strategy import coordinator_of


@reached_by("action_sheet_bulk")
def an_act_on_several_sheets(council: Council) -> dict[str, Any]:
    write_strategy(council)
    return {"act": "priorite"}


@reached_by("sheet_view_edit", "sheet_view_delete")
def a_saved_view(council: Council) -> dict[str, Any]:
    write_strategy(council)
    owner = coordinator_of(council)
    view, _ = SavedView.objects.get_or_create(council=council, owner=owner, name="Mes fiches", query="vue=retard")
    return {"pk": view.pk}
