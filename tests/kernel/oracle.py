"""What is expected, from the table written by hand: never from the code."""

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent.parent / "permission_matrix.csv"


@cache
def table() -> dict[tuple[str, str], bool]:
    """(capability, role) -> allowed, as the table says it."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        (row["capability"], role): {"oui": True, "non": False}[row[role]]
        for row in rows
        for role in row
        if role != "capability"
    }


def expected_answer(role: str, read: str | None, act: str | None, method: str) -> int:
    """The status of a seated page for one role and one method; 200 means that the view is entered."""
    may_read = bool(read) and table()[read, role]
    may_act = bool(act) and table()[act, role]
    if not may_read and not may_act:
        return 404
    if method in {"GET", "HEAD"}:
        return 405 if not read else 200 if may_read else 404
    if method == "POST":
        return 405 if not act else 200 if may_act else 404
    return 405
