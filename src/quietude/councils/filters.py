"""The table of members: search, filters and sort, all in the address, so that a view can be shared."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from quietude.councils.gate import Here
from quietude.councils.models import Organisation
from quietude.councils.queries.people import Access, Member, member_list
from quietude.kit.text import fold
from quietude.permissions.matrix import Can
from quietude.permissions.roles import Role

PAGE_SIZE = 100
LABELS = {"organisme": "Organisme", "nature": "Nature", "role": "Rôle", "formation": "Formation"}
KEYS: dict[str, Callable[[Member], set[str]]] = {
    "organisme": lambda m: {str(m.person.organisation_id)},
    "nature": lambda m: {m.person.organisation.kind},
    "role": lambda m: {seat.role for seat in m.seats},
    "formation": lambda m: {str(formation.pk) for formation in m.formations},
}
SORTS: dict[str, Callable[[Member], Any]] = {
    "nom": lambda m: fold(m.person.full_name),
    "organisme": lambda m: fold(str(m.person.organisation)),
    "role": lambda m: fold(m.roles) or "~",
    "acces": lambda m: list(Access).index(m.access),
}
TABS: dict[str, tuple[str, Callable[[Member], bool]]] = {
    "": ("Tous", lambda m: True),
    "siegent": ("Siègent aujourd’hui", lambda m: bool(m.seats)),
    "sans-siege": ("Sans siège", lambda m: not m.seats),
    "sans-compte": ("Sans compte", lambda m: m.access is Access.NONE),
    "a-enroler": ("Accès à terminer", lambda m: m.access in (Access.INVITED, Access.PENDING)),
}
ACCESS_TABS = ("sans-compte", "a-enroler")


class MemberFilter:
    """The members that an address asks for, and what the page needs to show how they were chosen."""

    def __init__(self, data: QueryDict, *, here: Here) -> None:
        self.data, self.here = data, here
        self.search = data.get("q", "").strip()[:100]
        self.sees_accounts = here.may(Can.INVITE_MEMBER)
        asked = data.get("vue", "")
        self.tab = asked if asked in self._open_tabs else ""
        order = data.get("tri", "nom")
        self.descending = order.startswith("-")
        self.sort = order.lstrip("-") if order.lstrip("-") in SORTS else "nom"

    @property
    def _open_tabs(self) -> list[str]:
        return [key for key in TABS if self.sees_accounts or key not in ACCESS_TABS]

    @cached_property
    def everyone(self) -> list[Member]:
        """The whole directory, from which the filters take."""
        return member_list(self.here)

    @cached_property
    def rows(self) -> list[Member]:
        """The members, filtered and sorted; search looks at name, job, organisation and roles, accents put aside."""
        rows = [member for member in self.everyone if TABS[self.tab][1](member)]
        for name, value in self.chosen.items():
            rows = [member for member in rows if value in KEYS[name](member)]
        words = fold(self.search).split()
        rows = [member for member in rows if all(word in _searchable(member) for word in words)]
        return sorted(rows, key=SORTS[self.sort], reverse=self.descending)

    @cached_property
    def page(self) -> Page[Member]:
        """One page of the rows."""
        return Paginator(self.rows, PAGE_SIZE).get_page(self.data.get("page"))

    @cached_property
    def options(self) -> dict[str, list[tuple[str, str]]]:
        """What each filter offers, from the members that are there: [(value, label)]."""
        found: dict[str, dict[str, str]] = {name: {} for name in LABELS}
        for member in self.everyone:
            organisation = member.person.organisation
            found["organisme"][str(organisation.pk)] = str(organisation)
            found["nature"][organisation.kind] = Organisation.Kind(organisation.kind).label
            found["role"].update({seat.role: Role(seat.role).label for seat in member.seats})
            found["formation"].update({str(f.pk): f.name for f in member.formations})
        return {name: sorted(labels.items(), key=lambda pair: fold(pair[1])) for name, labels in found.items()}

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force; a value that nobody has is ignored."""
        asked = {name: self.data.get(name, "") for name in LABELS}
        return {name: value for name, value in asked.items() if value in dict(self.options[name])}

    @property
    def chips(self) -> list[dict[str, str]]:
        """The filters in force, in words, each with the address without it."""
        chips = [
            {"field": LABELS[name], "value": dict(self.options[name])[value], "without": self.address(**{name: None})}
            for name, value in self.chosen.items()
        ]
        if self.search:
            chips.append({"field": "Texte", "value": self.search, "without": self.address(q=None)})
        return chips

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The ready-made views with how many members each holds."""
        return [
            {
                "label": TABS[key][0],
                "count": sum(map(TABS[key][1], self.everyone)),
                "current": key == self.tab,
                "url": self.address(vue=key or None),
            }
            for key in self._open_tabs
        ]

    @property
    def selects(self) -> list[dict[str, Any]]:
        """The filters as the form draws them."""
        return [
            {"name": name, "label": LABELS[name], "value": self.chosen.get(name, ""), "options": options}
            for name, options in self.options.items()
            if options
        ]

    def address(self, **changes: str | None) -> str:
        """The query string of this view with ``changes``; the page number is forgotten."""
        data = self.data.copy()
        data.pop("page", None)
        for name, value in changes.items():
            data.pop(name, None)
            if value:
                data[name] = value
        return f"?{data.urlencode()}"


def _searchable(member: Member) -> str:
    person = member.person
    return fold(f"{person.full_name} {person.job} {person.organisation.name} {person.organisation} {member.roles}")
