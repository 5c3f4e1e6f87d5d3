"""The table of indicators: views, search, filters, sort; all of it in the address, so that a view can be shared."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.text import fold
from quietude.strategy.measuring import Pace, Standing, awaited_since, silence_words, standing_of
from quietude.strategy.models import Indicator, Strategy
from quietude.strategy.queries import indicators as queries

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator and where it stands today."""

    indicator: Indicator
    standing: Standing
    awaited_since: date | None
    silence: str
    mine: bool

    @property
    def last_on(self) -> date | None:
        return self.indicator.last_on  # type: ignore[attr-defined]

    @property
    def last_value(self) -> Decimal | None:
        return self.indicator.last_value  # type: ignore[attr-defined]


VIEWS: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "": ("Tous", lambda row: True),
    "derive": ("En retard sur la cible", lambda row: row.standing.pace == Pace.BEHIND),
    "a-mesurer": ("À mesurer", lambda row: row.awaited_since is not None),
    "par-moi": ("À mesurer par vous", lambda row: row.mine and row.awaited_since is not None),
    "a-definir": ("À définir", lambda row: not row.indicator.definition),
    "sans-cible": ("Sans cible", lambda row: row.indicator.target is None),
}
SORTS: dict[str, Callable[[Row], Any]] = {
    "nom": lambda row: fold(row.indicator.name),
    "mesure": lambda row: row.last_on,
    "valeur": lambda row: row.last_value,
    "cible": lambda row: row.indicator.target,
}
NATURES = [(str(value), str(label).capitalize()) for value, label in Indicator.Nature.choices]


class IndicatorFilter:
    """The rows that an address asks for, and what the page needs to show how they were chosen."""

    def __init__(self, data: QueryDict, *, here: Here, strategy: Strategy) -> None:
        self.data, self.here, self.strategy = data, here, strategy
        self.view = data.get("vue", "") if data.get("vue", "") in VIEWS else ""
        self.search = data.get("q", "").replace("\0", "").strip()[:100]
        order = data.get("tri", "")
        self.descending, self.sort = order.startswith("-"), order.lstrip("-")

    @cached_property
    def all(self) -> list[Row]:
        """Every indicator of the strategy that one may see, in the order of the plan."""
        today, mine = timezone.localdate(), queries.my_professionals(self.here)
        return [_row(found, today, mine) for found in queries.indicator_list(self.here, self.strategy)]

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of the view, filtered and sorted; search looks at names, definition and sheet, accents put aside."""
        words = fold(self.search).split()
        kept = [row for row in self.all if VIEWS[self.view][1](row) and self._answers(row)]
        found = [row for row in kept if all(word in _searchable(row.indicator) for word in words)]
        key = SORTS.get(self.sort)
        if key is None:
            return found
        known = [row for row in found if key(row) is not None]
        return sorted(known, key=key, reverse=self.descending) + [row for row in found if key(row) is None]

    def _answers(self, row: Row) -> bool:
        said = {"nature": row.indicator.nature, "axe": str(row.indicator.sheet.axis_id)}
        return all(said[name] == value for name, value in self.chosen.items())

    @cached_property
    def options(self) -> dict[str, list[tuple[str, str]]]:
        """What each filter offers: only the axes under which something is measured."""
        axes = {str(row.indicator.sheet.axis_id): str(row.indicator.sheet.axis) for row in self.all}
        return {"nature": NATURES, "axe": list(axes.items())}

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force; a value that means nothing here is ignored."""
        asked = {name: self.data.get(name, "") for name in self.options}
        return {name: value for name, value in asked.items() if value in dict(self.options[name])}

    @cached_property
    def page(self) -> Page[Row]:
        """The rows shown, with the measures that their lines draw."""
        page = Paginator(self.rows, PAGE_SIZE).get_page(self.data.get("page"))
        queries.prefetch_measures(row.indicator for row in page.object_list)
        return page

    @property
    def grouped(self) -> bool:
        """Rows stand under their axis as long as they are in the order of the plan."""
        return self.sort not in SORTS

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The views with how many indicators each holds."""
        return [
            {
                "label": label,
                "count": sum(map(holds, self.all)),
                "current": name == self.view,
                "url": self.address(vue=name or None),
            }
            for name, (label, holds) in VIEWS.items()
        ]

    @property
    def selects(self) -> list[dict[str, Any]]:
        """The filters as the form draws them."""
        labels = {"nature": "Nature", "axe": "Axe"}
        return [
            {"name": name, "label": labels[name], "value": self.chosen.get(name, ""), "options": options}
            for name, options in self.options.items()
        ]

    @property
    def chips(self) -> list[dict[str, str]]:
        """The filters in force, in words, each with the address without it."""
        chips = [
            {
                "field": select["label"],
                "value": dict(select["options"])[select["value"]],
                "without": self.address(**{select["name"]: None}),
            }
            for select in self.selects
            if select["value"]
        ]
        return chips + (
            [{"field": "Texte", "value": self.search, "without": self.address(q=None)}] if self.search else []
        )

    def address(self, **changes: str | None) -> str:
        """The query string of this page with ``changes`` (None takes a key away), always starting with "?"."""
        data = self.data.copy()
        data.pop("page", None)
        for name, value in changes.items():
            data.pop(name, None)
            if value is not None:
                data[name] = value
        return "?" + data.urlencode()


def _row(found: Any, today: date, mine: frozenset[int]) -> Row:
    last = None if found.last_on is None else (found.last_on, found.last_value)
    return Row(
        indicator=found,
        standing=standing_of(found, last),
        awaited_since=awaited_since(found, found.last_on, today),
        silence=silence_words(found, found.last_on, today),
        mine=found.measured_by_id in mine,
    )


def _searchable(indicator: Indicator) -> str:
    sheet = indicator.sheet
    return fold(f"{indicator.name} {indicator.definition} {sheet.number} {sheet.title} {indicator.source}")
