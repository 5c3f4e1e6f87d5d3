"""The tables of the money: views, search, filters, sort; all of it in the address, so that a view can be shared."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.text import fold
from quietude.kit.typography import counted, euros_text
from quietude.strategy.models import FundingLine, Strategy
from quietude.strategy.queries import money

PAGE_SIZE = 100
VIEWS = {
    "": "Vue d’ensemble",
    "lignes": "Financements",
    "budgets": "Budgets",
    "un-an": "Sur un an seulement",
    "comptes-rendus": "Comptes rendus à remettre",
}
LABELS = {"annee": "Année", "etat": "État", "financeur": "Financeur", "fiche": "Fiche"}
COLUMNS = {"annee": "year", "financeur": "funder", "fiche": "sheet_id"}
SHEET_ORDER = ("sheet__axis__position", "sheet__position")
SORTS: dict[str, tuple[str, ...]] = {
    "fiche": SHEET_ORDER,
    "annee": ("year",),
    "financeur": ("funder",),
    "etat": ("state",),
    "demande": ("asked",),
    "accorde": ("granted",),
    "verse": ("paid",),
    "prevu": ("planned",),
    "reel": ("real",),
}
REACHES = {
    "": "Actions de la stratégie",
    "hors": "Actions de partenaires, hors stratégie",
    "tout": "Toutes les actions",
}
LONGEST_NUMBER = 18
UNDATED = "sans"
"""In an address: the lines whose year nobody wrote."""
WORDS = {"asked": "demandés", "granted": "accordés", "paid": "versés", "planned": "prévus", "real": "dépensés"}


class MoneyFilter:
    """The rows that an address asks for, and what the page needs to show how they were chosen."""

    def __init__(self, data: QueryDict, *, here: Here, strategy: Strategy) -> None:
        self.data, self.here, self.strategy = data, here, strategy
        self.view = data.get("vue", "") if data.get("vue", "") in VIEWS else ""
        self.reach = data.get("perimetre", "") if data.get("perimetre", "") in REACHES else ""
        self.search = data.get("q", "").replace("\0", "").strip()[:100]
        order = data.get("tri", "")
        self.descending, self.sort = order.startswith("-"), order.lstrip("-")
        self.sheets = money.strategy_sheets(here, strategy, self.reach)

    @cached_property
    def base(self) -> QuerySet[Any]:
        """The rows of the view before any filter."""
        if self.view == "budgets":
            return money.budget_lines(self.sheets)
        if self.view == "un-an":
            return money.one_year_sheets(self.sheets).select_related("axis", "lead")
        lines = money.funding_lines(self.sheets)
        return lines.reports_awaited(timezone.localdate()) if self.view == "comptes-rendus" else lines  # type: ignore[attr-defined]

    @cached_property
    def rows(self) -> QuerySet[Any]:
        """The rows, filtered and sorted; search looks at sheet and funder, accents put aside."""
        rows = self.base
        for name, value in self.chosen.items():
            if name == "etat":
                rows = rows.filter(state__in=FundingLine.AGREED if value == money.ACQUIRED else [value])
            elif value == UNDATED:
                rows = rows.filter(year=None)
            else:
                rows = rows.filter(**{COLUMNS[name]: value})
        if self.search:
            rows = rows.filter(pk__in=self._found(rows))
        return self._sorted(rows)

    def _found(self, rows: QuerySet[Any]) -> list[int]:
        """Primary keys of the rows that hold every word of the search."""
        columns = {"un-an": ["number", "title"], "budgets": ["sheet__number", "sheet__title", "label"]}.get(
            self.view, ["sheet__number", "sheet__title", "funder"]
        )
        words = fold(self.search).split()
        texts = ((pk, fold(" ".join(said))) for pk, *said in rows.values_list("pk", *columns))
        return [pk for pk, text in texts if all(word in text for word in words)]

    def _sorted(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.view == "un-an":
            return rows.order_by("axis__position", "position", "id")
        usual = ("year", *SHEET_ORDER) if self.view == "comptes-rendus" else SHEET_ORDER
        asked = SORTS.get(self.sort, usual)
        fields = {field.name for field in rows.model._meta.get_fields()}
        known = [name for name in asked if name in fields or "__" in name] or list(usual)
        order = [F(name).desc(nulls_last=True) if self.descending else F(name).asc(nulls_last=True) for name in known]
        return rows.order_by(*order, *SHEET_ORDER, "year", "position", "id")

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force; a value that means nothing here is ignored."""
        names = {"": (), "un-an": (), "budgets": ("annee", "fiche")}.get(self.view, tuple(LABELS))
        asked = {name: self.data.get(name, "").replace("\0", "") for name in names}
        return {name: value for name, value in asked.items() if value and self._means_something(name, value)}

    def _means_something(self, name: str, value: str) -> bool:
        if name == "etat":
            return value in (money.ACQUIRED, *FundingLine.State.values)
        if name == "financeur" or (name == "annee" and value == UNDATED):
            return True
        return value.isascii() and value.isdecimal() and len(value) < LONGEST_NUMBER

    @cached_property
    def page(self) -> Page[Any]:
        page = Paginator(self.rows, PAGE_SIZE).get_page(self.data.get("page"))
        if self.view in ("lignes", "comptes-rendus"):
            page.object_list = list(page.object_list)
            today = timezone.localdate()
            money.set_report_dates(page.object_list, money.report_rule(today), today)
        return page

    @cached_property
    def totals(self) -> dict[str, Any]:
        return money.money_totals(self.rows)

    @property
    def total_words(self) -> str:
        """« 12 financements, 40 000 € demandés, 22 000 € accordés »."""
        if self.view == "un-an":
            return counted(self.page.paginator.count, "action", none="aucune action")
        one = "ligne de budget" if self.view == "budgets" else "financement"
        many = "lignes de budget" if self.view == "budgets" else "financements"
        known = [f"{euros_text(self.totals[name])} {word}" for name, word in WORDS.items() if self.totals.get(name)]
        return ", ".join(
            [counted(self.totals["count"], one, many, f"aucun{'e' * (self.view == 'budgets')} {one}"), *known]
        )

    @cached_property
    def overview(self) -> money.Overview:
        return money.money_overview(self.sheets)

    @cached_property
    def tabs(self) -> list[dict[str, Any]]:
        """The views with how many rows each holds."""
        lines = money.funding_lines(self.sheets)
        counts = {
            "": None,
            "lignes": lines.count(),
            "budgets": money.budget_lines(self.sheets).count(),
            "un-an": money.one_year_sheets(self.sheets).count(),
            "comptes-rendus": lines.reports_awaited(timezone.localdate()).count(),  # type: ignore[attr-defined]
        }
        reach = f"&perimetre={self.reach}" if self.reach else ""
        return [
            {"key": key, "label": label, "count": counts[key], "current": key == self.view, "url": f"?vue={key}{reach}"}
            for key, label in VIEWS.items()
        ]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows each view holds, by a name that a template can write."""
        return {tab["key"].replace("-", "_"): tab["count"] for tab in self.tabs if tab["key"]}

    @cached_property
    def selects(self) -> list[dict[str, Any]]:
        """The filters as the form draws them."""
        options = {} if self.view in ("", "un-an") else money.filter_options(self.sheets, self.base)
        return [
            {"name": name, "label": label, "value": self.chosen.get(name, ""), "options": options[name]}
            for name, label in LABELS.items()
            if name in options
        ]

    @property
    def reaches(self) -> list[tuple[str, str, bool]]:
        """(value, words, chosen) of whose actions are looked at."""
        return [(value, words, value == self.reach) for value, words in REACHES.items()]

    @property
    def chips(self) -> list[dict[str, str]]:
        """The filters in force, in words, each with the address without it."""
        words = {select["name"]: dict(select["options"]) for select in self.selects}
        chips = [
            {"field": LABELS[name], "value": words[name].get(value, value), "without": self.address(**{name: None})}
            for name, value in self.chosen.items()
        ]
        if self.search:
            chips.append({"field": "Texte", "value": self.search, "without": self.address(q=None)})
        if self.reach:
            chips.append({"field": "Actions", "value": REACHES[self.reach], "without": self.address(perimetre=None)})
        return chips

    def address(self, **changes: str | None) -> str:
        """The query string of this view with ``changes`` (None takes a key away), always starting with "?"."""
        data = self.data.copy()
        data.pop("page", None)
        for name, value in changes.items():
            data.pop(name, None)
            if value is not None:
                data[name] = value
        return "?" + data.urlencode()
