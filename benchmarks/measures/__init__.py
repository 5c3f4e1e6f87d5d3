"""What is measured, one function per goal of the house; ``MEASURES`` is the list that the command line offers.

A measure takes the ``Field`` and yields its lines. The floor and the page are always asked in turn, in small batches,
so that what else the machine does weighs on both.
"""

from collections.abc import Callable, Iterator

from benchmarks.field import Field, Line
from benchmarks.measures import files, pages, server

MEASURES: dict[str, Callable[[Field], Iterator[Line]]] = {
    "ceiling": server.ceiling,
    "list": pages.sheet_list,
    "list-growth": pages.list_growth,
    "page": pages.sheet_page,
    "search": pages.search,
    "search-growth": pages.search_growth,
    "after-act": pages.after_act,
    "gantt": pages.gantt,
    "create": pages.create,
    "csv": files.csv,
    "xlsx": files.xlsx,
    "import": files.xlsx_in,
    "pdf": files.pdf,
    "memory": server.memory,
}
