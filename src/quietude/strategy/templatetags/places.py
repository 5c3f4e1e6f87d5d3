"""Where one is in the room of the strategy: its places as tabs, and the ways of looking at one place."""

from dataclasses import dataclass
from typing import Any

from django import template

from quietude.councils.addresses import location
from quietude.councils.gate import Here
from quietude.strategy.models import Strategy

register = template.Library()


@dataclass(frozen=True, slots=True)
class Look:
    """One page of a place: its name, its words, the name of its URL and what the address adds."""

    name: str
    label: str
    url_name: str
    query: str = ""


PLACES: dict[str, tuple[str, tuple[Look, ...]]] = {
    "plan": ("Plan", (Look("plan", "Plan", "strategy"),)),
    "sheets": (
        "Fiches",
        (
            Look("table", "Tableau", "action_sheet_list"),
            Look("board", "Par état", "action_sheet_board"),
            Look("counts", "Répartition", "action_sheet_counts"),
            Look("map", "Carte", "action_sheet_map"),
        ),
    ),
    "calendar": (
        "Calendrier",
        (
            Look("gantt", "Frise", "action_sheet_gantt"),
            Look("dates", "Dates", "action_sheet_gantt", "?forme=tableau"),
            Look("deadlines", "Échéances", "deadline_calendar"),
        ),
    ),
    "coverage": (
        "Couverture",
        (
            Look("objectives", "Objectifs", "coverage"),
            Look("audiences", "Publics et âges", "coverage", "?lignes=axes"),
        ),
    ),
    "indicators": ("Indicateurs", (Look("indicators", "Indicateurs", "indicator_list"),)),
    "money": ("Financements", (Look("lines", "Lignes", "money"), Look("calls", "Appels à projets", "call_list"))),
    "versions": ("Versions", (Look("versions", "Versions", "baseline_list"),)),
    "point": ("Point du maire", (Look("point", "Point du maire", "weekly_point"),)),
}
OF_ONE_STRATEGY = frozenset({"baseline_list"})
"""Pages whose address names the strategy."""


@register.inclusion_tag("strategy/parts/places.html")
def strategy_places(here: Here, strategy: Strategy, place: str, look: str = "") -> dict[str, Any]:
    """The places of ``strategy``, the one where we are marked, and its looks when it has several."""

    def address(one: Look) -> str:
        named = {"pk": strategy.pk} if one.url_name in OF_ONE_STRATEGY else {}
        return location(here, one.url_name, **named) + one.query

    entries = [
        {"label": label, "url": address(looks[0]), "current": key == place} for key, (label, looks) in PLACES.items()
    ]
    looks = PLACES[place][1]
    shown = [{"label": one.label, "url": address(one), "current": one.name == look} for one in looks]
    return {"entries": entries, "looks": shown if len(looks) > 1 else []}
