"""Reads of the calls for projects: the list, one call, and the sheets that they suit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.matching import Opportunity, opportunities
from quietude.strategy.models import ActionSheet, FundingCall, FundingLine, FundingProgramme, Strategy
from quietude.strategy.models.vocabulary import OPEN
from quietude.strategy.queries.objects import one

MATCHED = ("audiences", "budget_lines", "funding_lines__call")
"""The rows of a sheet that say whether a call suits it."""


def _calls(here: Here) -> QuerySet[FundingCall]:
    return FundingCall.objects.visible_to(here.seats).filter(council=here.council).select_related("programme")


def get_call(here: Here, pk: int) -> FundingCall:
    """One call written by this council, with its programme. Raises Http404."""
    return one(_calls(here), pk)


def get_programme(code: str) -> FundingProgramme | None:
    """The programme of that code; None when there is none."""
    return FundingProgramme.objects.filter(code=code).first()


def programme_list() -> list[FundingProgramme]:
    """All the programmes that the product knows, those read in a source first."""
    return sorted(FundingProgramme.objects.all(), key=lambda programme: not programme.is_confirmed)


def call_list(here: Here) -> list[FundingCall]:
    """The calls of the council, the next to close first, each with ``requests``: how many lines answer it."""
    lines = Count("lines")
    return list(_calls(here).annotate(requests=lines).order_by("closes_on", "pk"))


def suited(here: Here, strategy: Strategy | None, calls: Sequence[FundingCall]) -> list[Opportunity]:
    """The open sheets of ``strategy``, partners' own actions included, that ``calls`` suit."""
    if strategy is None or not calls:
        return []
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy, status__in=OPEN)
    ordered = sheets.select_related("axis").prefetch_related(*MATCHED).order_by("axis__position", "position", "id")
    return opportunities(ordered, calls)


def suited_calls(here: Here, sheet: ActionSheet) -> list[Opportunity]:
    """The calls to which ``sheet`` could still answer, the next to close first; its rows are prefetched."""
    if not sheet.is_open:
        return []
    return opportunities([sheet], list(_calls(here).answerable(timezone.localdate()).order_by("closes_on")))  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class CallPage:
    """A call, the sheets that it suits, and what was asked of it."""

    call: FundingCall
    opportunities: list[Opportunity]
    lines: list[FundingLine]


def call_page(here: Here, strategy: Strategy | None, call: FundingCall) -> CallPage:
    """Everything that the page of one call shows, in a constant number of queries."""
    lines = FundingLine.objects.visible_to(here.seats).filter(call=call).select_related("sheet")
    return CallPage(
        call=call,
        opportunities=suited(here, strategy, [call]) if call.state != "closed" else [],
        lines=list(lines.order_by("sheet__axis__position", "sheet__position", "pk")),
    )
