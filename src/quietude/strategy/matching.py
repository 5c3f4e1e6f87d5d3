"""Which calls suit which sheets, and why: plain rules that a person can check, never a score.

A call suits a sheet when the sheet is open, nothing was asked there for it, its year is not paid for already, its
expenses are of the nature that the programme pays, and something links them: a word of the sheet, or its public.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quietude.kit.text import fold
from quietude.kit.typography import euros_text
from quietude.strategy.funding import coverage_by_year
from quietude.strategy.models import ActionSheet, FundingCall
from quietude.strategy.models.vocabulary import Category

READ_IN = ("title", "description", "context", "public", "means")
"""The texts of a sheet in which words are looked for."""
WORDS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A call that suits a sheet; ``reasons`` are short pieces of sentence, never none."""

    sheet: ActionSheet
    call: FundingCall
    reasons: tuple[str, ...]


def opportunities(sheets: Iterable[ActionSheet], calls: Sequence[FundingCall]) -> list[Opportunity]:
    """What suits what, in the order of ``sheets``.

    The audiences, budget lines and funding lines of the sheets, the calls of the lines and the programmes of the
    calls must be prefetched.
    """
    read = [
        (sheet, f" {fold(' '.join(getattr(sheet, name) for name in READ_IN))}") for sheet in sheets if sheet.is_open
    ]
    return [
        Opportunity(sheet, call, reasons)
        for sheet, text in read
        for call in calls
        if (reasons := _reasons(sheet, call, text))
    ]


def _reasons(sheet: ActionSheet, call: FundingCall, text: str) -> tuple[str, ...]:
    """Why ``call`` suits ``sheet``; empty when it does not. ``text`` is what the sheet says, folded."""
    if _already_asked(sheet, call) or not _pays_this_nature(sheet, call):
        return ()
    missing = _missing(sheet, call.year)
    if missing == 0:
        return ()
    links = [*_common_words(sheet, call, text), *_common_publics(sheet, call)]
    if links and missing:
        links.append(f"il manque {euros_text(missing)} en {call.year}")
    return tuple(links)


def _already_asked(sheet: ActionSheet, call: FundingCall) -> bool:
    """Whether a line answers this call, or asks the same programme or funder for the same year."""
    for line in sheet.funding_lines.all():
        if line.call_id == call.pk:
            return True
        same_programme = bool(line.call and line.call.programme_id == call.programme_id)
        by_name = not line.call and fold(line.funder) in (fold(call.programme.funder), fold(call.programme.name))
        if line.year == call.year and (same_programme or by_name):
            return True
    return False


def _pays_this_nature(sheet: ActionSheet, call: FundingCall) -> bool:
    """Whether the programme pays what the sheet spends; a sheet without a budget says nothing against it."""
    natures = {cost.nature for cost in sheet.budget_lines.all()}
    return not call.programme.nature or not natures or call.programme.nature in natures


def _missing(sheet: ActionSheet, year: int) -> Decimal | None:
    """Euros of that year that nothing covers; None when the year has no budget."""
    years = coverage_by_year(list(sheet.budget_lines.all()), list(sheet.funding_lines.all()))
    return next((coverage.uncovered for coverage in years if coverage.year == year), None)


def _common_words(sheet: ActionSheet, call: FundingCall, text: str) -> list[str]:
    """« la fiche parle de médiation, école », from the stems of the programme."""
    stems = [stem for stem in call.programme.keywords if f" {stem}" in text]
    if not stems:
        return []
    said = " ".join(getattr(sheet, name) for name in READ_IN)
    words = [_as_written(stem, said) for stem in stems[:WORDS_SHOWN]]
    return [f"la fiche parle de « {' », « '.join(dict.fromkeys(words))} »"]


def _as_written(stem: str, said: str) -> str:
    """The first word of ``said`` that starts with ``stem``, as the sheet writes it."""
    return next((word.lower() for word in re.findall(r"\w+", said) if fold(word).startswith(stem)), stem)


def _common_publics(sheet: ActionSheet, call: FundingCall) -> list[str]:
    """« même public : parents et familles »."""
    shared = [row.category for row in sheet.audiences.all() if row.category in call.programme.categories]
    return [f"même public : {', '.join(str(Category(name).label) for name in shared)}"] if shared else []
