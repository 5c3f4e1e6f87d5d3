"""Reads of the money: of one sheet, of the whole strategy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.models import LegalRule
from quietude.strategy import funding
from quietude.strategy.matching import Opportunity
from quietude.strategy.models import ActionSheet, BudgetLine, FundingLine, Strategy
from quietude.strategy.models.vocabulary import OPEN
from quietude.strategy.queries.calls import suited_calls
from quietude.strategy.queries.objects import one

REPORT_RULE = "grant_report"
ACQUIRED = "acquis"
"""In an address: every state in which somebody agreed to pay."""


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
    opportunities: list[Opportunity]
    """The calls to which the sheet could still answer."""
    last_granted_year: int | None
    """Set when the action lives on this one year's grants and nothing is asked for the next."""

    @property
    def told(self) -> list[funding.Coverage]:
        """The years that have a budget in euros: what each has, one sentence a year."""
        return [year for year in self.years if year.planned is not None]

    @property
    def undated(self) -> bool:
        """Whether a line without a year covers none of the several years of the budget."""
        return len(self.told) > 1 and any(not line.year for line in self.lines)

    @property
    def year_after(self) -> int:
        """The year for which the action has nothing."""
        return (self.last_granted_year or 0) + 1

    @property
    def shares_words(self) -> str:
        return funding.shares_sentence(self.shares)


def sheet_money(here: Here, sheet: ActionSheet) -> SheetMoney:
    """The money of one sheet, whose budget and funding lines are prefetched: four queries more at most."""
    budget, lines = list(sheet.budget_lines.all()), list(sheet.funding_lines.all())
    communes = list(here.council.communes.values_list("name", flat=True)) if lines else []
    awaited = any(line.is_agreed and not line.justified_on for line in lines)
    today = timezone.localdate()
    set_report_dates(lines, report_rule(today) if awaited else None, today)
    alone = one_year_sheets(ActionSheet.objects.filter(pk=sheet.pk)).first() if lines and sheet.is_open else None
    return SheetMoney(
        budget=budget,
        lines=lines,
        whole=funding.whole_coverage(budget, lines),
        years=funding.coverage_by_year(budget, lines),
        shares=funding.shares(lines, communes),
        opportunities=suited_calls(here, sheet),
        last_granted_year=alone.last_granted_year if alone else None,
    )


def report_rule(on: date) -> LegalRule | None:
    """The rule that sets when the report of a grant is due, on the day ``on``; None when none is known."""
    rule = LegalRule.objects.in_force(on).filter(code=REPORT_RULE, kind=LegalRule.Kind.PERIOD).first()
    return rule if rule and rule.certainty != LegalRule.Certainty.UNKNOWN else None


def set_report_dates(lines: Iterable[Any], rule: LegalRule | None, on: date) -> None:
    """Give each line ``report_due_on``: until when its report is awaited on the day ``on``, None when none is."""
    for line in lines:
        awaited = line.is_agreed and line.granted != 0 and line.year and line.year < on.year
        settled = line.justified_on or line.state == FundingLine.State.JUSTIFIED
        line.report_due_on = (
            funding.report_due_on(line.year, rule.value["months"]) if rule and awaited and not settled else None
        )


def next_report(here: Here, strategy: Strategy, on: date) -> tuple[int, date] | None:
    """How many reports are awaited and when the first is due; None when none is, or when no rule says when."""
    lines = FundingLine.objects.filter(sheet__in=strategy_sheets(here, strategy)).reports_awaited(on)
    found = lines.aggregate(count=Count("pk"), year=Min("year"))
    rule = report_rule(on) if found["count"] else None
    return (found["count"], funding.report_due_on(found["year"], rule.value["months"])) if rule else None


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


def strategy_sheets(here: Here, strategy: Strategy, reach: str = "") -> QuerySet[ActionSheet]:
    """The sheets whose money is looked at: those of the strategy; ``reach`` "hors" or "tout" opens partners' own."""
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy)
    if reach == "tout":
        return sheets
    return sheets.filter(outside_strategy=True) if reach == "hors" else sheets.of_the_strategy()


def funding_lines(sheets: QuerySet[ActionSheet]) -> QuerySet[FundingLine]:
    """All that funders were asked for ``sheets``, with the sheet and the call of each line."""
    return FundingLine.objects.filter(sheet__in=sheets).select_related("sheet", "call")


def budget_lines(sheets: QuerySet[ActionSheet]) -> QuerySet[BudgetLine]:
    """All that ``sheets`` cost, with the sheet of each line."""
    return BudgetLine.objects.filter(sheet__in=sheets).select_related("sheet")


def filter_options(sheets: QuerySet[ActionSheet], rows: QuerySet[Any]) -> dict[str, list[tuple[str, str]]]:
    """What the filters of ``rows`` offer: only values that some row has."""
    years = rows.exclude(year=None).order_by("-year").values_list("year", flat=True).distinct()
    options = {"annee": [*((str(year), str(year)) for year in years), ("sans", "Sans année")]}
    if rows.model is FundingLine:
        funders = rows.order_by("funder").values_list("funder", flat=True).distinct()
        states = [(ACQUIRED, "Accordé, versé ou justifié")]
        states += [(value, str(label).capitalize()) for value, label in FundingLine.State.choices]
        options |= {"etat": states, "financeur": [(name, name) for name in funders]}
    concerned = sheets.filter(pk__in=rows.values("sheet")).order_by("axis__position", "position")
    options["fiche"] = [(str(sheet.pk), str(sheet)) for sheet in concerned.only("number", "title")]
    return options


def money_totals(rows: QuerySet[Any]) -> dict[str, Any]:
    """How many rows, and the sum of each of their amounts; None when none is known."""
    if rows.model is BudgetLine:
        euros = Q(unit=BudgetLine.Unit.EUROS)
        return rows.aggregate(count=Count("pk"), planned=Sum("planned", filter=euros), real=Sum("real", filter=euros))
    agreed = Q(state__in=FundingLine.AGREED)
    return rows.aggregate(
        count=Count("pk"),
        asked=Sum("asked"),
        granted=Sum("granted", filter=agreed),
        paid=Sum("paid", filter=agreed),
    )


@dataclass(frozen=True, slots=True)
class Overview:
    """The money of the strategy at a glance; each figure opens the rows that it adds up."""

    years: list[dict[str, Any]]
    """[{"year", "planned", "real", "asked", "granted", "paid"}], the latest first, lines without a year last."""
    funders: list[dict[str, Any]]
    """[{"funder", "count", "asked", "granted", "paid", "refused"}], the one that gives most first."""


def money_overview(sheets: QuerySet[ActionSheet]) -> Overview:
    """Year by year and funder by funder, in three queries."""
    agreed, euros = Q(state__in=FundingLine.AGREED), Q(unit=BudgetLine.Unit.EUROS)
    lines = FundingLine.objects.filter(sheet__in=sheets).order_by()
    sums = {
        "asked": Sum("asked"),
        "granted": Sum("granted", filter=agreed),
        "paid": Sum("paid", filter=agreed),
    }
    costs = BudgetLine.objects.filter(euros, sheet__in=sheets).order_by()
    years: dict[int | None, dict[str, Any]] = {}
    for row in (
        *costs.values("year").annotate(planned=Sum("planned"), real=Sum("real")),
        *lines.values("year").annotate(**sums),
    ):
        known = years.setdefault(row["year"], dict.fromkeys(("planned", "real", "asked", "granted", "paid")))
        known |= row
    refused = Count("pk", filter=Q(state=FundingLine.State.REFUSED))
    funders = list(lines.values("funder").annotate(count=Count("pk"), refused=refused, **sums))
    return Overview(
        years=[years[year] for year in sorted(years, key=lambda year: -(year or 0))],
        funders=sorted(funders, key=lambda row: (-(row["granted"] or 0), -(row["asked"] or 0), row["funder"])),
    )
