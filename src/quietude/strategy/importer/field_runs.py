"""Fields written one after the other on one line: « Pilote : CCAS. Échéance : 2026. » is two fields, not one."""

import re
from dataclasses import replace

from .block import Block
from .fields import LONGEST_NAME, SURE, field_key, named_field

NEXT_NAME = re.compile(rf"(?:[.;|•·]|\s[–—/-])\s*(?P<name>[A-ZÉÈÀÊÎÔÇ][^.;|:•·–—\n]{{2,{LONGEST_NAME}}}?)\s?:\s")


def split_field_runs(blocks: list[Block]) -> list[Block]:
    """The blocks with each line that holds several named fields cut before every name but the first."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> list[Block]:
    named = named_field(block.text, block.first.bold_lead)
    if block.is_row or named is None or named.key not in SURE or not named.value:
        return [block]
    cuts = [found.start("name") for found in NEXT_NAME.finditer(block.text) if field_key(found["name"].strip()) in SURE]
    if not cuts:
        return [block]
    starts, ends = [0, *cuts], [*cuts, len(block.text)]
    texts = [block.text[start:end].strip(" ;|•·–—/-") for start, end in zip(starts, ends, strict=True)]
    first = replace(block.first, bold_lead=0)
    return [replace(block, text=text, first=first if i else block.first) for i, text in enumerate(texts)]
