"""Reads the visible sheets of a workbook: one line per filled row, values written as a French reader sees them."""

import datetime
import io
from collections.abc import Sequence

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ..lines import Line, Source
from .errors import DAMAGED, PROTECTED, TOO_LARGE, UnreadableFile
from .gathering import row_text
from .opendocument_merges import merged_ranges
from .package import Package
from .wording import clean, normalise

MOST_CELLS = 2_000_000
Range = tuple[tuple[int, int], tuple[int, int]]


def read_spreadsheet(data: bytes, kind: str, package: Package | None = None) -> Source:
    """The rows of an .xlsx, .ods or .xls; ``package`` gives an .ods its merged cells."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        merges = merged_ranges(package) if package and kind == "ods" else {}
        lines: list[Line] = []
        warnings: list[str] = []
        for position, sheet in enumerate(workbook.sheets_metadata):
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != SheetVisibleEnum.Visible:
                warnings.append(f"La feuille masquée «\u00a0{clean(sheet.name)}\u00a0» n’a pas été lue.")
                continue
            opened = workbook.get_sheet_by_index(position)
            grid = _grid(opened, opened.merged_cell_ranges or merges.get(sheet.name, []))
            lines += rows_as_lines(grid, page=clean(sheet.name), first=(opened.start or (0, 0))[0] + 1, table=position)
    except PasswordError as error:
        raise UnreadableFile(PROTECTED) from error
    except CalamineError as error:
        raise UnreadableFile(DAMAGED) from error
    return Source(lines=tuple(lines), format=kind, warnings=tuple(warnings))


def _grid(sheet: CalamineSheet, merges: Sequence[Range]) -> list[list[str]]:
    """The texts of the used part of a sheet, each merged cell repeated over the range that it covers."""
    if sheet.start is None or not sheet.height * sheet.width:
        return []
    if sheet.height * sheet.width > MOST_CELLS:
        raise UnreadableFile(TOO_LARGE)
    grid = [[displayed(value) for value in row] for row in sheet.to_python()]
    top, left = sheet.start
    for (first_row, first_column), (last_row, last_column) in merges:
        if first_row < top or first_column < left or first_row - top >= len(grid):
            continue
        text = grid[first_row - top][first_column - left] if first_column - left < sheet.width else ""
        for row in grid[first_row - top : last_row - top + 1] if text else ():
            span = row[first_column - left : last_column - left + 1]
            row[first_column - left : last_column - left + 1] = [text] * len(span)
    return grid


def displayed(value: object) -> str:
    """A value as a French spreadsheet shows it: 3 and not 3.0, 12,5, 31/12/2026, VRAI."""
    match value:
        case bool():
            return "VRAI" if value else "FAUX"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}".replace(".", ",")
        case datetime.datetime():
            return f"{value:%d/%m/%Y %H:%M}" if value.hour or value.minute else f"{value:%d/%m/%Y}"
        case datetime.date():
            return f"{value:%d/%m/%Y}"
        case datetime.time():
            return f"{value:%H:%M}"
    return cell_text(str(value))


def rows_as_lines(grid: Sequence[Sequence[str]], page: str | None, first: int, table: int = 0) -> list[Line]:
    """The filled rows of a grid, numbered from ``first``; blank rows count as blank space."""
    lines: list[Line] = []
    blank = 0
    for number, row in enumerate(grid, start=first):
        if not any(row):
            blank += 1
            continue
        lines.append(
            Line(
                text=row_text(row),
                number=number,
                page=page,
                kind="row",
                blank_before=blank if lines else 0,
                cells=tuple(row),
                table=table,
            )
        )
        blank = 0
    return lines


def cell_text(text: str) -> str:
    """The text of a cell, its line feeds kept between cleaned lines."""
    return "\n".join(line for raw in normalise(text).splitlines() if (line := clean(raw)))
