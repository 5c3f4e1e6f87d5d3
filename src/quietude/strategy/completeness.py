"""What makes a sheet usable, and what is missing from it."""

from dataclasses import dataclass

from quietude.strategy.models import ActionSheet


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a sheet should say: its name in a sentence, where one writes it, whether it is there."""

    name: str
    section: str
    """Slug of the section of rows; empty when the form of the sheet holds it."""
    met: bool
    field: str = ""
    """The field of the form: its place on the page."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """The needs of a sheet."""

    needs: tuple[Need, ...]

    @property
    def percent(self) -> int:
        """Share of the needs that are met, from 0 to 100."""
        return round(100 * sum(need.met for need in self.needs) / len(self.needs))

    @property
    def missing(self) -> list[Need]:
        return [need for need in self.needs if not need.met]


def completeness_of(sheet: ActionSheet) -> Completeness:
    """The needs of ``sheet``; its rows must be prefetched (``services.summary.ROWS``).

    An objective is needed only where the strategy has some; an action outside the strategy serves none.
    """
    costed = any(line.asked is not None for line in sheet.funding_lines.all())
    costed = costed or any(line.planned is not None for line in sheet.budget_lines.all())
    public = bool(sheet.public or sheet.audiences.all() or sheet.age_from is not None or sheet.age_to is not None)
    needs = [
        Need("un pilote", "", bool(sheet.lead_id or sheet.lead_name), "lead"),
        Need("une échéance", "", bool(sheet.due_on), "due_on"),
        Need("une description", "", bool(sheet.description), "description"),
        Need("un public", "", public, "public"),
        Need("des étapes", "etapes", bool(sheet.steps.all())),
        Need("un budget", "argent", costed),
        Need("un indicateur", "indicateurs", bool(sheet.indicators.all())),
        Need("des partenaires", "partenaires", bool(sheet.partners.all())),
    ]
    if sheet.strategy.objectives.all() and not sheet.outside_strategy:
        needs.insert(0, Need("un objectif servi", "", bool(sheet.served.all()), "objectives"))
    return Completeness(tuple(needs))
