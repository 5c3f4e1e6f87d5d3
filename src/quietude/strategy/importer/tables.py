"""Tables: rows turned into the titles, sheets and paragraphs that they are, before the outline is drawn.

Three sorts, told by their cells:
* a **list of actions**: some row is a header that names an action column and at least one other; each row below is an
  action, under the axis and the objective of its row, or of the last row that gave them;
* a **sheet**: names of fields on the left, values on their right (twice in a row sometimes), a title above;
* anything else is text: its cells are read as paragraphs.
"""

from collections.abc import Iterator
from dataclasses import replace

from .action_lists import action_list, header_cells, header_position, rows_below
from .blocks import Block
from .labels import parse_label, strip_bullet
from .rows import cells_of, single, text_block
from .sheet_tables import is_sheet_table, read_sheet
from .text import is_capitals, squeeze

INNER = -2
SPREADSHEETS = ("xlsx", "ods", "csv")


def expand_tables(blocks: list[Block], spreadsheet: bool = False) -> list[Block]:
    """The blocks of the document with every table row replaced by what it means."""
    tables = _split_tables(blocks)
    lists = [header_position(rows) is not None for rows in tables if rows[0].is_row]
    several = spreadsheet and sum(lists) > 1
    out: list[Block] = []
    header: list[str] | None = None
    for rows in tables:
        if not rows[0].is_row:
            out += rows
            continue
        found = header_position(rows)
        if found is not None:
            header = header_cells(rows, found)
            out += action_list(rows, found, several)
        elif header and len(rows[0].cells) == len(header) and not is_sheet_table(rows) and not spreadsheet:
            out += rows_below(rows, header)
        elif is_sheet_table(rows):
            out += read_sheet(rows)
        else:
            out += _plain_text(rows)
    return out


def _split_tables(blocks: list[Block]) -> list[list[Block]]:
    """Runs of rows of one table, and runs of everything else; a table goes on over the pages."""
    runs: list[list[Block]] = []
    for block in blocks:
        last = runs[-1][-1] if runs else None
        same = (
            last is not None
            and last.is_row == block.is_row
            and (
                not block.is_row
                or (
                    last.first.table == block.first.table
                    and (
                        last.first.page == block.first.page or last.first.table is not None and not _starts_sheet(block)
                    )
                )
            )
        )
        if same:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [part for run in runs for part in (_split_sheets(run) if run[0].is_row else [run])]


def _starts_sheet(block: Block) -> bool:
    label = parse_label(single(block) or "")
    return bool(label and label.rank == "leaf")


def _split_sheets(rows: list[Block]) -> list[list[Block]]:
    """Several sheets in one table: each « Fiche n° » row opens the next."""
    if header_position(rows) is not None:
        return [rows]
    out: list[list[Block]] = [[]]
    for row in rows:
        if out[-1] and _starts_sheet(row):
            out.append([])
        out[-1].append(row)
    return out


def _plain_text(rows: list[Block]) -> Iterator[Block]:
    """Cells of a table that is only layout, or of no interest, as paragraphs."""
    for row in rows:
        seen: list[str] = []
        for cell in cells_of(row):
            if cell and cell not in seen:
                seen.append(cell)
        if len(seen) > 1 and all(len(c) < 200 and "\n" not in c for c in seen):
            yield text_block(row, " | ".join(map(squeeze, seen)))
            continue
        for cell in seen:
            cell = "\n".join(_whole_titles(cell.split("\n")))
            inner = [line.split(" | ") for line in cell.split("\n") if line.count(" | ") > 1]
            if len(inner) > 1:
                yield from _inner_table(row, cell)
                continue
            for line in cell.split("\n"):
                bullet, text = strip_bullet(squeeze(line))
                if text:
                    label = parse_label(text)
                    yield text_block(
                        row, text, bullet=bullet, label=label if label and (label.rank or is_capitals(text)) else None
                    )


def _whole_titles(lines: list[str]) -> list[str]:
    """The lines of a cell, a label alone on its line (« Axe 1 ») put before the title that the next line gives."""
    out: list[str] = []
    for line in lines:
        last = parse_label(out[-1]) if out else None
        if last and last.rank and last.number and not last.rest and " | " not in line and parse_label(line) is None:
            out[-1] = f"{out[-1]} : {line}"
        else:
            out.append(line)
    return out


def _inner_table(row: Block, cell: str) -> Iterator[Block]:
    """A table written inside a cell, one row per line, its columns between bars."""
    blocks: list[Block] = []
    for line in cell.split("\n"):
        parts = tuple(squeeze(part) for part in line.split(" | "))
        if len(parts) > 2:
            blocks.append(replace(row, cells=parts, text=line, first=replace(row.first, cells=parts, table=INNER)))
        elif line.strip():
            text = squeeze(line)
            blocks.append(text_block(row, text, label=parse_label(text)))
    yield from expand_tables(blocks)
