"""What a block looks like, as a reader sees the page: a title, an item, or the signature of its level.

Whether a short plain line is a title depends on the whole document: where real headings or bold titles exist, plain
lines are text; where no line is blank, only what follows a line tells. So the page is looked at once, as a whole.
"""

import re
from collections import Counter

from .announce import announced_by, announced_by_heading, is_outside
from .blocks import TITLE_LENGTH, Block
from .fields import named_field
from .nodes import Signature
from .text import ends_sentence, flat, fold, is_capitals, listed, starts_lower, word_count

RUN_IN: Signature = ("run-in",)
RUN_IN_COLON = re.compile(r"[A-ZÉÈÀÊÎÔÇ«][^:.!?;]{4,90}\s?:\s+\S.{20,}")
HEAD_WORDS = listed(
    """
    strategie | plan local | plan intercommunal | contrat | clspd | cispd | ville de | commune | communaute |
    conseil local | conseil intercommunal | delinquance | feuille de route | agglomeration | 20 | metropole |
    mairie
    """
)
LARGER = 1.1


class Looks:
    """The looks of one document's blocks."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.dense = _is_dense(blocks)
        self.body_size = _body_size(blocks)
        strong = [
            b for b in blocks if not b.is_row and (b.is_heading or self.stands_out(b) and len(b.text) < TITLE_LENGTH)
        ]
        self.marked = len(strong) >= 3
        self.times = Counter(fold(block.text) for block in blocks if len(block.text) < TITLE_LENGTH)

    def stands_out(self, block: Block) -> bool:
        """Is the block in bold, or larger than the text?"""
        return block.first.bold or self.is_large(block)

    def _holds_next(self, i: int) -> bool:
        """Larger than the title that follows, and set like others further on: a level, not the head of the page."""
        block, following = self.blocks[i], self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        if following is None or not block.first.size or not following.first.size:
            return False
        look = signature(block)
        alike = sum(signature(other) == look for other in self.blocks[i + 1 : i + 60] if not other.is_row)
        return block.first.size > following.first.size * LARGER and alike > 0

    def is_large(self, block: Block) -> bool:
        return block.first.size is not None and block.first.size > self.body_size * 1.1

    def has_sequel(self, i: int) -> bool:
        label = self.blocks[i].label
        style = label.style if label else ""
        return any(b.label and b.label.style == style and b.label.kind is None for b in self.blocks[i + 1 : i + 8])

    def is_unmarked_title(self, i: int) -> bool:
        """A short line that stands out: in capitals, in bold, larger, or alone above something longer."""
        block = self.blocks[i]
        text = block.text
        if (
            len(text) > TITLE_LENGTH
            or ends_sentence(text)
            and "?" not in text[-3:]
            or text.endswith((";", ","))
            or not text[:1].strip("«\"'“(").isalnum()
            and len(text) < 3
        ):
            return False
        if starts_lower(text) or word_count(text) > 22 or not any(c.isalpha() for c in text):
            return False
        if (named := named_field(text)) and named.value:
            return False
        if text.endswith(":") and (word_count(text) > 9 or word_count(text) > 4 and announced_by(text)):
            return False
        if block.first.bold or is_capitals(text) or self.is_large(block):
            return True
        if self.marked:
            return False
        following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        if self.dense:
            return (
                len(text) < 90
                and following is not None
                and (following.bullet != "" or len(following.text) > 90 or following.implicit)
            )
        return bool(block.first.blank_before or i == 0 or self._opens_axis(i)) and len(text) < 130

    def _opens_axis(self, i: int) -> bool:
        """The short line right under a labelled axis, with its own sentence right below, is the first title in it."""
        above, following = self.blocks[i - 1].label, self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        if above is None or above.rank != "upper" or following is None or following.is_row or following.label:
            return False
        return not following.first.blank_before and not following.bullet and ends_sentence(following.text)

    def is_head(self, i: int) -> bool:
        """The lines that open a document (its name, the town, the years) are over its outline, not in it."""
        if (
            i > 8
            or not self.is_unmarked_title(i)
            or self.blocks[i].is_heading
            or self.blocks[i].label
            or self.blocks[i].bullet
        ):
            return False
        text = self.blocks[i].text
        if is_outside(text):
            return False
        plain = flat(text)
        promise = announced_by_heading(text)
        named = any(w in plain for w in HEAD_WORDS) and promise is None
        if self._holds_next(i):
            return named
        before_title = i + 1 < len(self.blocks) and self.is_unmarked_title(i + 1) and not self.blocks[i + 1].label
        return named or before_title and (promise is None or i == 0 or i == 1 and promise.kind == "action")


def signature(block: Block) -> Signature:
    label = block.label
    if label and label.rank:
        return ("word", label.kind) if label.rank == "leaf" else ("word", label.kind, label.depth)
    if block.is_heading:
        return ("heading", block.first.level)
    if label:
        return ("number", label.style, bool(block.bullet))
    if block.bullet:
        return (
            "bullet",
            block.bullet[:1],
            block.first.level if block.first.kind == "item" else round(block.first.indent / 2),
        )
    if block.implicit:
        return ("implicit",)
    if (
        len(block.text) > TITLE_LENGTH
        or 6 <= block.first.bold_lead < len(block.text) - 2
        or RUN_IN_COLON.match(block.text)
    ):
        return RUN_IN
    size = round(block.first.size * 2) if block.first.size else 0
    return ("unmarked", is_capitals(block.text), block.first.bold, size, block.text.endswith(":"))


def _is_dense(blocks: list[Block]) -> bool:
    """True when the text has (almost) no blank line: a title can then only be told by its length."""
    texts = [b for b in blocks if not b.is_row]
    return len(texts) > 4 and sum(b.first.blank_before > 0 for b in texts) <= len(texts) * 0.08


def _body_size(blocks: list[Block]) -> float:
    weights: dict[float, int] = {}
    for block in blocks:
        if block.first.size is not None:
            weights[block.first.size] = weights.get(block.first.size, 0) + len(block.text)
    return max(weights, key=lambda s: weights[s]) if weights else 1e9
