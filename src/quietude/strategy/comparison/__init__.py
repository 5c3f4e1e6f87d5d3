"""The strategy as it was signed against the strategy as it runs, in plain French sentences. Pure: two portraits in."""

from collections.abc import Iterable
from dataclasses import dataclass

from quietude.strategy.comparison.money import Total, totals
from quietude.strategy.comparison.plan import plan_drifts
from quietude.strategy.comparison.sentences import Change, Part, change, quoted, signed, today
from quietude.strategy.comparison.sheets import sheet_changes, sheet_label
from quietude.strategy.comparison.subjects import Drift
from quietude.strategy.portraits import Data, Portrait

__all__ = ["Change", "Comparison", "Drift", "Part", "Section", "compare", "sheet_changes", "sheet_drift"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a comparison: its title and, subject by subject, what changed there."""

    part: Part
    drifts: list[Drift]

    @property
    def count(self) -> int:
        """How many sentences it holds."""
        return sum(len(drift.changes) for drift in self.drifts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is no longer as it was, and the money of the whole."""

    drifts: list[Drift]
    totals: list[Total]

    @property
    def sheets_moved(self) -> int:
        """How many sheets changed, came or went."""
        return sum(bool(drift.external_id) for drift in self.drifts)

    @property
    def count(self) -> int:
        """How many sentences there are in all."""
        return sum(len(drift.changes) for drift in self.drifts)

    @property
    def sections(self) -> list[Section]:
        """The parts that have something to say, in order."""
        found = [Section(part, [d for drift in self.drifts if (d := drift.within(part)).changes]) for part in Part]
        return [section for section in found if section.drifts]


def compare(before: Portrait, after: Portrait) -> Comparison:
    """What changed from one portrait of a strategy to a later one."""
    drifts = [*plan_drifts(before.strategy, after.strategy), *_sheet_drifts(before.sheets, after.sheets)]
    return Comparison([drift for drift in drifts if drift.changes], totals(before, after))


def _sheet_drifts(before: Iterable[Data], after: Iterable[Data]) -> Iterable[Drift]:
    old, new = ({sheet["external_id"]: sheet for sheet in sheets} for sheets in (before, after))
    for key, sheet in new.items():
        yield sheet_drift(old.get(key), sheet)
    for key, sheet in old.items():
        if key not in new:
            yield sheet_drift(sheet, None)


def sheet_drift(before: Data | None, after: Data | None) -> Drift:
    """What changed on one sheet; None for the side where it is not in the strategy."""
    known = after or before
    assert known is not None  # noqa: S101 (a sheet is on one side at least)
    if before and after:
        changes = sheet_changes(before, after)
    elif after:
        changes = [change(Part.MEMBERSHIP, today(quoted(after["title"])), " s’ajoute")]
    else:
        changes = [change(Part.MEMBERSHIP, signed(quoted(known["title"])), " n’est plus dans la stratégie")]
    return Drift(sheet_label(known), known["title"], changes, known["external_id"], gone=after is None)
