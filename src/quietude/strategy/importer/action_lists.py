"""Lists of actions: tables with a header that names its columns and one action per row.

Columns are read under their many French names. The axis and the objective of a row are those of its cells or, when the
cells are empty or merged, those of the last row that gave them. Rows of totals and repeated headers are passed over, a
row that holds one text is a level, and a row without title goes on with the action above.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from .blocks import Block
from .columns import Column, read_columns, score_header
from .labels import Label, number_style, parse_label, strip_bullet
from .rows import cells_of, single, text_block
from .text import fold, squeeze, tidy_title
from .values import NOTHING, PLAIN_AMOUNT

HEADER_DEPTH = 15
DETAIL = re.compile(r"dont\b|y compris\b|a savoir\b|soit\b")
"""A row that opens so says a part of the action above it."""
TOTALS = ("total", "sous total", "totaux", "cumul", "report")


def header_position(rows: list[Block]) -> int | None:
    scores = [(score_header(cells_of(row)), -i) for i, row in enumerate(rows[:HEADER_DEPTH])]
    best = max(scores, default=(0, 0))
    if best[0] < 4 or -best[1] >= len(rows) - 1:
        return None
    return -best[1]


def header_cells(rows: list[Block], at: int) -> list[str]:
    """The header of each column; under a merged heading, the line below tells its columns apart."""
    cells = cells_of(rows[at])
    if at + 1 < len(rows):
        below = cells_of(rows[at + 1])
        merged = any(a and a == b for a, b in zip(cells, cells[1:], strict=False))
        if merged and len(below) == len(cells) and sum(a == b for a, b in zip(cells, below, strict=True)) >= 2:
            return below
    return cells


def action_list(rows: list[Block], at: int, several: bool) -> Iterator[Block]:
    header = header_cells(rows, at)
    above = [row for row in rows[:at] if (text := single(row))]
    axis_column = any(c.key == "axis" for c in read_columns(header, []))
    named = False
    for row in above:
        text = single(row) or ""
        label = parse_label(text)
        named = named or bool(label and label.rank == "upper")
        yield _level_block(row, text, label) if label and label.rank == "upper" else text_block(row, text)
    page = rows[at].first.page
    if several and not axis_column and not named and page:
        label = parse_label(page) or Label("axe", "upper", None, "", page)
        label = label if label.rank == "upper" else Label("axe", "upper", None, "", page)
        title = next((t for row in reversed(above) if (t := single(row)) and len(t) < 160), None)
        if not label.rest:
            label = replace(label, rest=title or page)
        yield _level_block(rows[at], page, label)
    yield from rows_below(rows[at + 1 :], header)


def rows_below(rows: list[Block], header: list[str]) -> Iterator[Block]:
    width = len(header)
    grid = [[*cells_of(row), *[""] * width][:width] for row in rows]
    columns = read_columns(header, grid)
    sections = any(c.key == "axis" for c in columns)
    current: dict[str, str] = {}
    action: Block | None = None
    while len(grid) > 2 and sum(map(bool, grid[-1])) == 1 and sum(map(bool, grid[0])) > 2:
        grid.pop()  # a note under the table: its date, its author
    for row, cells in zip(rows, grid, strict=False):
        if cells == header or _is_total(cells) or not any(cells):
            continue
        alone = single(row)
        if (
            alone is not None
            and (not sections or _is_level_row(alone))
            and (_is_level_row(alone) or not (sum(bool(c) for c in cells) == 1 and cells[_title_index(columns)]))
        ):
            yield _level_block(row, alone, parse_label(alone))
            current.pop("objective", None)
            action = None
            continue
        yield from _levels(row, cells, columns, current)
        if action and sum(map(bool, cells)) == 1 and DETAIL.match(fold(alone or "")):
            action.values.setdefault("description", []).append(squeeze(alone or ""))
            continue
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
        text = squeeze(
            " ".join(dict.fromkeys(cells[i] for i, c in enumerate(columns) if c.key == key and i != index and cells[i]))
        )
        if not text or fold(text) == fold(current.get(key, "")):
            continue
        current[key] = text
        if key == "axis":
            current.pop("objective", None)
        column = next(c for i, c in enumerate(columns) if c.key == key and i != index)
        label = parse_label(text)
        if label is None or label.rank not in ("upper", "middle"):
            if re.fullmatch(r"\d{1,2}|[IVX]{1,4}|[A-H]", text):
                yield _level_block(
                    row,
                    text,
                    Label(column.word or "axe", "upper" if key == "axis" else "middle", text, number_style(text), ""),
                )
                continue
            bare = label if label and label.rank is None and label.rest else None
            label = Label(
                column.word or "axe",
                "upper" if key == "axis" else "middle",
                bare.number if bare else None,
                "1",
                bare.rest if bare else text,
            )
        elif not label.rest:
            label = replace(label, rest=text)
        yield _level_block(
            row, text, replace(label, rank="upper" if key == "axis" else "middle", kind=column.word or label.kind)
        )


def _level_block(row: Block, text: str, label: Label | None) -> Block:
    if label is None or label.rank is None and label.kind is None:
        label = Label(
            "axe", "upper", label.number if label else None, "1", label.rest if label and label.rest else text
        )
    block = text_block(row, text)
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
    if (
        len(lines) > 1
        and fold(header).startswith(("actions", "mesures", "propositions"))
        and all(line[0].isupper() and " " in line for line in lines)
    ):
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
    if number and re.fullmatch(r"\d{1,2},\d{1,2}", number):
        number = number.replace(",", ".")  # a spreadsheet took « 1.1 » for a decimal number
    if number and (numbered := parse_label(number)) and numbered.number and not numbered.rest:
        number = numbered.number
    block = text_block(row, title)
    block.label = Label("fiche action", "leaf", number, number_style(number) if number else "", tidy_title(title))
    block.values = _row_values(cells, columns)
    return block


def _row_values(cells: list[str], columns: list[Column]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    moments: list[str] = []
    money = [i for i, c in enumerate(columns) if c.key == "funding" and cells[i]]
    amounts = [i for i in money if PLAIN_AMOUNT.match(squeeze(cells[i]))]
    for i, column in enumerate(columns):
        cell = cells[i]
        if (
            not cell
            or column.key != "moment"
            and fold(cell) in NOTHING
            or column.key in ("title", "number", "axis", "objective")
        ):
            continue
        if column.key == "moment":
            moments.append(squeeze(column.name))
        elif column.key == "funder":
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
    if moments:
        values.setdefault("calendar", []).append(", ".join(moments))
    return values


def _continue_action(action: Block | None, cells: list[str], columns: list[Column]) -> None:
    """A row without title goes on with the action above: a second partner, a second funder."""
    if action is None:
        return
    for key, found in _row_values(cells, columns).items():
        kept = action.values.setdefault(key, [])
        kept += [v for v in found if v not in kept]
