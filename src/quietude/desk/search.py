"""Searching a council: its action sheets, its axes and objectives, its members and organisations, accents put aside.

Sheets are looked for in their index, and only those that the seat may read come out. The rest is hundreds of names at
most: they are folded once, kept until something changes in the council, and compared in memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from quietude.councils.addresses import location
from quietude.councils.gate import Here
from quietude.councils.queries.people import member_list, organisation_list
from quietude.kit.text import fold
from quietude.permissions.matrix import Can
from quietude.strategy import queries as strategies
from quietude.strategy.models import Strategy
from quietude.strategy.models.vocabulary import state_of
from quietude.strategy.queries.found import Found, found_sheets, plan_texts

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
    named = here.recall("search_names", lambda: [*_plan_kinds(here), *_directory_kinds(here)])
    kinds = [Kind(kind.label, kind.icon, _matching(kind.hits, words), kind.all_url) for kind in named]
    return [kind for kind in (*_sheet_kind(here, text), *kinds) if kind.hits]


def _matching(hits: Iterable[Hit], words: list[str]) -> list[Hit]:
    """Hits that hold every word, those that have them in their title first."""
    kept = [hit for hit in hits if all(word in hit.haystack for word in words)]
    return sorted(kept, key=lambda hit: not all(word in fold(hit.title) for word in words))


def _strategy(here: Here) -> Strategy | None:
    return strategies.current_strategy(here) if here.may(Can.READ_STRATEGY) else None


def _sheet_kind(here: Here, text: str) -> list[Kind]:
    strategy = _strategy(here)
    if strategy is None:
        return []
    found, listed = found_sheets(here, strategy, text), location(here, "action_sheet_list")
    today = timezone.localdate()
    return [Kind("Fiches action", "journal-text", [_sheet_hit(one, listed, today) for one in found], listed)]


def _sheet_hit(found: Found, listed: str, today: date) -> Hit:
    return Hit(
        title=f"{found.number}. {found.title}" if found.number else found.title,
        url=f"{listed}{found.pk}/",
        detail=found.lead,
        state=state_of(found.status, found.due_on, today),
        due_on=found.due_on,
    )


def _plan_kinds(here: Here) -> list[Kind]:
    """The axes and objectives of the strategy, each with what it is found by."""
    strategy = _strategy(here)
    if strategy is None:
        return []
    address = location(here, "strategy")
    hits = [
        Hit(title, address, "Objectif" if is_objective else "Axe", haystack=fold(f"{title} {more}"))
        for title, more, is_objective in plan_texts(here, strategy)
    ]
    return [Kind("Axes et objectifs", "diagram-3", hits)]


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
