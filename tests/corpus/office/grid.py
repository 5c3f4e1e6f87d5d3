"""Spreadsheets: what every tabular writer shares, and the delimited text files."""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import xlsxwriter

WRITTEN_ON = datetime.datetime(2025, 3, 12, 9, 0, tzinfo=datetime.UTC)


def write_csv(rows: Iterable[Sequence[str]], delimiter: str, encoding: str) -> Callable[[Path], None]:
    """A writer of delimited text, with the line ends of an office suite."""

    def write(path: Path) -> None:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
        path.write_bytes(text.getvalue().encode(encoding))

    return write


def write_xlsx(fill: Callable[[xlsxwriter.Workbook], None], title: str = "") -> Callable[[Path], None]:
    """A writer of workbooks: `fill` receives the open workbook."""

    def write(path: Path) -> None:
        book = xlsxwriter.Workbook(path)
        book.set_properties({"title": title, "created": WRITTEN_ON})
        fill(book)
        book.close()

    return write


def write_rows(
    sheet: xlsxwriter.worksheet.Worksheet, first: int, rows: Iterable[Sequence[object]], style: object
) -> int:
    """Write rows from `first` down, leaving None blank; return the next free row."""
    row = first
    for cells in rows:
        for column, value in enumerate(cells):
            if isinstance(value, datetime.date):
                raise TypeError("a date needs its own format")
            if value is not None:
                sheet.write(row, column, value, style)
        row += 1
    return row


def house_styles(book: xlsxwriter.Workbook) -> dict:
    """The few cell styles of a territorial workbook."""
    cell = {"text_wrap": True, "valign": "top", "border": 1, "font_name": "Calibri", "font_size": 10}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "note": book.add_format({"italic": True, "font_color": "#666666"}),
        "head": book.add_format({**cell, "bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF"}),
        "cell": book.add_format(cell),
        "date": book.add_format({**cell, "num_format": "dd/mm/yyyy"}),
        "money": book.add_format({**cell, "num_format": '# ##0 "€"'}),
        "band": book.add_format({**cell, "bold": True, "bg_color": "#BDD7EE"}),
        "total": book.add_format({**cell, "bold": True, "num_format": '# ##0 "€"', "bg_color": "#EEEEEE"}),
    }
