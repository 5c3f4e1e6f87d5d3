"""A table as a file: XLSX and CSV. Whatever a cell holds, it is never a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpResponse

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that a spreadsheet may take for the start of a formula, full-width forms included."""
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the heads of the columns, and rows of texts, numbers, dates or None."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


def as_csv(table: Table) -> bytes:
    """CSV as French spreadsheets open it: semicolons, UTF-8 with its mark, risky cells behind an apostrophe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow([_inert(cell) for cell in table.columns])
    writer.writerows([_inert(cell) for cell in row] for row in table.rows)
    return file.getvalue().encode("utf-8-sig")


def _inert(cell: Any) -> str:
    if isinstance(cell, (date, datetime)):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, (int, float, Decimal)):
        return str(cell).replace(".", ",")
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(RISKY) else text


def as_xlsx(table: Table) -> bytes:
    """One sheet, heads in bold and frozen, filters on; texts are written as texts."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(_sheet_name(table.title))
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        widths = [len(column) for column in table.columns]
        sheet.write_row(0, 0, table.columns, head)
        last = 0
        for last, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                _write_cell(sheet, last, column, cell, day)
                widths[column] = min(60, max(widths[column], len(str(cell or ""))))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width + 2)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(table.columns) - 1)
    return file.getvalue()


def _sheet_name(title: str) -> str:
    return "".join(c for c in title if c not in "[]:*?/\\'")[:31] or "Feuille"


def _write_cell(sheet: Any, row: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, (date, datetime)):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        sheet.write_number(row, column, float(cell))
    elif cell is not None:
        sheet.write_string(row, column, str(cell))


WRITERS = {"xlsx": as_xlsx, "csv": as_csv}


def table_response(table: Table, extension: str, file_name: str) -> HttpResponse:
    """``table`` as a download called ``file_name``.``extension``; a name that holds no person's."""
    response = HttpResponse(WRITERS[extension](table), content_type=TYPES[extension])
    response["Content-Disposition"] = f'attachment; filename="{file_name}.{extension}"'
    return response
