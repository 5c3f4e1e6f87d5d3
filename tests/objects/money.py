"""What the pages of the money lead to."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from quietude.councils.models import Council
from quietude.strategy.models import FundingCall, FundingLine, FundingProgramme
from quietude.strategy.services.programmes import load_funding_programmes
from quietude.strategy.tests.stage import write_strategy
from tests.objects.reach import reached_by


@reached_by("report_hand_in", "report_take_back")
def a_grant(council: Council) -> dict[str, Any]:
    sheet = write_strategy(council)[0]
    line = FundingLine.objects.create(council=council, sheet=sheet, funder="FIPD", state="granted", year=2025)
    return {"pk": line.pk}


def make_call(council: Council) -> FundingCall:
    load_funding_programmes()
    programme = FundingProgramme.objects.get(code="fipd-d")
    closes_on = timezone.localdate() + timedelta(days=12)
    return FundingCall.objects.create(
        council=council, programme=programme, title="FIPD 2027", year=2027, closes_on=closes_on
    )


@reached_by("call", "call_edit", "call_withdraw", "call_restore")
def a_call(council: Council) -> dict[str, Any]:
    return {"pk": make_call(council).pk}


@reached_by("request_prepare")
def a_call_that_suits_a_sheet(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk, "call": make_call(council).pk}


@reached_by("sheet_year")
def a_sheet_to_report_on(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk}


@reached_by("sheet_year_of")
def a_year_to_report_on(council: Council) -> dict[str, Any]:
    return a_sheet_to_report_on(council) | {"year": 2025}


@reached_by("sheet_year_document")
def a_year_on_paper(council: Council) -> dict[str, Any]:
    return a_year_to_report_on(council) | {"extension": "docx"}
