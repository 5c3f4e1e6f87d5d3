"""Reads that hold a frozen version against today, or against another one."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import prefetch_related_objects

from quietude.councils.gate import Here
from quietude.strategy.comparison import Comparison, Drift, compare, sheet_drift
from quietude.strategy.comparison.dates import small_number
from quietude.strategy.comparison.money import Total
from quietude.strategy.models import ActionSheet, Baseline, BaselineSheet, Strategy
from quietude.strategy.portraits import ROWS, sheet_portrait
from quietude.strategy.queries.baselines import (
    SIGNED,
    baseline_list,
    frozen_portrait,
    live_portrait,
    reference_baseline,
    since,
)

FEWEST_MOVED, SHARE_MOVED = 3, 0.25
"""From three sheets and a quarter of the strategy on, an amendment is suggested."""


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """A frozen version against today, or the earlier of two versions against the later."""

    asked: Baseline
    before: Baseline
    after: Baseline | None
    """None for today."""
    others: list[Any]
    found: Comparison

    @property
    def with_number(self) -> int | None:
        """The number of the version chosen beside ``asked``; None for today."""
        return self.before.number if self.after is self.asked else self.after.number if self.after else None

    @property
    def summary(self) -> str:
        """« Neuf fiches ont bougé depuis la signature du 12 mars 2024. »"""
        return summary(self.found, self.before, self.after)

    @property
    def before_words(self) -> str:
        return since(self.before)

    @property
    def after_words(self) -> str:
        return since(self.after) if self.after else "aujourd’hui"

    @property
    def money_moved(self) -> bool:
        return any(total.moved for total in self.found.totals)

    @property
    def shown_totals(self) -> list[Total]:
        """What is planned, asked and granted in all, and the funders for whom that changed."""
        return [total for total in self.found.totals if total.moved or not total.is_funder]


def comparison_page(here: Here, asked: Baseline, with_number: str) -> ComparisonPage:
    """What changed between ``asked`` and the version numbered ``with_number``; until today when there is none."""
    others = [one for one in baseline_list(here, asked.strategy) if one.pk != asked.pk]
    number = int(with_number) if with_number.isdecimal() and len(with_number) < 6 else 0
    other = next((one for one in others if one.number == number), None)
    before, after = (other, asked) if other and other.number < asked.number else (asked, other)
    visible = ActionSheet.objects.visible_to(here.seats).filter(strategy=asked.strategy)
    later = frozen_portrait(here, after) if after else live_portrait(asked.strategy, visible)
    found = compare(frozen_portrait(here, before), later)
    addresses = {str(key): pk for key, pk in visible.values_list("external_id", "pk")}
    drifts = [replace(drift, sheet_pk=addresses.get(drift.external_id)) for drift in found.drifts]
    return ComparisonPage(asked, before, after, others, replace(found, drifts=drifts))


def summary(found: Comparison, before: Baseline, after: Baseline | None = None) -> str:
    """One sentence for a whole comparison."""
    span = f"entre {since(before)} et {since(after)}" if after else f"depuis {since(before)}"
    if not found.count:
        return f"Rien n’a bougé {span}."
    count = found.sheets_moved
    if not count:
        return f"Aucune fiche n’a bougé {span}, mais la stratégie elle-même a changé."
    words = f"{small_number(count)} fiches ont" if count > 1 else "une fiche a"
    return f"{words[0].upper()}{words[1:]} bougé {span}."


@dataclass(frozen=True, slots=True)
class VersionPage:
    """The frozen versions of a strategy, and how far the strategy has gone from the one that binds."""

    strategy: Strategy
    baselines: list[Any]
    reference: Any
    found: Comparison | None
    sheet_total: int

    @property
    def summary(self) -> str:
        return summary(self.found, self.reference) if self.found else ""

    @property
    def asks_for_signature(self) -> bool:
        """Whether the strategy is adopted without any version that says what was."""
        return self.reference is None and self.strategy.status == Strategy.Status.ADOPTED

    @property
    def asks_for_amendment(self) -> bool:
        """Whether so much has changed that what was signed no longer says what is done."""
        moved = self.found.sheets_moved if self.found else 0
        return moved >= FEWEST_MOVED and moved >= self.sheet_total * SHARE_MOVED


def version_page(here: Here, strategy: Strategy) -> VersionPage:
    """The list of versions, and what changed since the latest that was signed."""
    baselines = baseline_list(here, strategy)
    reference = next((one for one in baselines if one.kind in SIGNED), None)
    found, total = None, 0
    if reference:
        today = live_portrait(strategy, ActionSheet.objects.visible_to(here.seats))
        found, total = compare(frozen_portrait(here, reference), today), len(today.sheets)
    return VersionPage(strategy, baselines, reference, found, total)


@dataclass(frozen=True, slots=True)
class SinceSignature:
    """What changed on one sheet since the latest version that was signed."""

    baseline: Baseline
    drift: Drift
    was_signed: bool
    """Whether the version holds the sheet at all."""

    @property
    def since(self) -> str:
        return since(self.baseline)


def since_signature(sheet: ActionSheet) -> SinceSignature | None:
    """What changed on ``sheet``, which the reader may see; None without signed version or outside the strategy.

    Two queries, and those of the rows that are not prefetched yet.
    """
    reference = None if sheet.outside_strategy else reference_baseline(sheet.strategy)
    if reference is None:
        return None
    kept = BaselineSheet.objects.filter(baseline=reference, external_id=sheet.external_id)
    frozen = kept.values_list("portrait", flat=True).first()
    prefetch_related_objects([sheet], *ROWS)
    return SinceSignature(reference, sheet_drift(frozen, sheet_portrait(sheet)), frozen is not None)
