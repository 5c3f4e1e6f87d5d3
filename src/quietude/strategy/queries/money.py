"""Reads of the money: of one sheet, of the whole strategy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.models import LegalRule
from quietude.strategy import funding
from quietude.strategy.models import ActionSheet, BudgetLine, FundingLine
from quietude.strategy.models.vocabulary import OPEN
from quietude.strategy.queries.objects import one

REPORT_RULE = "grant_report"


def get_funding_line(here: Here, pk: int) -> FundingLine:
    """One funding line of a sheet of this council. Raises Http404."""
    return one(FundingLine.objects.visible_to(here.seats).filter(council=here.council).select_related("sheet"), pk)


@dataclass(frozen=True, slots=True)
class SheetMoney:
    """What the sheet says of its money; amounts in euros, full-time equivalents apart."""

    budget: list[BudgetLine]
    lines: list[FundingLine]
    whole: funding.Coverage
    years: list[funding.Coverage]
    shares: list[funding.Share]
    last_granted_year: int | None
    """Set when the action lives on this one year's grants and nothing is asked for the next."""

    @property
    def year_after(self) -> int:
        """The year for which the action has nothing."""
        return (self.last_granted_year or 0) + 1

    @property
    def shares_words(self) -> str:
        return funding.shares_sentence(self.shares)


def sheet_money(here: Here, sheet: ActionSheet) -> SheetMoney:
    """The money of one sheet, whose budget and funding lines are prefetched: three queries more at most."""
    budget, lines = list(sheet.budget_lines.all()), list(sheet.funding_lines.all())
    communes = list(here.council.communes.values_list("name", flat=True)) if lines else []
    awaited = any(line.is_agreed and not line.justified_on for line in lines)
    set_report_dates(lines, report_rule(timezone.localdate()) if awaited else None)
    alone = one_year_sheets(ActionSheet.objects.filter(pk=sheet.pk)).first() if lines and sheet.is_open else None
    return SheetMoney(
        budget=budget,
        lines=lines,
        whole=funding.coverage(budget, lines),
        years=funding.coverage_by_year(budget, lines),
        shares=funding.shares(lines, communes),
        last_granted_year=alone.last_granted_year if alone else None,
    )


def report_rule(on: date) -> LegalRule | None:
    """The rule that sets when the report of a grant is due, on the day ``on``; None when none is known."""
    rule = LegalRule.objects.in_force(on).filter(code=REPORT_RULE, kind=LegalRule.Kind.PERIOD).first()
    return rule if rule and rule.certainty != LegalRule.Certainty.UNKNOWN else None


def set_report_dates(lines: Iterable[Any], rule: LegalRule | None) -> None:
    """Give each line ``report_due_on``: the day until which its report is awaited, None when none is."""
    this_year = timezone.localdate().year
    for line in lines:
        awaited = line.is_agreed and line.granted != 0 and line.year and line.year < this_year
        settled = line.justified_on or line.state == FundingLine.State.JUSTIFIED
        line.report_due_on = (
            funding.report_due_on(line.year, rule.value["months"]) if rule and awaited and not settled else None
        )


def one_year_sheets(sheets: QuerySet[ActionSheet]) -> QuerySet[Any]:
    """Those of ``sheets``, still open, that live on one year's money: ``last_granted_year`` says which.

    All that is granted is for one year, or for a single year, and nothing is asked nor granted for the next. A grant
    without a year tells nothing; an action that ends by then needs no more.
    """
    agreed = FundingLine.objects.filter(sheet=OuterRef("pk")).granted_money()
    asked_or_agreed = Q(state__in=[FundingLine.State.ASKED, *FundingLine.AGREED])
    lines = FundingLine.objects.filter(asked_or_agreed, sheet=OuterRef("pk")).exclude(granted=0)
    return (
        sheets.filter(status__in=OPEN)
        .annotate(last_granted_year=Subquery(agreed.order_by("-year").values("year")[:1]))
        .filter(last_granted_year__isnull=False)
        .exclude(Exists(agreed.filter(year__isnull=True)))
        .filter(~Exists(agreed.filter(one_year=False)) | ~Exists(agreed.filter(year__lt=OuterRef("last_granted_year"))))
        .filter(Q(due_on__isnull=True) | Q(due_on__year__gt=F("last_granted_year")))
        .exclude(Exists(lines.filter(year=OuterRef("last_granted_year") + 1)))
    )
