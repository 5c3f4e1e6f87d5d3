"""What the pages of the money lead to."""

from typing import Any

from quietude.councils.models import Council
from quietude.strategy.models import FundingLine
from quietude.strategy.tests.stage import write_strategy
from tests.objects.reach import reached_by


@reached_by("money_export")
def a_table_of_money(council: Council) -> dict[str, Any]:
    write_strategy(council)
    return {"extension": "csv"}


@reached_by("report_hand_in", "report_take_back")
def a_grant(council: Council) -> dict[str, Any]:
    sheet = write_strategy(council)[0]
    line = FundingLine.objects.create(council=council, sheet=sheet, funder="FIPD", state="granted", year=2025)
    return {"pk": line.pk}
