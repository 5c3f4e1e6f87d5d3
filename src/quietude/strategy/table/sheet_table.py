"""What the page of the table shows, from its address: tabs, chips, total, heads, groups and rows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.permissions.matrix import Can
from quietude.strategy.models import SavedView, Strategy, conditions
from quietude.strategy.queries import table as queries
from quietude.strategy.table.acts import ACTS
from quietude.strategy.table.columns import CHOICES, Column, chosen_columns, is_default
from quietude.strategy.table.filters import BY_NAME, FILTERS
from quietude.strategy.table.orders import GROUPS, SORTS

TABS: dict[str, tuple[str, str, Callable[[], Q]]] = {
    "": ("Toutes", "total", Q),
    "retard": ("En retard", "late", lambda: conditions.late(timezone.localdate())),
    "bloquees": ("Bloquées", "blocked", conditions.blocked),
    "bientot": (
        "À échéance dans 30 jours",
        "due_soon",
        lambda: conditions.due_within(timezone.localdate(), timezone.localdate() + queries.SOON),
    ),
    "non-chiffrees": ("Non chiffrées", "unfunded", conditions.unfunded),
    "sans-indicateur": ("Sans indicateur", "without_indicator", conditions.without_indicator),
    "sans-pilote": ("Sans pilote", "without_lead", conditions.without_lead),
}
"""Word in the address -> words of the tab, its figure in ``Counts``, what it asks of a sheet."""
LONGEST_SEARCH = 100
PLACE = ("apres", "avant", "filtrer")
"""What an address says of where one stands, and not of what one looks at."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One filter as its field draws it."""

    name: str
    label: str
    none: str
    is_date: bool
    value: str
    options: list[tuple[str, str]]


class SheetTable:
    """The sheets that an address asks for. Whatever the address says, it is a table: what means nothing is ignored."""

    def __init__(self, data: QueryDict, *, here: Here, strategy: Strategy) -> None:
        self.data, self.here, self.strategy = data, here, strategy
        self.tab = data.get("vue", "") if data.get("vue", "") in TABS else ""
        self.search = data.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
        order = data.get("tri", "numero")
        self.descending = order.startswith("-")
        self.sort = order.lstrip("-") if order.lstrip("-") in SORTS else "numero"
        self.columns = chosen_columns(data.getlist("col"))
        self.asks = "filtrer" in data

    @cached_property
    def group(self) -> str:
        """How rows are gathered: as asked, else by the plan as long as they stand in its order."""
        asked = self.data.get("groupe", "")
        if asked in GROUPS:
            return asked
        return "plan" if self.sort == "numero" and not self.descending else "rien"

    @cached_property
    def chosen(self) -> dict[str, tuple[str, Q]]:
        """The filters in force: {name: (value, condition)}."""
        found = {}
        for one in FILTERS:
            value = self.data.get(one.name, "")
            condition = one.condition(value) if value else None
            if condition is not None:
                found[one.name] = (value, condition)
        return found

    @cached_property
    def asked(self) -> queries.Asked:
        """The same, as the queries take it."""
        where = TABS[self.tab][2]()
        for _, condition in self.chosen.values():
            where &= condition
        return queries.Asked(
            where=where,
            search=self.search,
            sort=self.sort,
            descending=self.descending,
            group=self.group,
            columns=frozenset(column.name for column in self.columns),
        )

    @cached_property
    def parameters(self) -> list[tuple[str, str]]:
        """The address once read, in one order: what two people who look at the same thing share."""
        chosen = {name: value for name, (value, _) in self.chosen.items()}
        order = f"-{self.sort}" if self.descending else self.sort
        said = {
            "vue": self.tab,
            "q": self.search,
            **chosen,
            "tri": "" if order == "numero" else order,
            "groupe": self.group if self.data.get("groupe", "") in GROUPS else "",
        }
        columns = [] if is_default(self.columns) else [column.name for column in self.columns if column in CHOICES]
        return [(name, value) for name, value in said.items() if value] + [("col", name) for name in columns]

    @property
    def view(self) -> str:
        """The address of this view, without where one stands in it: what is saved, exported, and kept in memory."""
        return urlencode(self.parameters)

    @property
    def place(self) -> str:
        """Where one stands: the edge of the page, and whether the filters are open."""
        return "&".join(f"{name}={self.data.get(name, '')[:40]}" for name in PLACE if name in self.data)

    def address(self, *without: str, **changes: str) -> str:
        """The query string of this view, without the parameters named and with ``changes``; always starts with "?"."""
        kept = [(name, value) for name, value in self.parameters if name not in without and name not in changes]
        return "?" + urlencode([*kept, *changes.items()])

    def hidden(self, *without: str) -> list[tuple[str, str]]:
        """The rest of the address, for a form that changes one part of it."""
        return [(name, value) for name, value in self.parameters if name not in without]

    @property
    def hidden_for_toolbar(self) -> list[tuple[str, str]]:
        return self.hidden("q", "groupe")

    @property
    def hidden_for_columns(self) -> list[tuple[str, str]]:
        return self.hidden("col")

    @property
    def hidden_for_filters(self) -> list[tuple[str, str]]:
        return self.hidden(*BY_NAME)

    @cached_property
    def page(self) -> queries.SheetsOfPage:
        after, before = self.data.get("apres", ""), self.data.get("avant", "")
        sized = not self.total["many"] and self.total["count"] <= queries.CAP
        return queries.sheets_of_page(self.here, self.strategy, self.asked, sized=sized, after=after, before=before)

    @cached_property
    def total(self) -> dict[str, Any]:
        """{"count", "planned", "many"}: the sheets in all, unless they are too many to be counted."""
        if not (self.search or self.chosen or self.tab):
            known = queries.sheet_counts(self.here, self.strategy, timezone.localdate()).total
            if known > queries.CAP:
                return {"count": known, "planned": None, "many": False}
        count, planned = queries.sheet_total_of(self.here, self.strategy, self.asked)
        many = count > queries.CAP
        return {"count": min(count, queries.CAP), "planned": None if many else planned, "many": many}

    @property
    def chips(self) -> list[dict[str, str]]:
        """The filters in force, in words, each with the address without it."""
        chips = [
            {"field": BY_NAME[name].label, "value": self._words(name, value), "without": self.address(name)}
            for name, (value, _) in self.chosen.items()
        ]
        if self.search:
            chips.append({"field": "Texte", "value": self.search, "without": self.address("q")})
        return chips

    def _words(self, name: str, value: str) -> str:
        if BY_NAME[name].is_date:
            return f"{value[8:10]}/{value[5:7]}/{value[:4]}"
        return dict(self._options(name)).get(value, value)

    def _options(self, name: str) -> list[tuple[str, str]]:
        closed = BY_NAME[name].closed
        return list(closed) if closed else queries.filter_options(self.here, self.strategy, name)

    @property
    def filters(self) -> list[Asking]:
        """The filters as the form draws them: read only when somebody opens them."""
        return [
            Asking(
                name=one.name,
                label=one.label,
                none=one.none,
                is_date=one.is_date,
                value=self.chosen.get(one.name, ("",))[0],
                options=[] if one.is_date else self._options(one.name),
            )
            for one in FILTERS
        ]

    @cached_property
    def saved(self) -> list[SavedView]:
        return queries.saved_views(self.here)

    @property
    def current_view(self) -> SavedView | None:
        """The saved view at which one looks, as it was saved."""
        return next((view for view in self.saved if view.query == self.view), None)

    @property
    def own_view(self) -> SavedView | None:
        """The same, when it is one's own: only then may it be renamed or taken away."""
        view = self.current_view
        return view if view and view.owner_id == self.here.user.pk else None

    @property
    def can_be_saved(self) -> bool:
        return bool(self.view) and self.current_view is None and self.view != f"vue={self.tab}"

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The ready-made views, then the saved ones, with how many sheets each holds."""
        counts = queries.sheet_counts(self.here, self.strategy, timezone.localdate())
        saved = self.current_view
        made = [
            {
                "label": label,
                "count": getattr(counts, figure),
                "current": saved is None and key == self.tab,
                "url": f"?vue={key}" if key else "?",
            }
            for key, (label, figure, _) in TABS.items()
        ]
        return made + [
            {"label": view.name, "count": self._count_of(view), "current": view == saved, "url": f"?{view.query}"}
            for view in self.saved
        ]

    def _count_of(self, view: SavedView) -> int | None:
        """How many sheets a saved view holds; None when they are too many to be counted."""
        count = self.here.recall(("view_count", self.strategy.pk, view.query), lambda: self._read_count(view))
        return count if count <= queries.CAP else None

    def _read_count(self, view: SavedView) -> int:
        other = SheetTable(QueryDict(view.query), here=self.here, strategy=self.strategy)
        return queries.sheet_total_of(self.here, self.strategy, other.asked)[0]

    @property
    def heads(self) -> list[dict[str, Any]]:
        """The heads of the columns, with the address that sorts by each."""
        return [self._head(column) for column in self.columns]

    def _head(self, column: Column) -> dict[str, Any]:
        order = ""
        if column.name == self.sort:
            order = "descending" if self.descending else "ascending"
        sorts = f"-{column.name}" if order == "ascending" else column.name
        url = self.address(tri=sorts) if column.sorts else ""
        return {"label": column.head, "number": column.number, "order": order, "url": url}

    @cached_property
    def shows(self) -> dict[str, bool]:
        """{"pilote": True, …} for every column: what the template of a row asks."""
        names = {column.name for column in self.columns}
        return {column.name: column.name in names for column in CHOICES}

    @property
    def column_choices(self) -> list[tuple[str, str, bool]]:
        """(name, head, whether it is shown) of each column that one may take away."""
        return [(column.name, column.head, self.shows[column.name]) for column in CHOICES]

    @property
    def groupings(self) -> list[tuple[str, str, bool]]:
        """(name, words, whether rows are gathered so)."""
        return [(name, group.label, name == self.group) for name, group in GROUPS.items()]

    @property
    def previous_url(self) -> str:
        return self.address(avant=self.page.before) if self.page.before else ""

    @property
    def next_url(self) -> str:
        return self.address(apres=self.page.after) if self.page.after else ""

    @property
    def width(self) -> int:
        """How many cells a line has: what the head of a group spans."""
        return len(self.columns) + self.may_change

    @property
    def may_change(self) -> bool:
        """Whether rows can be chosen, to change several at once."""
        return self.here.may(Can.EDIT_SHEET)

    @property
    def acts(self) -> list[tuple[str, str]]:
        """(name, words) of what may be done to the sheets chosen."""
        return [(name, act.words) for name, act in ACTS.items()]
