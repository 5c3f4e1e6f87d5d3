"""From the plan's nodes to the draft: axes, objectives and actions with their text, their source and their trust.

Inside an axis the same question comes back at every level: does a title or an item name an action, an objective, or
is it only text? Labels answer first. Without them the deepest series that the whole plan shares are the actions, and
what stands between an axis and its actions is an objective. Everything else is kept as description.
"""

import re
from collections.abc import Iterable

from .announce import is_outside
from .blocks import Block
from .draft import DraftAction, DraftAxis, DraftObjective, Origin
from .fields import named_field
from .habits import (
    list_role,
    lists_items,
    middle_holds_actions,
    objectives_hold_items,
    plain_lists,
    repeated_titles,
    restarting_numbers,
    uses_action_labels,
)
from .labels import parse_label
from .lines import Source
from .outline import Node
from .plan import Plan, is_action
from .sheets import collect_values, read_fields
from .text import fold, similar, tidy_title
from .titles import split_title

TRUST = {"label": 0.95, "sheet": 0.9, "announced": 0.8, "numbered": 0.7, "heading": 0.55, "nested": 0.7, "inner": 0.6}
REASONS = {
    "label": "le document le nomme lui-même",
    "sheet": "ses champs de fiche (pilote, partenaires…) sont présents",
    "announced": "la liste est annoncée par le texte",
    "numbered": "partie numérotée d’un document qui se présente comme un plan",
    "heading": "titre d’un document qui se présente comme un plan",
    "nested": "élément d’une liste placée sous un axe",
    "inner": "titre placé entre un axe et ses actions",
}


class Builder:
    """Builds the draft's items; remembers which source lines were used."""

    def __init__(self, source: Source, plan: Plan) -> None:
        self.source = source
        self.plan = plan
        self.used: set[int] = set()
        self.labelled = uses_action_labels(plan)
        self.roles = repeated_titles(plan)
        self.splits_titles = middle_holds_actions(plan, "title", self.roles)
        self.splits_items = middle_holds_actions(plan, "item", self.roles)
        self.objectives_hold_items = objectives_hold_items(plan)
        self.axis_ids = {id(axis) for axis in plan.axes}
        self.parents = restarting_numbers(plan)
        self.plain_lists = plain_lists(plan)

    # ------------------------------------------------------------ axes

    def axis(self, node: Node) -> DraftAxis:
        title, rest = self._title(node)
        axis = DraftAxis(
            title or None,
            self._origin(node),
            *self._trust(self.plan.evidence or "announced"),
            number=self._level_number(node),
        )
        texts = [rest, *self._field_texts(axis, node)]
        for child in node.children:
            if not self._is_afterword(node, child):
                texts += self._place(axis, child, None)
        axis.description = _joined([texts[0], *self._body_texts(axis, node), *texts[1:]])
        return axis

    def _is_afterword(self, axis: Node, child: Node) -> bool:
        """A title under the last axis alone, where the others hold nothing or plain lists, is no longer the plan."""
        axes = self.plan.axes
        if child.kind != "title" or child.rank is not None or len(axes) < 2 or axis is not axes[-1]:
            return False
        if child.announcement is not None or any(is_action(n) for n in child.walk()):
            return False
        others = [c for other in axes[:-1] for c in other.children]
        if not others:
            return len(axes) > 2 and not any(other.body for other in axes[:-1])
        if child is axis.children[0] or any(c.kind == "title" and c.rank is None for c in others):
            return False
        return axis.children[0].signature != child.signature

    def _level_number(self, node: Node) -> str | None:
        return node.block.label.number if node.block and node.block.label else None

    def loose_axes(self, nodes: list[Node], axes: list[DraftAxis]) -> None:
        """Place the actions that no axis holds: under the axis that their sheet names, else under one without title."""
        evidence = self.plan.action_evidence or "announced"
        untitled = DraftAxis(None, None, *self._trust(evidence))
        for node in nodes:
            action = self.action(node, None, evidence)
            named = next(iter(collect_values(node).get("axis", [])), "")
            (self._axis_named(named, axes, node) if named else untitled).actions.append(action)
        if untitled.actions:
            axes.append(untitled)

    def _axis_named(self, text: str, axes: list[DraftAxis], node: Node) -> DraftAxis:
        """The axis that a sheet names in its « Axe » field, added when it is not yet in the draft."""
        label = parse_label(text)
        number, title = (label.number, label.rest) if label and (label.rest or label.number) else (None, text)
        for axis in axes:
            if number is not None and axis.number == number or title and axis.title and similar(axis.title, title):
                return axis
        axes.append(DraftAxis(tidy_title(title) or None, self._origin(node), *self._trust("sheet"), number=number))
        return axes[-1]

    def _place(self, axis: DraftAxis, node: Node, objective: str | None) -> list[str]:
        """Put ``node`` under ``axis`` as what it is; returns the text that is neither objective nor action."""
        if id(node) in self.axis_ids:
            return []
        if node.kind == "title" and node.rank is None and node.children and fold(node.text) in self.roles:
            if list_role(node) == "text":
                return self._all_texts(node)
            texts = self._texts(node.body)
            for child in node.children:
                texts += self._place(axis, child, objective)
            return texts
        if is_action(node):
            action = self.action(node, objective, "label" if node.rank == "leaf" else "sheet")
            action.objective = action.objective or _served(axis, node)
            axis.actions.append(action)
            return []
        if node.rank in ("upper", "middle"):
            return self._objective(axis, node, "label")
        if node.kind == "leadin" or node.announcement is not None and not node.is_numbered:
            return self._list(axis, node, objective)
        return self._unlabelled(axis, node, objective)

    def _list(self, axis: DraftAxis, node: Node, objective: str | None) -> list[str]:
        """A lead-in or a heading such as « Objectifs » or « Actions » inside an axis."""
        role = list_role(node)
        if any(is_action(n) for n in node.walk()):
            out = self._own_texts(node)
            for child in node.children:
                out += self._place(axis, child, objective)
            return out
        if (
            not node.children
            or role == "text"
            or role == "any"
            and (self.labelled or axis.actions and objective is None)
        ):
            return self._all_texts(node)
        self._use(node.block)
        out = [] if role != "any" else [node.text]
        out += self._texts(node.body)
        for child in node.children:
            if role == "objectives" and not child.children:
                axis.objectives.append(self._draft_objective(child, "announced"))
            elif role == "objectives" or role == "any":
                out += self._unlabelled(axis, child, objective)
            else:
                axis.actions.append(self.action(child, objective, "announced"))
        return out

    def _unlabelled(self, axis: DraftAxis, node: Node, objective: str | None) -> list[str]:
        """A title or an item without level word, under an axis or an objective."""
        if any(is_action(n) for n in node.walk()):
            return self._objective(axis, node, "inner") if objective is None else self._all_texts(node)
        if (
            self.labelled
            and not (node.kind == "item" and id(node) in self.plain_lists)
            or node.rank == "part"
            or is_outside(node.text)
            and node.kind == "title"
            or objective is not None
            and not self.objectives_hold_items
        ):
            return self._all_texts(node)
        splits = self.splits_titles if node.kind == "title" else self.splits_items
        if objective is None and splits and lists_items(node):
            return self._objective(axis, node, "inner")
        if objective is None and splits and node.kind == "title":
            return self._objective(axis, node, "inner")
        axis.actions.append(self.action(node, objective, "nested"))
        return []

    def _objective(self, axis: DraftAxis, node: Node, evidence: str) -> list[str]:
        objective = self._draft_objective(node, evidence)
        axis.objectives.append(objective)
        texts = [objective.description]
        for child in node.children:
            texts += self._place(axis, child, objective.title)
        objective.description = _joined([*texts, *self._texts(node.body)])
        return []

    def _draft_objective(self, node: Node, evidence: str) -> DraftObjective:
        title, rest = self._title(node)
        return DraftObjective(
            title,
            self._origin(node),
            *self._trust(evidence),
            number=self._level_number(node),
            description=_joined([rest, *([] if node.children else self._texts(node.body))]),
        )

    def _field_texts(self, axis: DraftAxis, node: Node) -> list[str]:
        """Fields written for a whole axis: its objectives become objectives, the rest stays text."""
        out = []
        for named, blocks in node.fields:
            self._use(*blocks)
            texts = ([named.value] if named.value else []) + [b.text for b in (blocks[1:] if named.value else blocks)]
            if named.key == "description" and fold(named.name).startswith("objectif") and blocks:
                for text, block in zip(texts, blocks, strict=False):
                    origin = self._block_origin(block)
                    axis.objectives.append(DraftObjective(text.strip(" .;"), origin, *self._trust("announced")))
            else:
                out.append(f"{named.name} : {' '.join(texts)}")
        return out

    def _body_texts(self, axis: DraftAxis, node: Node) -> list[str]:
        """The text of an axis; what it calls its objectives, on their line, joins its objectives."""
        out = []
        for block in node.body:
            if self._is_inner_field(block, node):
                continue
            named = named_field(block.text)
            if named and named.value and fold(named.name).startswith("objectif"):
                self._use(block)
                for text in re.split(r"\s?;\s", named.value):
                    origin = self._block_origin(block)
                    axis.objectives.append(DraftObjective(tidy_title(text), origin, *self._trust("announced")))
            else:
                out += self._texts([block])
        return out

    def _is_inner_field(self, block: Block, node: Node) -> bool:
        return any(block.text.startswith(named.name) for named, _ in node.fields)

    # ------------------------------------------------------------ actions

    def action(self, node: Node, objective: str | None, evidence: str) -> DraftAction:
        title, rest = self._title(node)
        values = collect_values(node)
        if values.get("title"):
            title = (
                values["title"][0]
                if not title or not (node.block and node.block.label and node.block.label.rest)
                else title
            )
        number = self._number(node)
        action = DraftAction(title, self._origin(node), *self._trust(evidence), number=number, objective=objective)
        for _, blocks in node.fields:
            self._use(*blocks)
        named = {id(b) for _, blocks in node.fields for b in blocks}
        body = [
            b for b in node.body if id(b) not in named and not any(b.text.startswith(n.name) for n, _ in node.fields)
        ]
        self._use(*node.body)
        texts = [rest, *self._texts(body), *values.get("description", [])]
        for child in node.children:
            texts += self._all_texts(child)
        action.description = _joined(texts)
        action.fields = read_fields(values)
        return action

    def _number(self, node: Node) -> str | None:
        """The number as written; a bare figure that starts again under each axis is only the mark of a list."""
        label = node.block.label if node.block else None
        if label is None or label.number is None:
            return node.block.values.get("number", [None])[0] if node.block else None
        if label.rank is None and (label.style in ("1", "a", "A", "I") and (label.style, label.number) in self.parents):
            return None
        return label.number

    # ------------------------------------------------------------ text and source

    def _title(self, node: Node) -> tuple[str, str]:
        if node.block is None:
            return "", ""
        self._use(node.block)
        return split_title(node.block)

    def _own_texts(self, node: Node) -> list[str]:
        self._use(node.block)
        return [node.text, *self._texts(node.body)] if node.text else self._texts(node.body)

    def _all_texts(self, node: Node) -> list[str]:
        out = []
        for part in node.walk():
            if part.block is not None:
                self._use(part.block)
                out.append(("• " if part.kind == "item" else "") + part.text)
            out += self._texts(part.body)
        return out

    def _texts(self, blocks: Iterable[Block]) -> list[str]:
        blocks = list(blocks)
        self._use(*blocks)
        return [("• " if b.bullet else "") + b.text for b in blocks]

    def _use(self, *blocks: Block | None) -> None:
        for block in blocks:
            if block is not None:
                self.used.update(block.lines)

    def _origin(self, node: Node) -> Origin | None:
        return self._block_origin(node.block) if node.block else None

    def _block_origin(self, block: Block) -> Origin:
        lines = [self.source.lines[i] for i in block.lines]
        text = " ".join(line.text for line in lines)
        return Origin(
            lines[0].number, text, lines[0].page, lines[-1].number if lines[-1].number != lines[0].number else None
        )

    def _trust(self, evidence: str) -> tuple[float, str]:
        return TRUST[evidence], REASONS[evidence]


def _served(axis: DraftAxis, node: Node) -> str | None:
    """The objective of the axis that the sheet repeats in its own « Objectif » field."""
    for named, blocks in node.fields:
        if fold(named.name).startswith("objectif") and blocks:
            text = named.value or blocks[0].text
            return next((o.title for o in axis.objectives if o.title and similar(o.title, text)), None)
    return None


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(t.strip() for t in texts if t and t.strip())
