"""The list of calls for projects: its views, its search, its file. A council writes a few a year: read whole."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.http import HttpResponseBase, QueryDict

from quietude.kit.tables import Table, table_response
from quietude.kit.text import fold
from quietude.strategy.matching import Opportunity
from quietude.strategy.models import FundingCall

VIEWS = {"": ("open", "Ouverts"), "a-venir": ("coming", "À venir"), "clos": ("closed", "Clos")}
STATES = {"open": "ouvert", "coming": "à venir", "closed": "clos"}
COLUMNS = (
    "Appel",
    "Programme",
    "Financeur",
    "Département",
    "Année",
    "Ouvre le",
    "Ferme le",
    "État",
    "Demandes",
    "Page",
)


class CallFilter:
    """The calls that an address asks for: open, coming or closed, with every word of the search."""

    def __init__(self, data: QueryDict, calls: Sequence[Any]) -> None:
        self.view = data.get("vue", "") if data.get("vue", "") in VIEWS else ""
        self.search = data.get("q", "").strip()[:100]
        self.calls = calls

    @cached_property
    def rows(self) -> list[Any]:
        """The calls shown: the next to close first, the last closed first once they are."""
        words, state = fold(self.search).split(), VIEWS[self.view][0]
        found = [call for call in self.calls if call.state == state and all(word in _said(call) for word in words)]
        return found[::-1] if state == "closed" else found

    @property
    def answerable(self) -> list[FundingCall]:
        """Those of the calls shown that one may still prepare."""
        return [call for call in self.rows if call.state != "closed"]

    def gather(self, found: Iterable[Opportunity]) -> list[tuple[Any, list[Opportunity]]]:
        """Each call shown, with the sheets that it suits."""
        by_call: dict[int, list[Opportunity]] = {}
        for opportunity in found:
            by_call.setdefault(opportunity.call.pk, []).append(opportunity)
        return [(call, by_call.get(call.pk, [])) for call in self.rows]

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The views, each with how many calls it holds."""
        return [
            {
                "label": label,
                "count": sum(call.state == state for call in self.calls),
                "current": key == self.view,
                "url": f"?vue={key}",
            }
            for key, (state, label) in VIEWS.items()
        ]

    def as_file(self, extension: str) -> HttpResponseBase:
        """The calls shown, one a row."""
        rows = (
            (
                call.title,
                call.programme.name,
                call.programme.funder,
                call.department,
                call.year,
                call.opens_on,
                call.closes_on,
                STATES[call.state],
                call.requests,
                call.address,
            )
            for call in self.rows
        )
        return table_response(Table("Appels à projets", COLUMNS, rows), extension, "appels-a-projets")


def _said(call: FundingCall) -> str:
    return fold(f"{call.title} {call.programme.name} {call.programme.funder} {call.department}")
