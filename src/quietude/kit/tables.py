"""A table as a file: XLSX and CSV, row by row. Whatever a cell holds, it is never a formula.

Neither holds the table in memory: CSV leaves while the rows are read, XLSX is written to a temporary file first. Give
the rows as an iterator (``queryset.iterator()``) and the memory stays the same for 20 rows or 20,000.
"""

import csv
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import batched
from typing import IO, Any

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that a spreadsheet may take for the start of a formula, full-width forms included."""
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
ROWS_A_PIECE = 200
"""How many rows leave together: large enough to be quick, small enough to start at once."""
MEASURED_ROWS = 100
"""The first rows give the columns their widths; reading all of them would be a second pass."""
WIDEST, LONGEST_CELL = 60, 32_767
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the heads of the columns, and rows of texts, numbers, dates or None; ``rows`` is read once."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


class _Pieces(list[str]):
    """What ``csv`` writes, kept until it leaves."""

    write = list.append

    def take(self) -> bytes:
        text = "".join(self)
        self.clear()
        return text.encode()


def csv_pieces(table: Table) -> Iterator[bytes]:
    """CSV as French spreadsheets open it: semicolons, UTF-8 with its mark, risky cells behind an apostrophe."""
    pieces = _Pieces(["\ufeff"])
    writer = csv.writer(pieces, delimiter=";")
    writer.writerow([_inert(cell) for cell in table.columns])
    for rows in batched(table.rows, ROWS_A_PIECE):
        writer.writerows([_inert(cell) for cell in row] for row in rows)
        yield pieces.take()
    yield pieces.take()


def _inert(cell: Any) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(RISKY) else cell
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        return str(cell).replace(".", ",")
    return _inert(str(cell))


def write_xlsx(table: Table, file: IO[bytes]) -> None:
    """One sheet, heads in bold and frozen, filters on; texts are written as texts, whatever they look like."""
    import xlsxwriter

    with xlsxwriter.Workbook(file, {"constant_memory": True, **AS_TEXT}) as book:
        sheet = book.add_worksheet(_sheet_name(table.title))
        widths = [len(column) for column in table.columns]
        sheet.write_row(0, 0, table.columns, book.add_format({"bold": True, "bottom": 1, "text_wrap": True}))
        last, writers = 0, _cell_writers(book, sheet)
        for last, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if cell is not None and cell != "":
                    writers.get(type(cell), writers[str])(last, column, cell)
                    if last <= MEASURED_ROWS:
                        widths[column] = max(widths[column], len(_inert(cell)))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(width, WIDEST) + 2)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(table.columns) - 1)


def _sheet_name(title: str) -> str:
    return "".join(c for c in title if c not in "[]:*?/\\'")[:31] or "Feuille"


def _cell_writers(book: Any, sheet: Any) -> dict[type, Callable[[int, int, Any], Any]]:
    """How each type of cell is written; what is not listed is written as text."""
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    instant = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    return {
        int: sheet.write_number,
        float: sheet.write_number,
        Decimal: sheet.write_number,
        date: lambda row, column, cell: sheet.write_datetime(row, column, cell, day),
        datetime: lambda row, column, cell: sheet.write_datetime(row, column, cell, instant),
        str: lambda row, column, cell: sheet.write_string(row, column, str(cell)[:LONGEST_CELL]),
    }


def _csv_response(table: Table) -> HttpResponseBase:
    return StreamingHttpResponse(csv_pieces(table), content_type=TYPES["csv"])


def _xlsx_response(table: Table) -> HttpResponseBase:
    file = tempfile.TemporaryFile()  # noqa: SIM115  the answer closes it once it has left
    write_xlsx(table, file)
    file.seek(0)
    return FileResponse(file, content_type=TYPES["xlsx"])


WRITERS = {"xlsx": _xlsx_response, "csv": _csv_response}


def table_response(table: Table, extension: str, file_name: str) -> HttpResponseBase:
    """``table`` as a download called ``file_name``.``extension``; a name that holds no person's.

    The rows of a CSV are read while it leaves: after the view, and still where nothing can be written (``run_view``).
    """
    response = WRITERS[extension](table)
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}.{extension}"'
    return response
