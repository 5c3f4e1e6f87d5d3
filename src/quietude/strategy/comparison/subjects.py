"""What a sentence is about: one sheet, one axis, one objective, or the strategy itself."""

from dataclasses import dataclass, replace

from quietude.kit.typography import set_in_french
from quietude.strategy.comparison.sentences import Change, Part


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed about one subject; ``external_id`` is empty when it is no sheet."""

    label: str
    title: str
    changes: list[Change]
    external_id: str = ""
    gone: bool = False
    sheet_pk: int | None = None
    """Primary key of the sheet, where the reader may open it; given by who reads the base."""

    def within(self, part: Part) -> "Drift":
        """The same subject with the changes of one part only."""
        return replace(self, changes=[change for change in self.changes if change.part is part])

    @property
    def sentences(self) -> list[str]:
        """« Fiche 4 : l’échéance passe du 30 juin au 31 décembre 2026, six mois de plus. »"""
        return [set_in_french(f"{self.label}\u00a0: {change.sentence}.") for change in self.changes]
