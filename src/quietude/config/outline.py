"""The plan found in a document, as a person reads it in a terminal."""

from typing import Any

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

DOUBTFUL = 0.8


def print_outline(draft: dict[str, Any]) -> None:
    """Print title, period, axes, objectives and actions; what deserves a second look is marked « à vérifier »."""
    console = Console(highlight=False)
    root = Tree(Text(draft["title"] or "Sans titre", style="bold"), guide_style="dim")
    for fact in facts(draft):
        root.add(Text(fact, style="dim"))
    for axis in draft["axes"]:
        branch = root.add(label(axis, "Actions"))
        for objective in axis["objectives"]:
            branch.add(label(objective, style="italic"))
        for action in axis["actions"]:
            branch.add(label(action))
    console.print(root)
    actions = sum(len(axis["actions"]) for axis in draft["axes"])
    console.print(f"\nAxes\u00a0: {len(draft['axes'])}, actions\u00a0: {actions}.")
    for warning in draft["warnings"]:
        console.print(Text(f"À savoir\u00a0: {warning}", style="yellow"))


def facts(draft: dict[str, Any]) -> list[str]:
    found = []
    if draft["territory"]:
        found.append(f"Territoire\u00a0: {draft['territory']}")
    if draft["period"]:
        start, end = draft["period"]
        found.append(f"Période\u00a0: {start or '…'} – {end or '…'}")
    return found + [f"Objectif général\u00a0: {objective}" for objective in draft["general_objectives"]]


def label(item: dict[str, Any], untitled: str = "Sans titre", style: str = "") -> Text:
    """Number, title, where it was read, and a mark when the rules were not sure."""
    number = f"{item['number']}. " if item.get("number") else ""
    text = Text(f"{number}{item['title'] or untitled}", style=style)
    source = item.get("source")
    if source:
        page = f"page {source['page']}, " if source.get("page") else ""
        text.append(f"  ({page}ligne {source['line']})", style="dim")
    if item.get("confidence", 1.0) < DOUBTFUL:
        text.append("  à vérifier", style="yellow")
    return text
