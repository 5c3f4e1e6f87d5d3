"""What a library takes by itself: ``python -m benchmarks.libraries {read,write} FILE.xlsx [PROCESSOR]``.

``read`` is calamine's bare read; ``write`` is xlsxwriter with the same cells, whose values were read before the clock
starts. Prints the seconds.
"""

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any


def read(file: str) -> tuple[float, list[list[Any]]]:
    """Seconds of calamine, and the rows."""
    from python_calamine import CalamineWorkbook

    started = time.perf_counter()
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    return time.perf_counter() - started, rows


def write(rows: list[list[Any]]) -> float:
    """Seconds of xlsxwriter to write the rows in a file, row by row."""
    import xlsxwriter

    with tempfile.TemporaryDirectory(prefix="quietude-bench-") as folder:
        started = time.perf_counter()
        with xlsxwriter.Workbook(str(Path(folder) / "raw.xlsx"), {"constant_memory": True}) as book:
            sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
            for rank, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(rank, column, cell, day)
                    elif isinstance(cell, (int, float)):
                        sheet.write_number(rank, column, cell)
                    elif cell:
                        sheet.write_string(rank, column, cell)
        return time.perf_counter() - started


def main(act: str, file: str, processor: str = "") -> None:
    if processor:
        os.sched_setaffinity(0, {int(processor)})
    seconds, rows = read(file)
    print(write(rows) if act == "write" else seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
