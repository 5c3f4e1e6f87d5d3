"""Where the plan is in the outline, and what each level of it is called.

Four kinds of evidence are looked for, from the surest to the faintest:
1. labels: titles that call themselves axe, orientation, fiche action…;
2. sheets: titles under which stand a pilote, partenaires, a calendrier…;
3. announcements: a sentence or a heading that promises axes or actions, and the list that keeps the promise;
4. a document that calls itself a strategy or a plan and is cut in numbered parts.
What is not under such evidence is not the plan. The surest kind found is believed; fainter ones only complete it.
"""

from dataclasses import dataclass, field
from typing import Literal

from . import vocabulary as words
from .announce import announced_by_heading, are_missions, is_outside, is_past
from .labels import TOLD
from .outline import Node
from .sheets import is_sheet, mark_sheets
from .text import flat, fold, listed, similar

Evidence = Literal["label", "sheet", "announced", "numbered", "heading"]
STRENGTH: dict[Evidence, int] = {"label": 4, "sheet": 4, "announced": 3, "numbered": 2, "heading": 1}
PLAN_TITLE = listed(
    """
    strategie | plan d'action | plan local | plan intercommunal | contrat local | contrat intercommunal |
    feuille de route | stspd | schema | programme d'action | fiches action | plan de prevention | contrat de |
    plan municipal | plan communal | plan pluriannuel | pacte | plan de
    """
)
NATIONAL = ("strategie nationale", "plan national", "plan departemental", "gouvernement", "interministeriel")


@dataclass(slots=True)
class Group:
    """Items found together: axes (or one list of actions), the evidence for them and the count announced."""

    kind: Literal["axes", "actions", "general"]
    items: list[Node]
    evidence: Evidence
    holder: Node
    count: int | None = None
    weak: bool = False
    national: bool = False


@dataclass(slots=True)
class Plan:
    """The axes in order, the actions that stand under no axis, and the general objectives."""

    axes: list[Node] = field(default_factory=list)
    loose: list[Node] = field(default_factory=list)
    general: list[Node] = field(default_factory=list)
    evidence: Evidence | None = None
    action_evidence: Evidence | None = None
    announced: dict[str, int] = field(default_factory=dict)


def find_plan(root: Node, titled: bool) -> Plan:
    """The plan of the document, empty when there is none; ``titled``: it calls itself a strategy or a plan."""
    groups: list[Group] = []
    mark_sheets(root)
    _labelled(root, groups)
    _harvest(root, groups, titled, _is_topical(root))
    second = [g for g in groups if _is_second_level(g)]
    holders = {id(g.holder) for g in second} if len(second) > 1 else set()
    groups = [g for g in groups if id(g.holder) not in holders or g not in second]
    groups += _held_actions(root, holders)
    if titled and not any(g.kind == "axes" for g in groups):
        groups += _numbered_parts(root)
    plan = _choose(groups)
    plan.axes += _echoes(root, plan.axes)
    return plan


def _echoes(root: Node, axes: list[Node]) -> list[Node]:
    """Titles elsewhere that repeat an axis without its label and hold what it announced only."""
    known = {fold(n.block.label.rest if n.block.label else n.text) for n in axes if n.block}
    chosen = {id(n) for n in axes}
    return [
        n
        for n in root.walk()
        if n.kind == "title" and n.children and n.rank is None and id(n) not in chosen and fold(n.text) in known
    ]


# -------------------------------------------------------------------- harvest


def _labelled(node: Node, groups: list[Group]) -> None:
    """The topmost labelled axes, wherever they stand but in the account of another plan."""
    labelled = [c for c in node.children if c.rank in ("upper", "middle")]
    if labelled:
        told = all(c.block and c.block.label and c.block.label.style == TOLD for c in labelled)
        groups.append(Group("axes", labelled, "announced" if told else "label", node, _count(node), weak=told))
    for child in node.children:
        if child.rank not in ("upper", "middle", "leaf") and not _tells_another_plan(child):
            _labelled(child, groups)


def _harvest(node: Node, groups: list[Group], titled: bool, topical: bool, only_strong: bool = False) -> None:
    """Collect the announced lists under ``node``, leaving out what is not the plan."""
    if (
        node.announcement is not None
        and node.children
        and not any(c.rank in ("upper", "middle") for c in node.children)
    ):
        group = _announced(node, titled, topical)
        if group is not None and not (only_strong and group.weak):
            groups.append(group)
            return
    for child in node.children:
        if child.rank in ("upper", "middle", "leaf") or is_sheet(child) or _tells_another_plan(child):
            continue
        outside = child.kind == "title" and is_outside(child.text)
        if outside and not any(w in fold(child.text) for w in words.ABOUT_THE_COUNCIL):
            continue
        _harvest(child, groups, titled, topical, only_strong or outside)


def _is_second_level(group: Group) -> bool:
    """Objectives called so under a title of their own: that title is the axis."""
    return group.evidence == "label" and all(n.rank == "middle" for n in group.items) and _is_axis_title(group.holder)


def _is_axis_title(node: Node) -> bool:
    return (
        node.kind == "title"
        and node.rank is None
        and node.announcement is None
        and not _is_document_title(node)
        and not is_outside(node.text)
    )


def _tells_another_plan(node: Node) -> bool:
    """A section about the previous plan, the State's, or what was done: its axes are not those of this document."""
    return node.kind == "title" and is_outside(node.text) and any(w in fold(node.text) for w in words.TOLD_ELSEWHERE)


def _count(node: Node) -> int | None:
    return node.announcement.count if node.announcement else None


def _announced(node: Node, titled: bool, topical: bool) -> Group | None:
    """The list that an announcement promised, if what follows can be it."""
    announcement = node.announcement
    if announcement is None:
        return None
    items = _series(node)
    if announcement.count and len(items) > announcement.count and all(n.kind == "title" for n in items):
        items = items[: announcement.count]
    texts = [n.text for n in items]
    if len(items) < 2 or are_missions(texts) or sum(is_outside(t) for t in texts) * 2 > len(items):
        return None
    if any(n.rank == "leaf" or is_sheet(n) for n in items):
        return None
    plain = flat(node.text)
    said = titled or any(w in plain for w in PLAN_TITLE) or "prioritaire" in plain or "strategique" in plain
    if announcement.weak and not said and not topical:
        return None
    if (
        announcement.weak
        and not said
        and announcement.count is None
        and not (announcement.kind == "action" and topical)
    ):
        return None
    if (
        announcement.weak
        and announcement.kind != "action"
        and ("conseil" in plain or "clspd" in plain or "cispd" in plain)
        and "strategi" not in plain
    ):
        return None
    if announcement.kind == "general":
        return Group("general", items, "announced", node)
    nested = sum(any(c.kind in ("item", "title") or c.children for c in n.children) for n in items)
    kind: Literal["axes", "actions"] = (
        "actions" if announcement.kind == "action" and nested * 2 < len(items) else "axes"
    )
    return Group(
        kind, items, "announced", node, announcement.count, announcement.weak, any(w in plain for w in NATIONAL)
    )


def _series(node: Node) -> list[Node]:
    """The children that look like the first one; a lead-in's or a heading's list."""
    children = [c for c in node.children if c.kind != "leadin"]
    if not children:
        return []
    first = children[0].signature
    return [c for c in children if c.signature == first and not (c.kind == "title" and is_outside(c.text))]


def _is_topical(root: Node) -> bool:
    """Is the document about the council or the prevention of crime?"""
    texts = [flat(n.text)[:400] for n in root.walk()[:60]] + [
        flat(b.text)[:400] for n in root.walk()[:30] for b in n.body[:6]
    ]
    return any(w in text for text in texts for w in ("clspd", "cispd", "delinquance", "stspd"))


# -------------------------------------------------------------------- actions and what holds them


def is_action(node: Node) -> bool:
    """An action by its own label or by its fields."""
    return node.rank == "leaf" or node.rank is None and node.kind == "title" and is_sheet(node)


def _held_actions(root: Node, holders: set[int]) -> list[Group]:
    """Labelled actions outside labelled axes: the titles that hold them are the axes, else they are loose."""
    chains: list[tuple[list[Node], Node]] = []
    _walk_chains(root, [], chains, holders)
    if not chains:
        return []
    chains = _without_frame(chains)
    axes: list[Node] = []
    loose: list[Node] = []
    for chain, action in chains:
        if not chain:
            loose.append(action)
        elif chain[0] not in axes:
            axes.append(chain[0])
    evidence: Evidence = "label" if any(a.rank == "leaf" for _, a in chains) else "sheet"
    groups = [Group("axes", axes, evidence, root)] if axes else []
    return groups + ([Group("actions", loose, evidence, root)] if loose else [])


def _walk_chains(node: Node, chain: list[Node], out: list[tuple[list[Node], Node]], holders: set[int]) -> None:
    for child in node.children:
        if child.rank == "upper" or child.rank == "middle" and not (chain and id(chain[-1]) in holders):
            continue
        if is_action(child) or child.rank == "middle":
            out.append((chain, child))
        elif child.kind == "title" and not _tells_another_plan(child):
            holds = (
                announced_by_heading(child.text) is None
                and not _is_document_title(child)
                and not is_outside(child.text)
            )
            _walk_chains(child, [*chain, child] if holds else chain, out, holders)
        elif child.kind == "leadin":
            _walk_chains(child, chain, out, holders)


def _is_document_title(node: Node) -> bool:
    plain = flat(node.text)
    return any(
        w in plain
        for w in listed(
            """
        strategie territoriale | strategie locale | strategie intercommunale | plan local | contrat local |
        fiches action | plan d'action | stspd | clspd | cispd
        """
        )
    )


def _without_frame(chains: list[tuple[list[Node], Node]]) -> list[tuple[list[Node], Node]]:
    """A single title above everything is the document's, not an axis."""
    while True:
        tops = {id(chain[0]) for chain, _ in chains if chain}
        if len(tops) == 1 and any(len(chain) > 1 for chain, _ in chains):
            chains = [(chain[1:], action) for chain, action in chains]
        elif len(tops) == 1 and any(c.isdigit() for c in next(chain[0].text for chain, _ in chains if chain)):
            return [([], action) for _, action in chains]
        else:
            return chains


def _numbered_parts(root: Node) -> list[Group]:
    """A document that calls itself a plan and is cut in numbered parts that have parts themselves."""
    for node in root.walk():
        if node.kind not in ("root", "title") or (node.block and is_outside(node.text)):
            continue
        titles = [c for c in node.children if c.kind == "title" and c.rank is None and not is_outside(c.text)]
        numbered = [c for c in titles if c.block and c.block.label and c.block.label.number]
        kept = [
            c
            for c in numbered
            if c.block
            and numbered[0].block
            and c.block.label
            and numbered[0].block.label
            and c.block.label.style == numbered[0].block.label.style
        ]
        if len(kept) >= 2 and not are_missions([c.text for c in kept]):
            parts = sum(bool(c.children) for c in kept)
            if parts * 2 >= len(kept):
                return [Group("axes", kept, "numbered", node)]
        nested = [c for c in titles if sum(n.kind in ("title", "item") for n in c.children) >= 2]
        if not numbered and len(nested) >= 2 and len(nested) * 3 >= len(titles) * 2:
            return [Group("axes", nested, "heading", node)]
    return []


# -------------------------------------------------------------------- choice


def _choose(groups: list[Group]) -> Plan:
    """The surest axes, the actions that no axis holds, and what only states general objectives."""
    axes = [g for g in groups if g.kind == "axes"]
    actions = [g for g in groups if g.kind == "actions"]
    general = [g for g in groups if g.kind == "general"]
    plan = Plan()
    chosen: list[Group] = []
    if axes:
        best = max(STRENGTH[g.evidence] for g in axes)
        surest = [g for g in axes if STRENGTH[g.evidence] == best]
        chosen = surest if best == 4 else [_richest(surest)]
        plan.axes = [n for g in chosen for n in g.items]
        plan.evidence = chosen[0].evidence
    elif general and not actions:
        plan.axes, plan.evidence, general = general[0].items, "announced", general[1:]
    sure = [g for g in actions if STRENGTH[g.evidence] == 4]
    kept = sure or [g for g in actions if plan.evidence not in ("label", "sheet") or not _has_actions(plan.axes)]
    plan.loose = _fresh([n for g in kept for n in g.items], plan.axes)
    plan.action_evidence = kept[0].evidence if kept else None
    plan.general = [n for g in general for n in g.items] if plan.axes else []
    for group in [*chosen, *kept]:
        if group.count:
            plan.announced.setdefault("axes" if group.kind == "axes" else "actions", group.count)
    return plan


def _richest(groups: list[Group]) -> Group:
    """Among announced lists: the one that says most, keeps its promised count, and is not the State's."""

    def worth(group: Group) -> tuple[int, ...]:
        size = sum(len(n.walk()) for n in group.items)
        return (
            not group.national,
            not is_past(group.holder.text),
            not group.weak,
            group.count in (None, len(group.items)),
            size,
        )

    return max(groups, key=worth)


def _has_actions(axes: list[Node]) -> bool:
    return any(n is not axis and (n.rank == "leaf" or n.kind == "item") for axis in axes for n in axis.walk())


def _fresh(nodes: list[Node], axes: list[Node]) -> list[Node]:
    """Items not already standing under an axis nor repeating one."""
    inside = {id(n) for axis in axes for n in axis.walk()}
    return [n for n in nodes if id(n) not in inside and not any(similar(n.text, a.text) for a in axes)]
