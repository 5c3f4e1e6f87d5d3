"""The table of sheets: saved tabs, search, filters, sort; all of it in the address, so that a view can be shared."""

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.text import fold
from quietude.strategy import queries
from quietude.strategy.models import ActionSheet, Strategy
from quietude.strategy.models.vocabulary import Status

PAGE_SIZE = 100
TABS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "": ("Toutes", lambda rows: rows),
    "retard": ("En retard", lambda rows: rows.late(timezone.localdate())),
    "bloquees": ("Bloquées", lambda rows: rows.filter(status=Status.BLOCKED)),
    "bientot": (
        "À échéance dans 30 jours",
        lambda rows: rows.due_within(timezone.localdate(), timezone.localdate() + queries.SOON),
    ),
    "non-chiffrees": ("Non chiffrées", lambda rows: rows.unfunded()),
    "sans-indicateur": ("Sans indicateur", lambda rows: rows.without_indicator()),
    "sans-pilote": ("Sans pilote", lambda rows: rows.without_lead()),
}
LONGEST_KEY = 19
"""Digits from which a number is no primary key of any base."""
SORTS = {
    "numero": ("axis__position", "position"),
    "titre": ("title",),
    "pilote": ("lead__name", "lead_name"),
    "etat": ("status",),
    "echeance": ("due_on",),
    "prevu": ("planned_total",),
}
LABELS = {"etat": "État", "axe": "Axe", "pilote": "Pilote", "commune": "Commune"}
FIELDS = {"etat": "status", "axe": "axis_id", "pilote": "lead_id", "commune": "communes__commune_id"}


class SheetFilter:
    """The rows that an address asks for, and what the page needs to show how they were chosen."""

    def __init__(self, data: QueryDict, *, here: Here, strategy: Strategy) -> None:
        self.data, self.here, self.strategy = data, here, strategy
        self.tab = data.get("vue", "") if data.get("vue", "") in TABS else ""
        self.search = data.get("q", "").strip()[:100]
        order = data.get("tri", "numero")
        self.descending = order.startswith("-")
        self.sort = order.lstrip("-") if order.lstrip("-") in SORTS else "numero"

    @cached_property
    def rows(self) -> list[ActionSheet]:
        """The sheets, filtered and sorted; search looks at number, title and lead, accents put aside."""
        rows = TABS[self.tab][1](queries.sheet_list(self.here, self.strategy))
        for name, value in self.chosen.items():
            rows = rows.filter(**{FIELDS[name]: value})
        found = list(self._sorted(rows))
        words = fold(self.search).split()
        return [row for row in found if all(word in _searchable(row) for word in words)]

    def _sorted(self, rows: QuerySet[ActionSheet]) -> QuerySet[ActionSheet]:
        last = [
            F(name).desc(nulls_last=True) if self.descending else F(name).asc(nulls_last=True)
            for name in SORTS[self.sort]
        ]
        return rows.order_by(*last, "axis__position", "position", "id")

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force, by the name they have in the address; a value that means nothing is ignored."""
        asked = {name: self.data.get(name, "") for name in FIELDS}
        known = {"etat": set(Status.values)}
        return {
            name: value
            for name, value in asked.items()
            if value and (value in known[name] if name in known else value.isdecimal() and len(value) < LONGEST_KEY)
        }

    @cached_property
    def page(self) -> Page[ActionSheet]:
        return Paginator(self.rows, PAGE_SIZE).get_page(self.data.get("page"))

    @cached_property
    def options(self) -> dict[str, list[tuple[str, str]]]:
        """What each filter offers: [(value, label)]."""
        return queries.sheet_filter_options(self.here, self.strategy)

    @property
    def chips(self) -> list[dict[str, str]]:
        """The filters in force, in words, each with the address without it."""
        chips = []
        for name, value in self.chosen.items():
            words = dict(self.options[name]).get(value, value)
            chips.append({"field": LABELS[name], "value": words, "without": self.address(**{name: None})})
        if self.search:
            chips.append({"field": "Texte", "value": self.search, "without": self.address(q=None)})
        return chips

    @cached_property
    def tabs(self) -> list[dict[str, Any]]:
        """The ready-made views with how many sheets each holds."""
        counts = queries.sheet_counts(self.here, self.strategy, timezone.localdate())
        figures = {
            "": counts.total,
            "retard": counts.late,
            "bloquees": counts.blocked,
            "bientot": counts.due_soon,
            "non-chiffrees": counts.unfunded,
            "sans-indicateur": counts.without_indicator,
            "sans-pilote": counts.without_lead,
        }
        return [
            {"label": label, "count": figures[key], "current": key == self.tab, "url": self.address(vue=key or None)}
            for key, (label, _) in TABS.items()
        ]

    @cached_property
    def selects(self) -> list[dict[str, Any]]:
        """The filters as the form draws them."""
        return [
            {"name": name, "label": LABELS[name], "value": self.chosen.get(name, ""), "options": options}
            for name, options in self.options.items()
        ]

    @property
    def grouped(self) -> bool:
        """Rows stand under their axis as long as they are in the order of the plan."""
        return self.sort == "numero" and not self.descending

    @property
    def planned(self) -> Decimal | None:
        """Euros planned on the sheets shown; None when none of them is costed."""
        known = [row.planned_total for row in self.rows if row.planned_total is not None]
        return sum(known, Decimal(0)) if known else None

    def address(self, **changes: str | None) -> str:
        """The query string of this view with ``changes`` (None takes a key away), always starting with "?"."""
        data = self.data.copy()
        data.pop("page", None)
        for name, value in changes.items():
            data.pop(name, None)
            if value is not None:
                data[name] = value
        return "?" + data.urlencode()


def _searchable(row: ActionSheet) -> str:
    return fold(f"{row.number} {row.title} {row.lead_label}")
