"""Tables as files: never a formula, never the whole table in memory, and nothing written while they are read."""

import csv
import io
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from defusedxml import ElementTree
from python_calamine import CalamineWorkbook

from quietude.kit.tables import RISKY, Table, csv_pieces, table_response, write_xlsx

HALF_PAST_NINE = datetime.fromisoformat("2026-03-01T09:30")
HEADS = ("Fiche", "Début", "Prévu (€)")
ROWS = [("Ouvrir ; un « lieu »", date(2026, 3, 1), Decimal("8000.50")), (None, HALF_PAST_NINE, 0)]


def file_of(extension: str, rows: Any, columns: tuple[str, ...] = HEADS) -> bytes:
    table = Table("Fiches", columns, rows)
    if extension == "csv":
        return b"".join(csv_pieces(table))
    file = io.BytesIO()
    write_xlsx(table, file)
    return file.getvalue()


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def read_xlsx(data: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_both_files_hold_the_rows_as_the_french_write_them() -> None:
    assert read_csv(file_of("csv", iter(ROWS))) == [
        [*HEADS],
        ["Ouvrir ; un « lieu »", "01/03/2026", "8000,50"],
        ["", "01/03/2026 09:30", "0"],
    ]
    assert read_xlsx(file_of("xlsx", iter(ROWS))) == [
        [*HEADS],
        ["Ouvrir ; un « lieu »", date(2026, 3, 1), 8000.5],
        ["", HALF_PAST_NINE, 0.0],
    ]


@pytest.mark.parametrize("rows", [0, 1, 200, 201, 450])
def test_every_row_leaves_once(rows: int) -> None:
    expected = [["N°"], *([str(n)] for n in range(rows))]
    for extension, read in (("csv", read_csv), ("xlsx", read_xlsx)):
        assert read(file_of(extension, ((str(n),) for n in range(rows)), ("N°",))) == expected


@pytest.mark.parametrize("first", RISKY)
def test_no_cell_is_a_formula(first: str) -> None:
    cell = f"{first}cmd|' /C calc'!A0"
    assert read_csv(file_of("csv", [(cell,)], (cell,)))[1][0].startswith("'")
    parts = zipfile.ZipFile(io.BytesIO(file_of("xlsx", [(cell,)], ("Fiche",))))
    sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    assert [node for node in sheet.iter() if node.tag.endswith("}f")] == []


def test_the_columns_are_as_wide_as_their_first_rows_ask() -> None:
    parts = zipfile.ZipFile(io.BytesIO(file_of("xlsx", [("court", "m" * 40), ("c", "m" * 900)], ("A", "B"))))
    sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    first, second = (float(node.get("width")) for node in sheet.iter() if node.tag.endswith("}col"))
    assert first < 10
    assert 50 < second < 70


def test_a_long_table_takes_no_more_memory_than_a_short_one() -> None:
    def peak(write: Callable[[Table], Any], rows: int) -> int:
        table = Table("T", ("A", "B"), ((f"ligne {n}", "m" * 200) for n in range(rows)))
        tracemalloc.start()
        write(table)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    def leave(table: Table) -> None:
        for _ in csv_pieces(table):
            pass

    def keep(table: Table) -> None:
        with tempfile.TemporaryFile() as file:
            write_xlsx(table, file)

    for write in (leave, keep):
        peak(write, 10)
        assert peak(write, 4_000) < peak(write, 400) + 200_000


def test_the_name_of_the_file_is_the_one_asked_for() -> None:
    answer = table_response(Table("T", ("A",), []), "csv", "annuaire")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="annuaire.csv"'
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
