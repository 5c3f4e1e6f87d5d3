"""Habits of the whole plan, which decide what a title or an item without label is."""

import re

from .outline import Node
from .plan import Plan, is_action
from .sheets import is_sheet
from .text import flat, fold, listed

DESCRIPTIVE = listed(
    """
    public | partenaire | acteur | constat | problematique | facteur | indicateur | critere |
    conduites a risque | moyens | chaque  | etapes | calendrier | pilote | porteur | modalite | financ |
    concern | touch | cause | difficulte | comportement | exemple | chiffre | portent surtout | quartiers |
    secteurs | se reunit | lieux | horaires | communes | resultats | evaluation | beneficiaires | enjeux |
    contexte | diagnostic | compose | prise en charge
    """
)


def uses_action_labels(plan: Plan) -> bool:
    """Does the plan call its actions by name? Then what is not called so is text."""
    named = sum(1 for axis in plan.axes for n in axis.walk() if is_action(n))
    with_actions = sum(any(is_action(n) for n in axis.walk()) for axis in plan.axes)
    return named > 0 and with_actions * 2 >= len(plan.axes)


def plain_lists(plan: Plan) -> set[int]:
    """Items right under an axis that holds nothing else, where other axes hold named actions: they are its actions."""
    found: set[int] = set()
    for axis in plan.axes:
        if len(axis.children) > 1 and not axis.body and all(c.kind == "item" and not c.children for c in axis.children):
            found.update(id(c) for c in axis.children)
    return found


def lists_items(node: Node) -> bool:
    """Does a list that may be actions stand right under ``node``?"""
    for child in node.children:
        if child.kind in ("item", "title"):
            return True
        if (
            child.kind == "leadin"
            and child.children
            and list_role(child) in ("actions", "any")
            and child.announcement is not None
        ):
            return True
    return False


def middle_holds_actions(plan: Plan, kind: str, roles: set[str]) -> bool:
    """Do most titles (or items) right under the axes hold lists of their own?"""
    middle = [
        c
        for axis in plan.axes
        for c in axis.children
        if c.kind == kind and c.rank is None and not is_sheet(c) and fold(c.text) not in roles
    ]
    return bool(middle) and sum(map(lists_items, middle)) * 5 >= len(middle) * 3


def repeated_titles(plan: Plan) -> set[str]:
    """Titles that come back under several axes (« Ce que nous proposons ») say a role, they name nothing."""
    seen: dict[str, set[int]] = {}
    for position, axis in enumerate(plan.axes):
        for node in axis.walk()[1:]:
            if node.kind == "title" and node.rank is None and not is_sheet(node) and node.announcement is None:
                seen.setdefault(fold(node.text), set()).add(position)
    return {text for text, axes in seen.items() if len(axes) > 1}


def objectives_hold_items(plan: Plan) -> bool:
    """Do the objectives named by a word hold lists, in half of the cases at least? Else what one holds is text."""
    named = [c for axis in plan.axes for c in axis.children if c.rank in ("upper", "middle")]
    return not named or sum(map(lists_items, named)) * 2 >= len(named)


def restarting_numbers(plan: Plan) -> set[tuple[str, str]]:
    """Bare numbers seen more than once among the plan's items: they number lists, not actions."""
    seen: set[tuple[str, str]] = set()
    twice: set[tuple[str, str]] = set()
    roots = [*plan.axes, *plan.loose]
    for root in roots:
        for node in root.walk():
            label = node.block.label if node.block else None
            if label and label.rank is None and label.number:
                key = (label.style, label.number)
                (twice if key in seen else seen).add(key)
    if not twice and len(plan.axes) > 1 or plan.loose:
        return twice if not plan.loose else seen
    return seen if twice else twice


def list_role(node: Node) -> str:
    """What a lead-in inside an axis leads in: "objectives", "actions", "text" or "any"."""
    plain = flat(node.text)
    tail = plain[-160:]
    if re.search(r"\bobjectifs?\b", tail) and not re.search(r"\bactions?\b", tail):
        return "objectives"
    if re.search(r"\b(?:actions?|mesures?|propositions?|dispositifs?|projets?)\b", tail):
        return "actions"
    if any(w in tail for w in DESCRIPTIVE):
        return "text"
    if node.announcement is not None:
        return "actions" if node.announcement.kind == "action" else "objectives"
    return "any"
