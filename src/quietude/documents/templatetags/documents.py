"""The blocks of a document as a page, before it leaves as a file: ``{% blocks letter.blocks %}``."""

from collections.abc import Iterable
from typing import Any

from django import template

from quietude.documents.blocks import Block, as_data, settled

register = template.Library()


@register.inclusion_tag("documents/parts/blocks.html")
def blocks(found: Iterable[Block]) -> dict[str, Any]:
    """The blocks in their order; a title of level 1 is the second of the page, under its own."""
    return {"blocks": [as_data(block) for block in settled(found)]}


@register.filter
def is_numeric(column: int, grid: dict[str, Any]) -> bool:
    """Whether the column of a grid is set to the right."""
    return column in grid["numeric"]
