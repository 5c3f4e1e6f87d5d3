"""Searching a council: its action sheets, its axes and objectives, its members and organisations, accents put aside.

Reads what the seat may read, compares in memory: a council holds hundreds of rows, not millions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quietude.councils.addresses import location
from quietude.councils.gate import Here
from quietude.councils.queries.people import member_list, organisation_list
from quietude.kit.text import fold
from quietude.permissions.matrix import Can
from quietude.strategy import queries as strategies
from quietude.strategy.models import Strategy

SHOWN = 12
"""Hits of one kind shown before « voir les autres »."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what it is called, where it is, what tells it from the others."""

    title: str
    url: str
    detail: str = ""
    state: str = ""
    due_on: date | None = None
    haystack: str = ""
    """Everything that is searched, folded."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of one kind that were found, best first; ``all_url`` lists every one of them, where a page does."""

    label: str
    icon: str
    hits: list[Hit]
    all_url: str = ""

    @property
    def shown(self) -> list[Hit]:
        return self.hits[:SHOWN]

    @property
    def hidden(self) -> int:
        """How many are not shown."""
        return len(self.hits) - len(self.shown)


def search_council(here: Here, text: str) -> list[Kind]:
    """The kinds in which every word of ``text`` was found; nothing for an empty text."""
    words = fold(text).split()
    if not words:
        return []
    kinds = [*_strategy_kinds(here), *_directory_kinds(here)]
    found = [Kind(kind.label, kind.icon, _matching(kind.hits, words), kind.all_url) for kind in kinds]
    return [kind for kind in found if kind.hits]


def _matching(hits: Iterable[Hit], words: list[str]) -> list[Hit]:
    """Hits that hold every word, those that have them in their title first."""
    kept = [hit for hit in hits if all(word in hit.haystack for word in words)]
    return sorted(kept, key=lambda hit: not all(word in fold(hit.title) for word in words))


def _strategy_kinds(here: Here) -> list[Kind]:
    strategy = strategies.current_strategy(here) if here.may(Can.READ_STRATEGY) else None
    if strategy is None:
        return []
    return [
        Kind("Fiches action", "journal-text", _sheets(here, strategy), location(here, "action_sheet_list")),
        Kind("Axes et objectifs", "diagram-3", _axes(here, strategy)),
    ]


def _sheets(here: Here, strategy: Strategy) -> list[Hit]:
    return [
        Hit(
            title=str(sheet),
            url=location(here, "action_sheet", pk=sheet.pk),
            detail=sheet.lead_label,
            state=sheet.state,
            due_on=sheet.due_on,
            haystack=fold(
                f"{sheet} {sheet.lead_label} {sheet.axis} {sheet.public} {sheet.perimeter} "
                f"{sheet.context} {sheet.description} {sheet.means}"
            ),
        )
        for sheet in strategies.sheet_list(here, strategy).prefetch_related(None)
    ]


def _axes(here: Here, strategy: Strategy) -> list[Hit]:
    tree = strategies.strategy_tree(here, strategy)
    address = location(here, "strategy")
    axes = [Hit(str(axis), address, "Axe", haystack=fold(f"{axis} {axis.description}")) for axis in tree.axes]
    objectives = [*tree.general_objectives]
    for axis in tree.axes:
        objectives += axis.shown_objectives  # type: ignore[attr-defined]
    return axes + [
        Hit(objective.title, address, "Objectif", haystack=fold(f"{objective.title} {objective.target}"))
        for objective in objectives
    ]


def _directory_kinds(here: Here) -> list[Kind]:
    if not here.may(Can.READ_COUNCIL):
        return []
    people = [
        Hit(
            title=member.person.full_name,
            url=location(here, "member", pk=member.person.pk),
            detail=", ".join(filter(None, [member.person.job, str(member.person.organisation)])),
            haystack=fold(
                f"{member.person.full_name} {member.person.job} {member.person.organisation} {member.roles} "
                + " ".join(formation.name for formation in member.formations)
            ),
        )
        for member in member_list(here)
    ]
    organisations = [
        Hit(
            title=str(organisation),
            url=location(here, "organisation", pk=organisation.pk),
            detail=organisation.get_kind_display(),
            haystack=fold(f"{organisation} {organisation.name} {organisation.get_kind_display()}"),
        )
        for organisation in organisation_list(here)
    ]
    return [
        Kind("Membres", "person-lines-fill", people, location(here, "member_list")),
        Kind("Organismes", "building", organisations),
    ]
