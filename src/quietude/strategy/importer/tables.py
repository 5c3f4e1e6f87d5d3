"""Tables: rows turned into the titles, sheets and paragraphs that they are, before the outline is drawn.

Three sorts, told by their cells:
* a **list of actions**: some row is a header that names an action column and at least one other; each row below is an
  action, under the axis and the objective of its row, or of the last row that gave them;
* a **sheet**: names of fields on the left, values on their right (twice in a row sometimes), a title above;
* anything else is text: its cells are read as paragraphs.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from .blocks import Block
from .columns import Column, read_columns, score_header
from .fields import field_key
from .labels import Label, number_style, parse_label, strip_bullet
from .text import fold, is_capitals, squeeze, tidy_title
from .values import NOTHING, PLAIN_AMOUNT

HEADER_DEPTH = 15
SPREADSHEETS = ("xlsx", "ods", "csv")
TOTALS = ("total", "sous total", "totaux", "cumul", "report")


def expand_tables(blocks: list[Block], spreadsheet: bool = False) -> list[Block]:
    """The blocks of the document with every table row replaced by what it means."""
    tables = _split_tables(blocks)
    lists = [_header_position(rows) is not None for rows in tables if rows[0].is_row]
    several = spreadsheet and sum(lists) > 1
    out: list[Block] = []
    header: list[str] | None = None
    for rows in tables:
        if not rows[0].is_row:
            out += rows
            continue
        found = _header_position(rows)
        if found is not None:
            header = _header_cells(rows, found)
            out += _action_list(rows, found, several)
        elif header and len(rows[0].cells) == len(header) and not _is_sheet(rows) and not spreadsheet:
            out += _rows_below(rows, header)
        elif _is_sheet(rows):
            out += _sheet(rows)
        else:
            out += _plain_text(rows)
    return out


def _split_tables(blocks: list[Block]) -> list[list[Block]]:
    """Runs of rows of one table, and runs of everything else; a table goes on over the pages."""
    runs: list[list[Block]] = []
    for block in blocks:
        last = runs[-1][-1] if runs else None
        same = last is not None and last.is_row == block.is_row and (not block.is_row or (last.first.table == block.first.table and (last.first.page == block.first.page or last.first.table is not None and not _starts_sheet(block))))
        if same:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [part for run in runs for part in (_split_sheets(run) if run[0].is_row else [run])]


def _starts_sheet(block: Block) -> bool:
    label = parse_label(_single(block) or "")
    return bool(label and label.rank == "leaf")


def _split_sheets(rows: list[Block]) -> list[list[Block]]:
    """Several sheets in one table: each « Fiche n° » row opens the next."""
    if _header_position(rows) is not None:
        return [rows]
    out: list[list[Block]] = [[]]
    for row in rows:
        if out[-1] and _starts_sheet(row):
            out.append([])
        out[-1].append(row)
    return out


def _cells(block: Block) -> list[str]:
    return [c.strip() for c in block.cells]


def _single(block: Block) -> str | None:
    """The text of a row that holds one thing only: a merged row, or one filled cell."""
    filled = [c for c in _cells(block) if c]
    return filled[0] if filled and len(set(filled)) == 1 else None


def _text_block(row: Block, text: str, **kept: object) -> Block:
    line = replace(row.first, kind="text", text=text, cells=(), blank_before=1, bold_lead=0, marker=None)
    return Block(squeeze(text), list(row.lines), line, last=line, **kept)  # type: ignore[arg-type]


# -------------------------------------------------------------------- lists of actions


def _header_position(rows: list[Block]) -> int | None:
    scores = [(score_header(_cells(row)), -i) for i, row in enumerate(rows[:HEADER_DEPTH])]
    best = max(scores, default=(0, 0))
    if best[0] < 4 or -best[1] >= len(rows) - 1:
        return None
    return -best[1]


def _header_cells(rows: list[Block], at: int) -> list[str]:
    """The header of each column; under a merged heading, the line below tells its columns apart."""
    cells = _cells(rows[at])
    if at + 1 < len(rows):
        below = _cells(rows[at + 1])
        merged = any(a and a == b for a, b in zip(cells, cells[1:], strict=False))
        if merged and len(below) == len(cells) and sum(a == b for a, b in zip(cells, below, strict=True)) >= 2:
            return below
    return cells


def _action_list(rows: list[Block], at: int, several: bool) -> Iterator[Block]:
    header = _header_cells(rows, at)
    above = [row for row in rows[:at] if (text := _single(row))]
    axis_column = any(c.key == "axis" for c in read_columns(header, []))
    named = False
    for row in above:
        text = _single(row) or ""
        label = parse_label(text)
        named = named or bool(label and label.rank == "upper")
        yield _level_block(row, text, label) if label and label.rank == "upper" else _text_block(row, text)
    page = rows[at].first.page
    if several and not axis_column and not named and page:
        label = parse_label(page) or Label("axe", "upper", None, "", page)
        label = label if label.rank == "upper" else Label("axe", "upper", None, "", page)
        title = next((t for row in reversed(above) if (t := _single(row)) and len(t) < 160), None)
        if not label.rest:
            label = replace(label, rest=title or page)
        yield _level_block(rows[at], page, label)
    yield from _rows_below(rows[at + 1:], header)


def _rows_below(rows: list[Block], header: list[str]) -> Iterator[Block]:
    width = len(header)
    grid = [[*_cells(row), *[""] * width][:width] for row in rows]
    columns = read_columns(header, grid)
    sections = any(c.key == "axis" for c in columns)
    current: dict[str, str] = {}
    action: Block | None = None
    for row, cells in zip(rows, grid, strict=True):
        if cells == header or _is_total(cells) or not any(cells):
            continue
        single = _single(row)
        if single is not None and (not sections or _is_level_row(single)) and not (sum(bool(c) for c in cells) == 1 and cells[_title_index(columns)]):
            yield _level_block(row, single, parse_label(single))
            current.pop("objective", None)
            action = None
            continue
        yield from _levels(row, cells, columns, current)
        titles = _titles(cells[_title_index(columns)], columns[_title_index(columns)].name)
        if not titles:
            _continue_action(action, cells, columns)
            continue
        for title in titles:
            action = _action_block(row, title, cells, columns)
            yield action


def _title_index(columns: list[Column]) -> int:
    for key in ("title", "objective", "description"):
        for i, column in enumerate(columns):
            if column.key == key:
                return i
    return 0


def _is_level_row(text: str) -> bool:
    label = parse_label(text)
    return bool(label and label.rank == "upper")


def _is_total(cells: list[str]) -> bool:
    first = next((fold(c) for c in cells if c), "")
    words = [fold(c) for c in cells if c and not PLAIN_AMOUNT.match(c)]
    return first.startswith(TOTALS) or bool(words) and any(w.startswith(TOTALS) for w in words[:2]) and len(words) <= 2


def _levels(row: Block, cells: list[str], columns: list[Column], current: dict[str, str]) -> Iterator[Block]:
    """The axis and the objective of the row, when they change; an empty cell keeps the last."""
    index = _title_index(columns)
    for key in ("axis", "objective"):
        text = squeeze(" ".join(dict.fromkeys(cells[i] for i, c in enumerate(columns) if c.key == key and i != index and cells[i])))
        if not text or fold(text) == fold(current.get(key, "")):
            continue
        current[key] = text
        if key == "axis":
            current.pop("objective", None)
        column = next(c for i, c in enumerate(columns) if c.key == key and i != index)
        label = parse_label(text)
        if label is None or label.rank not in ("upper", "middle"):
            if re.fullmatch(r"\d{1,2}|[IVX]{1,4}|[A-H]", text):
                yield _level_block(row, text, Label(column.word or "axe", "upper" if key == "axis" else "middle", text, number_style(text), ""))
                continue
            bare = label if label and label.rank is None and label.rest else None
            label = Label(column.word or "axe", "upper" if key == "axis" else "middle", bare.number if bare else None, "1", bare.rest if bare else text)
        elif not label.rest:
            label = replace(label, rest=text)
        yield _level_block(row, text, replace(label, rank="upper" if key == "axis" else "middle", kind=column.word or label.kind))


def _level_block(row: Block, text: str, label: Label | None) -> Block:
    if label is None or label.rank is None and label.kind is None:
        label = Label("axe", "upper", label.number if label else None, "1", label.rest if label and label.rest else text)
    block = _text_block(row, text)
    block.label = label
    return block


def _titles(cell: str, header: str) -> list[str]:
    """The actions of a cell: one, or several when each line has its mark, or a column of « Actions » its own lines."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    marked = [line for line in lines if strip_bullet(line)[0] or ((label := parse_label(line)) and label.rest)]
    if len(lines) > 1 and len(marked) >= 2:
        out: list[str] = []
        for line in lines:
            if line in marked or not out:
                out.append(strip_bullet(line)[1])
            else:
                out[-1] += " " + line
        return out
    if len(lines) > 1 and fold(header).startswith(("actions", "mesures", "propositions")) and all(line[0].isupper() and " " in line for line in lines):
        return lines
    if len(lines) > 1 and ";" in cell:
        return [p.strip() for p in squeeze(cell).split(";") if p.strip()]
    text = squeeze(cell)
    return [strip_bullet(text)[1]] if fold(text) not in NOTHING else []


def _action_block(row: Block, title: str, cells: list[str], columns: list[Column]) -> Block:
    label = parse_label(title)
    number = next((cells[i] for i, c in enumerate(columns) if c.key == "number" and cells[i]), None)
    if label and label.rest and (label.rank == "leaf" or label.rank is None):
        title, number = label.rest, label.number if number is None else number
    if number and (numbered := parse_label(number)) and numbered.number and not numbered.rest:
        number = numbered.number
    block = _text_block(row, title)
    block.label = Label("fiche action", "leaf", number, number_style(number) if number else "", tidy_title(title))
    block.values = _row_values(cells, columns)
    return block


def _row_values(cells: list[str], columns: list[Column]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    money = [i for i, c in enumerate(columns) if c.key == "funding" and cells[i]]
    amounts = [i for i in money if PLAIN_AMOUNT.match(squeeze(cells[i]))]
    for i, column in enumerate(columns):
        cell = cells[i]
        if not cell or fold(cell) in NOTHING or column.key in ("title", "number", "axis", "objective"):
            continue
        if column.key == "funder":
            values.setdefault("funding", []).append(f"{column.name} : {cell}")
        elif column.key == "funding":
            if len(money) == 2 and len(amounts) == 1:
                if i not in amounts:
                    values.setdefault("funding", []).append(f"{cell} : {cells[amounts[0]]}")
            else:
                values.setdefault("funding", []).append(f"{cell} €" if i in amounts and "€" not in cell else cell)
        elif column.key in ("other", "description"):
            values.setdefault("description", []).append(f"{squeeze(column.name)} : {cell}" if column.name else cell)
        else:
            values.setdefault(column.key, []).append(cell)
    return values


def _continue_action(action: Block | None, cells: list[str], columns: list[Column]) -> None:
    """A row without title goes on with the action above: a second partner, a second funder."""
    if action is None:
        return
    for key, found in _row_values(cells, columns).items():
        kept = action.values.setdefault(key, [])
        kept += [v for v in found if v not in kept]


# -------------------------------------------------------------------- sheets


def _pairs(row: Block) -> list[tuple[str, str]]:
    """(name, value) pairs of a row: « Pilote | CCAS », « Pilote | CCAS | Public | Jeunes »."""
    cells = [c for i, c in enumerate(_cells(row)) if i == 0 or c != row.cells[i - 1].strip()]
    out = []
    for name, value in zip(cells[::2], cells[1::2], strict=False):
        if name and field_key(squeeze(name).rstrip(" :")):
            out.append((squeeze(name).rstrip(" :"), value))
    return out


def _is_sheet(rows: list[Block]) -> bool:
    named = [row for row in rows if _pairs(row)]
    keys = {field_key(name) for row in named for name, _ in _pairs(row)}
    several = [row for row in rows if _single(row) is None]
    return len(keys) >= 2 and len(named) * 2 >= len(several)


def _sheet(rows: list[Block]) -> Iterator[Block]:
    """The title of the sheet and its fields as « name : value » paragraphs."""
    label: Label | None = None
    for row in rows:
        single, pairs = _single(row), _pairs(row)
        if single is not None and not pairs:
            found = parse_label(single)
            if label is not None and not label.rest and (found is None or found.rank is None):
                label = replace(label, rest=tidy_title(squeeze(single)))
                yield replace_label(row, label)
                continue
            if found and found.rank == "leaf":
                label = found
                if label.rest or not _title_follows(rows, row):
                    yield replace_label(row, label)
                continue
            yield _text_block(row, single, label=found if found and found.rank else None)
            continue
        for name, value in pairs:
            lines = [line for line in value.split("\n") if line.strip()] or [""]
            yield _text_block(row, f"{name} : {lines[0]}")
            for line in lines[1:]:
                bullet, text = strip_bullet(line.strip())
                yield _text_block(row, text, bullet=bullet or "•")
        if not pairs:
            first, *others = [squeeze(c) for c in _cells(row) if c]
            found = parse_label(first)
            if found and found.rank == "leaf" and not found.rest and others:
                yield replace_label(row, replace(found, rest=others[0]))
            else:
                yield _text_block(row, " : ".join([first, " ".join(others)]) if others else first, label=found if found and found.rank else None)


def _title_follows(rows: list[Block], row: Block) -> bool:
    """Is the row after « FICHE ACTION N° 1 » the title itself?"""
    at = next(i for i, other in enumerate(rows) if other is row)
    return at + 1 < len(rows) and _single(rows[at + 1]) is not None and not _pairs(rows[at + 1]) and not is_field_row(rows[at + 1])


def is_field_row(row: Block) -> bool:
    """A merged row that names a field: its value is in the next row."""
    return field_key(squeeze(_single(row) or "")) is not None


def replace_label(row: Block, label: Label) -> Block:
    """The row as the title of a sheet."""
    block = _text_block(row, f"{label.kind} {label.number or ''} : {label.rest}")
    block.label = label
    return block


def _plain_text(rows: list[Block]) -> Iterator[Block]:
    """Cells of a table that is only layout, or of no interest, as paragraphs."""
    for row in rows:
        seen: list[str] = []
        for cell in _cells(row):
            if cell and cell not in seen:
                seen.append(cell)
        if len(seen) > 1 and all(len(c) < 200 and "\n" not in c for c in seen):
            yield _text_block(row, " | ".join(map(squeeze, seen)))
            continue
        for cell in seen:
            for line in cell.split("\n"):
                bullet, text = strip_bullet(squeeze(line))
                if text:
                    label = parse_label(text)
                    yield _text_block(row, text, bullet=bullet, label=label if label and (label.rank or is_capitals(text)) else None)
