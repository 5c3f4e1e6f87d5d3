"""What the readers hand to the rules: lines of text with the layout that a reader of the page would see."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "heading", "item", "row"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, list item, heading or table row of the source, in reading order.

    ``number`` is 1-based: the line of a text file, the index of the paragraph in a word-processing
    file, the row in a spreadsheet. ``page`` is the page ("3") of a PDF or the name of a sheet.
    """

    text: str
    number: int
    page: str | None = None
    kind: Kind = "text"
    level: int | None = None
    """Heading level (1 to 9) or list nesting (0 for the outermost), where the file itself says it."""
    marker: str | None = None
    """Bullet or number that the file shows apart from the text: "•", "1.", "A2" (Word's automatic numbers too)."""
    indent: float = 0.0
    """Left offset: characters in a text file, points in a PDF."""
    size: float | None = None
    """Font size in points, where known."""
    bold: bool = False
    """Is the whole line in bold?"""
    bold_lead: int = 0
    """How many characters at its start are in bold: "**Pilote :** la ville" gives 8; the whole length when ``bold``."""
    blank_before: int = 0
    """Blank lines (or the equivalent vertical space) between the previous line and this one."""
    cells: tuple[str, ...] = ()
    """The cells of a table row (merged cells repeated), empty for anything else."""
    table: int | None = None
    """Which table of the document the row belongs to (0-based)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Everything that was read from a file, before any rule looks at it."""

    lines: tuple[Line, ...]
    format: str
    """"txt", "html", "md", "docx", "odt", "pdf", "xlsx", "ods" or "csv"."""
    title: str | None = None
    """The title that the file's own metadata give (HTML <title>, document properties)."""
    warnings: tuple[str, ...] = field(default=())
    running: tuple[str, ...] = field(default=())
    """Headers and footers of most pages, left out of ``lines``; they may name the town or the document."""
