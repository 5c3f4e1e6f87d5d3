"""Reads Markdown as it would be displayed: headings, lists, tables, bold; wrapped lines are one paragraph."""

import re

from ..lines import Line, Source
from .gathering import row_text
from .wording import Run, clean, written_lines

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?(.*)|$)")
TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
FENCE = re.compile(r" {0,3}(```|~~~)")
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)")
REFERENCE = re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]")
EMPHASIS = re.compile(
    r"(?<![\w*])\*(?![\s*])([^*\n]{1,2000}?)(?<!\s)\*(?![\w*])|(?<!\w)_(?![\s_])([^_\n]{1,2000}?)(?<!\s)_(?!\w)"
)
LABEL = re.compile(r"\s*(?:\*\*|__)|\s*[A-ZÀ-Ý][^:.!?]{0,40} ?:(?:\s|$)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BOLD = re.compile(r"\*\*(?!\s)(.{1,2000}?)(?<!\s)\*\*|(?<!\w)__(?!\s)(.{1,2000}?)(?<!\s)__(?!\w)")


class MarkdownReading:
    """Walks through the lines of the file, one paragraph open at a time."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.blank = 0
        self.tables = 0
        self.paragraph: list[str] = []
        self.opened: dict[str, object] = {}
        self.margins: list[int] = []

    def open(self, number: int, text: str, **layout: object) -> None:
        """Start a paragraph at line ``number`` of the file."""
        self.close()
        self.paragraph = [text]
        self.opened = {"number": number, **layout}

    def close(self, **layout: object) -> None:
        """End the open paragraph, which ``layout`` may turn into a heading."""
        if not self.paragraph:
            return
        attributes = self.opened | layout
        for position, line in enumerate(written_lines(_runs(self.paragraph))):
            if position:
                attributes["marker"] = None
            self.add(text=line.text, bold=line.bold, bold_lead=line.bold_lead, **attributes)
        self.paragraph = []

    def add(self, **attributes: object) -> None:
        """Add one line with the blank space that stands before it."""
        blank, self.blank = self.blank, 0
        self.lines.append(Line(**attributes, blank_before=blank if self.lines else 0))  # type: ignore[arg-type]

    def heading(self, number: int, level: int, text: str) -> None:
        """A heading of its own line."""
        self.open(number, text, kind="heading", level=level)
        self.close()
        self.margins = []

    def item(self, number: int, margin: int, marker: str, text: str) -> None:
        """A list item, nested under those whose margin is smaller."""
        while self.margins and margin < self.margins[-1] + 2:
            self.margins.pop()
        self.margins.append(margin)
        shown = marker if marker[0].isdigit() else "•"
        level = len(self.margins) - 1
        self.open(number, text, kind="item", level=level, marker=shown, indent=float(margin))

    def row(self, number: int, cells: tuple[str, ...], header: bool) -> None:
        """A row of the table that is being read."""
        if any(cells):
            text = row_text(cells)
            self.add(text=text, number=number, kind="row", cells=cells, table=self.tables, bold=header)


def read_markdown(text: str) -> Source:
    """The lines of ``text``; ``number`` is the line of the file where each paragraph starts."""
    raws, title = _without_front_matter(_without_comments(text).expandtabs(4).split("\n"))
    reading = MarkdownReading()
    index, fenced = 0, False
    while index < len(raws):
        raw = raws[index]
        if FENCE.match(raw):
            reading.close()
            fenced = not fenced
        elif fenced:
            reading.open(index + 1, ESCAPED.sub(r"\1", raw))
        elif "|" in raw and index + 1 < len(raws) and "|" in raws[index + 1] and TABLE_RULE.match(raws[index + 1]):
            index = _read_table(reading, raws, index)
            continue
        else:
            _read_line(reading, index + 1, raw)
        index += 1
    reading.close()
    return Source(lines=tuple(reading.lines), format="md", title=title)


def _read_line(reading: MarkdownReading, number: int, raw: str) -> None:
    raw = re.sub(r"^(?: {0,3}>)+ ?", "", raw)
    if not raw.strip():
        reading.close()
        reading.blank += 1
    elif heading := HEADING.match(raw):
        reading.heading(number, len(heading[1]), heading[2] or "")
    elif reading.paragraph and reading.opened.get("kind") != "item" and (under := UNDERLINE.match(raw)):
        reading.close(kind="heading", level=1 if "=" in under[1] else 2)
        reading.margins = []
    elif RULE.match(raw):
        reading.close()
        reading.blank = max(reading.blank, 1)
    elif item := ITEM.match(raw):
        reading.item(number, len(item[1]), item[2], item[3] or "")
    elif reading.paragraph:
        if LABEL.match(raw):
            # Markdown would join "Pilote : …" to the line above; its author meant a line of its own.
            reading.paragraph[-1] += "  "
        reading.paragraph.append(raw)
    else:
        margin = len(raw) - len(raw.lstrip())
        if not margin:
            reading.margins = []
        reading.open(number, raw, indent=float(margin))


def _read_table(reading: MarkdownReading, raws: list[str], index: int) -> int:
    """Read the table that starts at ``index``; gives the index of the line after it."""
    reading.close()
    reading.blank = max(reading.blank, 1)
    start = index
    while index < len(raws) and "|" in raws[index] and raws[index].strip():
        if index != start + 1:
            reading.row(index + 1, _cells(raws[index]), header=index == start)
        index += 1
    reading.tables += 1
    reading.blank = 1
    return index


def _cells(raw: str) -> tuple[str, ...]:
    raw = raw.strip()
    raw = raw[1:] if raw.startswith("|") else raw
    raw = raw[:-1] if raw.endswith("|") and not raw.endswith("\\|") else raw
    parts = re.split(r"(?<!\\)\|", raw)
    return tuple("\n".join(line.text for line in written_lines(_runs([part.replace("\\|", "|")]))) for part in parts)


def _runs(paragraph: list[str]) -> list[Run]:
    """The wrapped lines of a paragraph as styled runs; two final spaces, ``\\`` or ``<br>`` keep a break."""
    joined = ""
    for raw in paragraph:
        kept = raw.endswith(("  ", "\\"))
        joined += raw.strip().removesuffix("\\") + ("\n" if kept else " ")
    joined = re.sub(r"<br\s*/?>", "\n", joined.rstrip(), flags=re.IGNORECASE)
    joined = re.sub(r"</?(?:b|strong)>", "**", joined, flags=re.IGNORECASE)
    joined = REFERENCE.sub(r"\1", LINK.sub(r"\1", TAG.sub("", joined)))
    runs, position = [], 0
    for bold in BOLD.finditer(joined):
        runs.append(Run(_plain(joined[position : bold.start()])))
        runs.append(Run(_plain(bold[1] or bold[2]), bold=True))
        position = bold.end()
    return [*runs, Run(_plain(joined[position:]))]


def _plain(text: str) -> str:
    text = EMPHASIS.sub(lambda found: found[1] or found[2], text.replace("`", ""))
    return ESCAPED.sub(r"\1", text)


def _without_front_matter(raws: list[str]) -> tuple[list[str], str | None]:
    """Blank the YAML header, whose ``title:`` is the document's; the numbers of the lines stay true."""
    if raws[0].rstrip() != "---" or "---" not in (raw.rstrip() for raw in raws[1:60]):
        return raws, None
    end = next(i for i, raw in enumerate(raws) if i and raw.rstrip() == "---")
    found = (re.match(r"(?:title|titre):\s*(.+)", raw, re.IGNORECASE) for raw in raws[1:end])
    title = next((clean(match[1]).strip("\"'") for match in found if match), None)
    return [""] * (end + 1) + raws[end + 1 :], title


def _without_comments(text: str) -> str:
    """``text`` with each comment replaced by its line breaks: the numbers of the lines stay true."""
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + 3
    return "".join(kept) + text[position:]
