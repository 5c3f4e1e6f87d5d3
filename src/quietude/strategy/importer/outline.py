"""The outline: every title, list and lead-in of the document as one tree, before anything is said of what it means.

Blocks that look alike stand at one level: that is the only rule of layout. What a block looks like is its *signature*:
the word of its label, its heading level, the style of its number, its bullet and indent, or the way an unmarked title
is set. A signature already open above closes back to it; a new one opens a level below. Words, heading levels and
decimal numbers, whose order is known, overrule the order of appearance.

A sentence that announces a list is a level too: what it announces hangs under it.
"""

import re

from .announce import Announcement, announced_by, announced_by_heading, is_outside
from .blocks import TITLE_LENGTH, Block
from .fields import PROOF, SURE, Named, field_key, named_field
from .looks import RUN_IN, RUN_IN_COLON, Looks, signature
from .nodes import Node, Signature, may_hold, restarts
from .text import ends_sentence, flat, fold, starts_lower, word_count

__all__ = ["Node", "build_outline"]

LONGEST_TITLE = 240
LEVEL_NAMES = re.compile(r"objectifs?\b|actions?\b|mesures?\b")
"""Under an axis these names lead in its objectives and its actions; under an action they are fields."""
BRIEF = frozenset(("lead", "public", "calendar", "status", "territory", "funding", "partners", "axis"))
"""Fields whose value fits on the line of their name: the sentences that follow say something else."""


def build_outline(blocks: list[Block]) -> Node:
    """The tree of the document under a root node."""
    return _Builder(blocks).build()


class _Builder:
    """Walks the blocks once, keeping the open levels in a stack."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.root = Node("root")
        self.stack = [self.root]
        self.looks = Looks(blocks)
        self.word_order = _word_order(blocks)
        self.open_field: list[Block] | None = None
        self.field_is_closed = False

    def build(self) -> Node:
        for i, block in enumerate(self.blocks):
            if block.is_row:
                self._title().body.append(block)
            elif (named := self._field(i)) is not None:
                self._add_field(block, named)
            elif self.open_field == [] and not block.is_heading and not (block.label and block.label.rank):
                self.open_field.append(block)
            elif len(self.stack) == 1 and self.looks.is_head(i):
                self.root.body.append(block)
            elif (kind := self._kind(i)) == "text" or kind == "title" and self._is_value(block):
                self._add_text(i, block)
            elif kind == "leadin":
                self._add_leadin(block)
            elif kind == "item" and self.open_field is not None and self._goes_on_field(block):
                self.open_field.append(block)
            else:
                self._add_node(block, kind)
        return self.root

    # ------------------------------------------------------------ what a block is

    def _kind(self, i: int) -> str:
        block = self.blocks[i]
        label = block.label
        if label and label.rank:
            return "title"
        if block.is_heading:
            return "title"
        if block.bullet or block.implicit:
            return "item"
        if (
            label
            and label.rest
            and len(block.text) <= LONGEST_TITLE
            and (not starts_lower(label.rest) or label.number != "1" or self.looks.has_sequel(i))
        ):
            plain = not (self.looks.stands_out(block))
            return (
                "item"
                if ends_sentence(block.text) or block.text.endswith(";") or block.first.kind == "item" and plain
                else "title"
            )
        if self._is_run_in(block):
            return "item"
        if self.looks.is_unmarked_title(i):
            return "title"
        if block.text.endswith(":") or announced_by(block.text):
            return "leadin"
        if self._is_plain_item(block):
            block.implicit = True
            return "item"
        return "text"

    def _is_run_in(self, block: Block) -> bool:
        """A paragraph that opens on its own title: in bold, or before a colon where a list has been announced."""
        if not block.first.bold and 6 <= block.first.bold_lead < len(block.text) - 2:
            return 2 <= word_count(block.text[: block.first.bold_lead]) <= 16
        top = next((n for n in reversed(self.stack) if n.signature != RUN_IN), self.root)
        announced = (
            top.kind == "leadin" and top.announcement is not None and all(c.signature == RUN_IN for c in top.children)
        )
        return announced and RUN_IN_COLON.match(block.text) is not None

    def _is_plain_item(self, block: Block) -> bool:
        """Under a heading of actions, short lines one under the other are its list."""
        top = next((n for n in reversed(self.stack) if n.kind != "item"), self.root)
        if top.kind != "title" or top.announcement is None or top.announcement.kind != "action" or top.body:
            return False
        return not block.first.blank_before and 2 <= word_count(block.text) <= 20 and not ends_sentence(block.text)

    def _goes_on_field(self, block: Block) -> bool:
        """An item belongs to the field being read, unless a blank line parts it from a value already given."""
        if self.open_field is None or block.label and block.label.rank in ("upper", "leaf"):
            return False
        sheet = self._title()
        if sheet.is_item_sheet and sheet.signature == signature(block):
            return False
        return not self._is_past_value(block)

    def _leads_in_level(self, block: Block) -> bool:
        """« Objectifs » or « Actions » alone, after the fields of an axis, lead in what stands under it."""
        if self._owner().rank not in ("upper", "middle"):
            return False
        return LEVEL_NAMES.match(flat(block.text)) is not None and field_key(block.text) is not None

    def _is_past_value(self, block: Block) -> bool:
        """After « Pilote : la Ville » and a blank line, what comes is no longer the pilote."""
        if not self.field_is_closed or not self.open_field or block.first.number == self.open_field[-1].first.number:
            return False
        return block.first.blank_before > 0 and (block.bullet != "" or not starts_lower(block.text))

    def _is_value(self, block: Block) -> bool:
        """While a field is being read, only what looks like an open title ends it; the rest is its value."""
        if (
            self.open_field is None
            or self._is_past_value(block)
            or self._leads_in_level(block)
            or block.is_heading
            or block.label
            or is_outside(block.text)
            or block.first.bold
            or self.looks.is_large(block)
        ):
            return False
        return all(node.signature != signature(block) for node in self.stack)

    # ------------------------------------------------------------ fields of a sheet

    def _field(self, i: int) -> Named | None:
        """The field that block ``i`` names, where a sheet is being read."""
        block = self.blocks[i]
        if block.implicit or (block.label and block.label.rank and not self._is_labelled_field(i)):
            return None
        named = named_field(block.text, block.first.bold_lead)
        if named is None or named.key == "number":
            return None
        title = self._owner()
        if title.rank in ("upper", "middle") and (
            LEVEL_NAMES.match(flat(named.name)) or not named.value and self._heads_section(i)
        ):
            return None
        in_sheet = title.rank == "leaf" or bool(title.fields)
        if (
            block.is_heading
            and title.level is not None
            and block.first.level is not None
            and block.first.level <= title.level
            and not title.fields
        ):
            return None
        if in_sheet or (named.key in SURE and named.value and not block.bullet) or self._sure_fields_near(i, named.key):
            return named
        return None

    def _heads_section(self, i: int) -> bool:
        """« Pilotage » with another name right under it, and no value, is the heading of what follows the plan."""
        following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        if following is None or following.bullet or following.is_row or not is_outside(self.blocks[i].text):
            return False
        below = named_field(following.text, following.first.bold_lead)
        return below is not None and not below.value

    def _is_labelled_field(self, i: int) -> bool:
        """« Axe : … » or « Mesure : … » without number, between the fields of a sheet, is a field too."""
        label, title = self.blocks[i].label, self._title()
        if label is None or label.number is not None or not (title.rank == "leaf" or title.fields):
            return False
        if label.rank == "leaf":
            return bool(title.fields)
        if not title.fields and not title.body:
            return True
        following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        return (
            following is not None
            and not (following.label and following.label.rank)
            and named_field(following.text, following.first.bold_lead) is not None
        )

    def _sure_fields_near(self, i: int, key: str) -> bool:
        near = (b for b in self.blocks[i + 1 : i + 10] if not b.is_row)
        keys = set()
        for block in near:
            if block.label and block.label.rank:
                break
            named = named_field(block.text, block.first.bold_lead)
            if named and named.key in SURE and named.key != key:
                keys.add(named.key)
        return len(keys) >= (1 if key in SURE else 2)

    def _is_item_sheet(self, block: Block, named: Named, title: Node) -> bool:
        """« • Chantiers » with « Pilote : … » on the next line: the item is an action and the field is its own."""
        item = self.stack[-1]
        if title.fields or title.rank == "leaf" or item.children or block.bullet or item.block is None:
            return False
        return (
            named.key in PROOF and named.value != "" and not block.first.blank_before and len(item.text) < TITLE_LENGTH
        )

    def _add_field(self, block: Block, named: Named) -> None:
        values = [block] if named.value else []
        title = self._owner()
        if self.stack[-1].kind == "item" and self._is_item_sheet(block, named, title):
            title = self.stack[-1]
            title.kind, title.is_item_sheet = "title", True
        while self.stack[-1] is not title:
            self.stack.pop()
        title.fields.append((named, values))
        title.body.append(block)
        self.open_field = values
        self.field_is_closed = bool(named.value) and named.key in BRIEF

    # ------------------------------------------------------------ placing

    def _title(self) -> Node:
        """The nearest open title."""
        return next(node for node in reversed(self.stack) if node.kind in ("title", "root") or node.rank == "leaf")

    def _owner(self) -> Node:
        """Whose field a name gives: under an axis, « Objectifs » and « Actions » own nothing, the axis does."""
        title = self._title()
        for depth in range(len(self.stack) - 1, 0, -1):
            node = self.stack[depth]
            if node.rank in ("upper", "middle"):
                return node
            if node.kind == "title" and (node.rank is not None or node.fields or not field_key(node.text)):
                break
        return title

    def _add_text(self, i: int, block: Block) -> None:
        if self.open_field is not None and not (self.field_is_closed and ends_sentence(block.text)):
            self.open_field.append(block)
            return
        while self.stack[-1].kind == "item" and not self._describes_item(i, block):
            self.stack.pop()
        if self.stack[-1].kind == "leadin" and self.stack[-1].children:
            self.stack.pop()
        self.stack[-1].body.append(block)

    def _describes_item(self, i: int, block: Block) -> bool:
        """Text after an item is its description when it is set in, or when the list goes on after it."""
        item = self.stack[-1].block
        if item is None:
            return False
        if item.text.endswith(":") and not self.stack[-1].children and len(item.text) < 120:
            return True
        if (
            block.first.indent > item.first.indent
            and block.first.blank_before == 0
            or block.first.indent > item.first.indent + 1
        ):
            return True
        for later in self.blocks[i + 1 : i + 5]:
            if later.bullet or later.implicit or (later.label and item.label):
                return signature(later) == signature(item)
            if later.is_heading or later.is_row or later.text.endswith(":"):
                return False
        return False

    def _add_leadin(self, block: Block) -> None:
        self.open_field = None
        while (
            self.stack[-1].kind == "leadin"
            or self.stack[-1].kind == "item"
            and not self._is_inside(block, self.stack[-1])
        ):
            self.stack.pop()
        node = Node("leadin", block, ("leadin",), announcement=announced_by(block.text))
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _is_inside(self, block: Block, item: Node) -> bool:
        return (
            item.block is not None and block.first.indent > item.block.first.indent + 1 and not block.first.blank_before
        )

    def _add_node(self, block: Block, kind: str) -> None:
        self.open_field = None
        node = Node(kind, block, signature(block), announcement=_promise(kind, block))
        top = self.stack[-1]
        if not self._opens_series(top, node):
            self._close_for(node)
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _opens_series(self, top: Node, node: Node) -> bool:
        """Is ``node`` the first of the titles that the sentence or the heading just above announces?"""
        if top.announcement is None or top.children or node.kind != "title" or node.announcement is not None:
            return False
        if is_outside(node.text):
            return False
        alike = top.kind == "title" and not top.body and top.signature == node.signature and node.level is None
        return top.kind == "leadin" or alike and node.rank is None and not node.is_numbered

    def _close_for(self, node: Node) -> None:
        if node.kind == "title" and node.rank is None and node.level is None and self._closes_plan(node):
            while len(self.stack) > 1 and not (
                self.stack[-1].level is not None and self.stack[-1].kind == "title" and self.stack[-1].rank is None
            ):
                self.stack.pop()
            return
        while node.is_numbered and node.kind == "title" and self._is_passed(self.stack[-1]):
            self.stack.pop()
        if node.rank == "upper" and all(n.signature != node.signature for n in self.stack):
            while (
                len(self.stack) > 1
                and self.stack[-1].rank is None
                and (self.stack[-1].level is None or node.level is not None and self.stack[-1].level >= node.level)
            ):
                self.stack.pop()
        if node.kind == "item" and self.stack[-1].kind == "leadin" and not self.stack[-1].children:
            return
        if node.kind == "item" and not node.is_numbered:
            self._close_marked_like(node)
        depths = range(1, len(self.stack)) if node.announcement else range(len(self.stack) - 1, 0, -1)
        for depth in depths:
            if self.stack[depth].signature == node.signature and not restarts(self.stack[depth], node):
                del self.stack[depth:]
                return
        while len(self.stack) > 1 and not may_hold(self.stack[-1], node, self.word_order):
            self.stack.pop()

    def _close_marked_like(self, node: Node) -> None:
        """An item under the very bullet that marks the axes stands beside them: « Ø GOUVERNANCE » after « Ø AXE 3 »."""
        for depth in range(len(self.stack) - 1, 0, -1):
            block = self.stack[depth].block
            if block and node.block and self.stack[depth].rank == "upper" and block.bullet:
                if block.bullet == node.block.bullet and block.first.indent == node.block.first.indent:
                    del self.stack[depth:]
                return

    def _is_passed(self, top: Node) -> bool:
        """An unmarked « Préambule » ends where numbered parts begin."""
        return (
            top.kind == "title"
            and top.rank is None
            and top.level is None
            and not top.is_numbered
            and is_outside(top.text)
        )

    def _closes_plan(self, node: Node) -> bool:
        """An unmarked heading such as « Gouvernance » or « Le suivi de la stratégie » ends whatever was open."""
        return is_outside(node.text) and not node.is_numbered and self.looks.times[fold(node.text)] < 2


def _promise(kind: str, block: Block) -> Announcement | None:
    """What a title or an item that ends on a colon announces; a labelled level announces nothing but itself."""
    if block.label and block.label.rank:
        return None
    if kind == "title":
        return announced_by_heading(block.text)
    return announced_by(block.text) if block.text.endswith(":") else None


def _word_order(blocks: list[Block]) -> dict[Signature, int]:
    """Level words from the outermost in: the order in which the document first opens them, leaves last."""
    order: dict[Signature, int] = {}
    for leaves in (False, True):
        for block in blocks:
            label = block.label
            if label and label.rank and label.rank != "part" and (label.rank == "leaf") == leaves:
                order.setdefault(signature(block), len(order))
    return order
