"""Sheets set as tables: names of fields on the left, values on their right, the title of the sheet above."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .blocks import Block
from .fields import field_key, named_field
from .labels import Label, number_style, parse_label, strip_bullet
from .rows import cells_of, single, text_block
from .text import squeeze, tidy_title
from .values import PLAIN_AMOUNT


def _pairs(row: Block) -> list[tuple[str, str]]:
    """(name, value) pairs of a row: « Pilote | CCAS », « Pilote | CCAS | Public | Jeunes »."""
    cells = [c for i, c in enumerate(cells_of(row)) if i == 0 or c != row.cells[i - 1].strip()]
    if len(cells) > 2 and field_key(squeeze(cells[0]).rstrip(" :")) and sum(map(bool, cells)) == 2:
        cells = [c for c in cells if c]  # a blank column between the names and their values
    out = []
    for name, value in zip(cells[::2], cells[1::2], strict=False):
        if name and field_key(squeeze(name).rstrip(" :")):
            out.append((squeeze(name).rstrip(" :"), value))
    return out


def is_sheet_table(rows: list[Block]) -> bool:
    named = [row for row in rows if _pairs(row)]
    keys = {field_key(name) for row in named for name, _ in _pairs(row)}
    several = [row for row in rows if single(row) is None]
    return len(keys) >= 2 and len(named) * 2 >= len(several)


def read_sheet(rows: list[Block]) -> Iterator[Block]:
    """The title of the sheet and its fields as « name : value » paragraphs."""
    label: Label | None = None
    key: str | None = None
    for row in _axis_first(rows):
        alone, pairs = single(row), _pairs(row)
        money = _money_row(row) if key == "funding" and alone is None and not pairs else None
        if money:
            yield text_block(row, money, bullet="•")
            continue
        key = field_key(squeeze(alone)) if alone is not None else field_key(pairs[-1][0]) if pairs else None
        if alone is not None and not pairs:
            found = parse_label(alone)
            if label is not None and not label.rest and (found is None or found.rank is None):
                label = replace(label, rest=tidy_title(squeeze(alone)))
                yield _titled(row, label)
                continue
            if found and found.rank is None and found.number and found.rest and row is rows[0]:
                found = replace(found, kind="fiche action", rank="leaf")  # « A.1 Convention » opens its sheet
            if found and found.rank == "leaf":
                label = found
                if label.rest or not _title_follows(rows, row):
                    yield _titled(row, label)
                continue
            yield text_block(row, alone, label=found if found and found.rank else None)
            continue
        yield from _field_blocks(row, pairs) if pairs else _other_row(row)


def _axis_first(rows: list[Block]) -> list[Block]:
    """The rows of a sheet with the one that names its axis before its title, whichever stands first on the page."""
    labels = [parse_label(single(row) or "") for row in rows]
    title = next((i for i, label in enumerate(labels) if label and label.rank == "leaf"), None)
    axes = [i for i, label in enumerate(labels) if label and label.rank == "upper" and label.rest]
    if title is None or len(axes) != 1 or axes[0] < title:
        return rows
    return [*rows[:title], rows[axes[0]], *(row for i, row in enumerate(rows) if i >= title and i != axes[0])]


def _money_row(row: Block) -> str | None:
    """« FIPD | 4500 » under « Budget »: a funder and its amount."""
    cells = list(dict.fromkeys(squeeze(c) for c in cells_of(row) if c))
    if len(cells) != 2 or not PLAIN_AMOUNT.match(cells[1]):
        return None
    return f"{cells[0]} : {cells[1]}" + ("" if "€" in cells[1] else " €")


def _field_blocks(row: Block, pairs: list[tuple[str, str]]) -> Iterator[Block]:
    """A block for each name with the first line of its value, then one for each further line."""
    for name, value in pairs:
        lines = [line for line in value.split("\n") if line.strip()] or [""]
        yield text_block(row, f"{name} : {lines[0]}")
        for line in lines[1:]:
            bullet, text = strip_bullet(line.strip())
            yield text_block(row, text, bullet=bullet or "•")


def _other_row(row: Block) -> Iterator[Block]:
    """A row that names no field: « 3 | Médiation » in a corner, « Fiche 3 | Médiation », or plain text."""
    filled = [squeeze(c) for c in cells_of(row) if c]
    if not filled:
        return
    first, *others = filled
    found = parse_label(first)
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*", first) and len(set(others)) == 1:
        if named_field(others[0]):
            yield text_block(row, others[0])
        else:
            yield _titled(row, Label("fiche action", "leaf", first, number_style(first), others[0]))
    elif found and found.rank == "leaf" and not found.rest and others:
        yield _titled(row, replace(found, rest=others[0]))
    else:
        text = " : ".join([first, " ".join(others)]) if others else first
        yield text_block(row, text, label=found if found and found.rank else None)


def _title_follows(rows: list[Block], row: Block) -> bool:
    """Is the row after « FICHE ACTION N° 1 » the title itself?"""
    at = next(i for i, other in enumerate(rows) if other is row)
    return (
        at + 1 < len(rows)
        and single(rows[at + 1]) is not None
        and not _pairs(rows[at + 1])
        and not _is_field_row(rows[at + 1])
    )


def _is_field_row(row: Block) -> bool:
    """A merged row that names a field: its value is in the next row."""
    return field_key(squeeze(single(row) or "")) is not None


def _titled(row: Block, label: Label) -> Block:
    """The row as the title of a sheet."""
    block = text_block(row, f"{label.kind} {label.number or ''} : {label.rest}")
    block.label = label
    return block
