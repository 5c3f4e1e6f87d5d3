"""The nodes of the outline, and which of them may hold which."""

from dataclasses import dataclass, field

from .announce import Announcement
from .blocks import Block
from .fields import Named

Signature = tuple[object, ...]


@dataclass(slots=True)
class Node:
    """A title, an item or a lead-in, what stands under it, and the text that belongs to it."""

    kind: str
    block: Block | None = None
    signature: Signature = ()
    children: list["Node"] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    fields: list[tuple[Named, list[Block]]] = field(default_factory=list)
    announcement: Announcement | None = None
    among_sheets: bool = False
    """It looks like the sheets of the document and has a field of its own."""
    is_item_sheet: bool = False
    """An item of a list with a field of its own on the lines below it."""

    @property
    def text(self) -> str:
        return self.block.text if self.block else ""

    @property
    def rank(self) -> str | None:
        return self.block.label.rank if self.block and self.block.label else None

    @property
    def word(self) -> str | None:
        return self.block.label.kind if self.block and self.block.label else None

    @property
    def level(self) -> int | None:
        return self.block.first.level if self.block and self.block.is_heading else None

    @property
    def is_numbered(self) -> bool:
        return self.block is not None and self.block.label is not None and self.block.label.number is not None

    def walk(self) -> list["Node"]:
        """This node and all below it, in reading order."""
        out, todo = [], [self]
        while todo:
            node = todo.pop()
            out.append(node)
            todo.extend(reversed(node.children))
        return out


def may_hold(top: Node, node: Node, word_order: dict[Signature, int]) -> bool:
    """May ``node``, whose look is not open yet, stand under ``top``?"""
    if top.kind == "leadin":
        return node.kind == "item" or not top.children and top.announcement is not None
    if top.level is not None and node.level is not None:
        return top.level < node.level
    if node.level is not None:
        return top.kind == "title" and top.rank in ("upper", "middle") and node.rank != "upper"
    if top.rank and node.rank:
        return _word_holds(top, node, word_order)
    if (
        node.rank == "leaf"
        and top.announcement is not None
        and top.announcement.kind != "action"
        and top.rank is None
        and any(c.kind == "item" for c in top.children)
    ):
        return False
    if node.rank is not None:
        return (
            top.kind == "title"
            or node.block is not None
            and top.block is not None
            and node.block.first.indent > top.block.first.indent
        )
    if top.kind == "item":
        return _item_holds(top, node)
    return _number_holds(top, node)


def _word_holds(top: Node, node: Node, word_order: dict[Signature, int]) -> bool:
    if top.rank == "leaf" or node.rank == "part":
        return (
            top.rank == "leaf"
            and node.rank == "leaf"
            and word_order.get(top.signature, 0) < word_order.get(node.signature, 0)
        )
    if node.rank == "leaf" or top.rank == "part":
        return True
    return word_order.get(top.signature, 0) < word_order.get(node.signature, 0)


def _item_holds(top: Node, node: Node) -> bool:
    if top.block is None or node.block is None:
        return False
    if node.kind == "title" and not (node.block.label and top.block.label):
        return False
    if node.block.first.level is not None and top.block.first.level is not None:
        return node.block.first.level > top.block.first.level
    if node.block.first.indent != top.block.first.indent:
        return node.block.first.indent > top.block.first.indent
    return node.block.first.blank_before == 0 or _number_holds(top, node) and bool(node.block.label)


def _number_holds(top: Node, node: Node) -> bool:
    """« 2.1 » stands under « 2 », never under « 2.1.3 »; « 3 » under nothing decimal."""
    upper, lower = (n.block.label if n.block else None for n in (top, node))
    if upper and lower and upper.kind is None and lower.kind is None and upper.number and lower.number:
        return upper.style.count(".") <= lower.style.count(".")
    if (
        top.block
        and node.block
        and top.block.first.size
        and node.block.first.size
        and node.kind == "title"
        and abs(top.block.first.size - node.block.first.size) > 0.4
    ):
        return top.block.first.size > node.block.first.size
    return True


def restarts(open_node: Node, node: Node) -> bool:
    """A number that starts again at 1 while its series stands further opens a series inside."""
    upper, lower = (n.block.label if n.block else None for n in (open_node, node))
    if not upper or not lower or upper.rank or lower.rank:
        return False
    return lower.number in ("1", "a", "A", "I") and upper.number not in ("1", "a", "A", "I", None)
