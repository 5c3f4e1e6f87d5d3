"""Rows of a table, cell by cell, and the blocks that they become."""

from dataclasses import replace

from .blocks import Block
from .text import squeeze


def cells_of(block: Block) -> list[str]:
    return [c.strip() for c in block.cells]


def single(block: Block) -> str | None:
    """The text of a row that holds one thing only: a merged row, or one filled cell."""
    filled = [c for c in cells_of(block) if c]
    return filled[0] if filled and len(set(filled)) == 1 else None


def text_block(row: Block, text: str, **kept: object) -> Block:
    line = replace(row.first, kind="text", text=text, cells=(), blank_before=1, bold_lead=0, marker=None)
    return Block(squeeze(text), list(row.lines), line, last=line, **kept)  # type: ignore[arg-type]
