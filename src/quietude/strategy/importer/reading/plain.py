"""Reads plain text: one line of the file is one line, indentation and blank lines are kept as layout."""

from collections.abc import Iterator

from ..lines import Line, Source
from .gathering import row_text
from .wording import clean

TAB_WIDTH = 4
LONGEST_NUMBER = 8


def read_plain(text: str) -> Source:
    """The lines of ``text``; ``page`` counts the form feeds, in a file that has some; tabbed lines are rows."""
    lines: list[Line] = []
    blank, table = 0, -1
    for number, page, raw in _paged_lines(text):
        wording = clean(raw)
        if not wording:
            blank += 1
            continue
        cells = _tabbed_cells(raw)
        if cells and not (lines and not blank and len(lines[-1].cells) == len(cells)):
            table += 1
        lines.append(
            Line(
                text=row_text(cells) if cells else wording,
                number=number,
                page=page,
                kind="row" if cells else "text",
                indent=float(_indent(raw)),
                blank_before=blank if lines else 0,
                cells=cells,
                table=table if cells else None,
            )
        )
        blank = 0
    return Source(lines=tuple(lines), format="txt")


def _paged_lines(text: str) -> Iterator[tuple[int, str | None, str]]:
    paged = "\f" in text.strip()
    page = 1
    for number, raw in enumerate(text.split("\n"), start=1):
        for position, part in enumerate(raw.split("\f")):
            page += position > 0
            yield number, str(page) if paged else None, part


def _indent(raw: str) -> int:
    expanded = raw.replace("\u00a0", " ").expandtabs(TAB_WIDTH)
    return len(expanded) - len(expanded.lstrip())


def _tabbed_cells(raw: str) -> tuple[str, ...]:
    """The columns of a line pasted from a table, at least three; an entry of a table of contents is none."""
    parts = [clean(part) for part in raw.strip("\n ").split("\t")]
    while parts and not parts[-1]:
        parts.pop()
    while parts and not parts[0]:
        parts.pop(0)
    is_contents = len(parts) == 3 and parts[2].isdigit() and len(parts[0]) <= LONGEST_NUMBER
    return tuple(parts) if len(parts) >= 3 and not is_contents else ()
