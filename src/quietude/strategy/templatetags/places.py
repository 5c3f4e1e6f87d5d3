"""Where one is in the room of the strategy: its places as tabs, and the ways of looking at one place."""

from dataclasses import dataclass
from typing import Any

from django import template

from quietude.councils.addresses import location
from quietude.councils.gate import Here

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
}


@register.inclusion_tag("strategy/parts/places.html")
def strategy_places(here: Here, place: str, look: str = "") -> dict[str, Any]:
    """The places of the strategy, the one where we are marked, and its looks when it has several."""
    entries = [
        {"label": label, "url": location(here, looks[0].url_name), "current": key == place}
        for key, (label, looks) in PLACES.items()
    ]
    looks = PLACES[place][1]
    shown = [
        {"label": one.label, "url": location(here, one.url_name) + one.query, "current": one.name == look}
        for one in looks
    ]
    return {"entries": entries, "looks": shown if len(looks) > 1 else []}
