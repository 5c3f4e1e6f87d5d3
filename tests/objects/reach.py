"""How the permission matrix reaches every page: a maker gives the arguments of a URL for one council.

Rooms add their lines in ``tests/objects``: ``@reached_by("url_name", …)`` above a function that makes something real.
The same function is asked for one's own council and for the neighbour's.
"""

from collections.abc import Callable
from typing import Any

from quietude.councils.models import Council

Maker = Callable[[Council], dict[str, Any]]
MAKERS: dict[str, Maker] = {}
TABLES = ("member_export", "register_export", "action_sheet_export", "coverage_export", "money_export", "call_export")
PAPERS = ("handover_document", "weekly_point_document")
FORMATS = {name: {"extension": "docx" if name in PAPERS else "csv"} for name in TABLES + PAPERS}
FORMATS["action_sheet_bulk"] = {"act": "priorite"}
"""Pages whose URL names a format or an act, and no object."""


def arguments_of(url_name: str, council: Council) -> dict[str, Any]:
    """What the URL ``url_name`` needs beside the council, made for that council, which then says that it changed."""
    if (maker := MAKERS.get(url_name)) is None:
        return FORMATS.get(url_name, {})
    arguments = maker(council)
    council.renew()
    return arguments


def reached_by(*url_names: str) -> Callable[[Maker], Maker]:
    """Say which pages the object that a function makes leads to."""

    def add(maker: Maker) -> Maker:
        MAKERS.update(dict.fromkeys(url_names, maker))
        return maker

    return add
