"""Reads a web page, or a document saved as one: headings, paragraphs, lists and tables of its content."""

import re

from ..lines import Kind, Line, Source
from .encodings import decode
from .furniture import HEADINGS, Furniture
from .gathering import Gathering
from .markup import BLOCKS, Node, parse_markup
from .numerals import numeral
from .wording import Run, clean

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,30})""", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00)", re.IGNORECASE)
SIZE_STYLE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d{1,3})?)\s*(pt|px)", re.IGNORECASE)
SPACED = frozenset("p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre hr dl figure section article".split())
NUMBERINGS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
LIST_INDENT = 2.0
WIDEST_SPAN, LONGEST_SPAN = 60, 500


def read_web(data: bytes) -> Source:
    """The content of an HTML page; menus, banners, forms and hidden parts are left out."""
    declared = DECLARED.search(data[:4096])
    page = parse_markup(decode(data, declared[1].decode("ascii") if declared else None))
    title = next((clean(node.text()) for node in page.elements() if node.tag == "title"), None)
    reading = WebReading(Furniture(page))
    main = _main_part(page)
    reading.page_title(page, main)
    reading.read(main, in_content=main is not page)
    return Source(lines=tuple(reading.lines), format="html", title=title or None)


def _main_part(page: Node) -> Node:
    """<main> when the page has one and it holds a good part of the words; the whole page otherwise."""
    mains = [node for node in page.elements() if node.tag == "main" or "main" in node.words("role")]
    if len(mains) != 1:
        return page
    words = len(mains[0].text().split())
    return mains[0] if words > 40 or words * 4 > len(page.text().split()) else page


class WebReading:
    """Walks down the tree, one paragraph open at a time, in the style of the elements that are open."""

    def __init__(self, furniture: Furniture) -> None:
        self.furniture = furniture
        self.gathering = Gathering()
        self.runs: list[Run] = []
        self.kind: Kind = "text"
        self.level: int | None = None
        self.marker: str | None = None
        self.nesting = -1
        self.bold = False
        self.size: float | None = None
        self.kept_breaks = False

    @property
    def lines(self) -> list[Line]:
        return self.gathering.lines

    def page_title(self, page: Node, main: Node) -> None:
        """The <h1> of a page whose <main> has none stands above it."""
        titles = [node for node in page.elements() if node.tag == "h1"]
        if main is not page and len(titles) == 1 and all(node is not titles[0] for node in main.elements()):
            self._heading(titles[0], in_content=True)

    def read(self, node: Node, in_content: bool = False) -> None:
        """Read what ``node`` holds."""
        for child in node.children:
            if isinstance(child, str):
                self.runs.append(Run(child if self.kept_breaks else child.replace("\n", " "), self.bold, self.size))
            else:
                self._element(child, in_content)
        if node.tag in ("root", "main"):
            self.flush()

    def flush(self) -> None:
        """End the open paragraph; two breaks in a row separate paragraphs as a blank line does."""
        if not self.runs:
            return
        runs, self.runs = self.runs, []
        for position, part in enumerate(_paragraphs(runs)):
            if position:
                self.gathering.gap()
            indent = LIST_INDENT * (self.nesting + 1)
            if self.gathering.paragraph(part, kind=self.kind, level=self.level, marker=self.marker, indent=indent):
                if self.kind != "heading":
                    self.kind, self.level = "text", None
                self.marker = None

    def _element(self, node: Node, in_content: bool) -> None:
        if node.tag == "br":
            self.runs.append(Run("\n"))
        elif self.furniture.covers(node, in_content) or _is_note_call(node):
            if node.tag in BLOCKS:
                self.flush()
        elif node.tag in BLOCKS or node.tag == "button":
            self._block(node, in_content or node.tag in ("main", "article"))
        else:
            self._styled(node, in_content)

    def _block(self, node: Node, in_content: bool) -> None:
        self.flush()
        if node.tag in SPACED and self.nesting < 0:
            self.gathering.gap()
        if node.tag in HEADINGS:
            self._heading(node, in_content)
        elif node.tag in ("ul", "ol", "dir"):
            self._list(node, in_content)
        elif node.tag == "table" and (rows := self._data_rows(node)):
            self.gathering.table(*rows)
        else:
            self.kept_breaks, kept = node.tag == "pre" or self.kept_breaks, self.kept_breaks
            self._styled(node, in_content)
            self.kept_breaks = kept
        self.flush()
        if node.tag in SPACED and self.nesting < 0:
            self.gathering.gap()

    def _styled(self, node: Node, in_content: bool) -> None:
        bold, size = self.bold, self.size
        self.bold, self.size = _style(node, bold, size)
        self.read(node, in_content)
        self.bold, self.size = bold, size

    def _heading(self, node: Node, in_content: bool) -> None:
        self.kind, self.level = "heading", int(node.tag[1])
        self._styled(node, in_content)
        self.flush()
        self.kind, self.level = "text", None

    def _list(self, node: Node, in_content: bool) -> None:
        self.nesting += 1
        rank = _whole(node.attributes.get("start"), 1)
        for child in node.children:
            if isinstance(child, str):
                continue
            if child.tag != "li":
                self._element(child, in_content)
                continue
            rank = _whole(child.attributes.get("value"), rank)
            if not self.furniture.covers(child, in_content):
                self._item(child, in_content, _marker(node, rank))
            rank += 1
        self.nesting -= 1

    def _item(self, node: Node, in_content: bool, marker: str) -> None:
        self.kind, self.level, self.marker = "item", self.nesting, marker
        self._styled(node, in_content)
        self.flush()
        self.kind, self.level, self.marker = "text", None, None

    def _data_rows(self, table: Node) -> tuple[list[list[str]], list[bool]] | None:
        """The rows of a table of data and which are headers; None for a table that only places blocks on the page."""
        rows = [node for node in table.elements() if node.tag == "tr"]
        nested = any(node.tag == "table" for node in table.elements())
        grid, bold = self._grid(rows) if rows and not nested else ([], [])
        if max(map(len, grid), default=0) < 2 or "presentation" in table.words("role") and len(grid) < 2:
            return None
        return grid, bold

    def _grid(self, rows: list[Node]) -> tuple[list[list[str]], list[bool]]:
        grid: list[list[str]] = []
        bold: list[bool] = []
        pending: dict[int, tuple[int, str]] = {}
        for row in rows:
            cells = [node for node in row.children if isinstance(node, Node) and node.tag in ("td", "th")]
            line: list[str] = []
            for cell in cells:
                _repeat_from_above(line, pending)
                text = self._cell(cell)
                for _ in range(min(WIDEST_SPAN, _whole(cell.attributes.get("colspan"), 1) or 1)):
                    if (down := min(LONGEST_SPAN, _whole(cell.attributes.get("rowspan"), 1)) - 1) > 0:
                        pending[len(line)] = (down, text)
                    line.append(text)
            _repeat_from_above(line, pending)
            grid.append(line)
            bold.append(bool(cells) and all(cell.tag == "th" for cell in cells))
        return grid, bold

    def _cell(self, node: Node) -> str:
        inner = WebReading(self.furniture)
        inner._styled(node, in_content=True)
        inner.flush()
        return inner.gathering.as_cell()


def _repeat_from_above(line: list[str], pending: dict[int, tuple[int, str]]) -> None:
    """Add the cells that stretch down from the rows above, as far as they stand next."""
    while (waiting := pending.pop(len(line), None)) is not None:
        down, text = waiting
        if down > 1:
            pending[len(line)] = (down - 1, text)
        line.append(text)


def _style(node: Node, bold: bool, size: float | None) -> tuple[bool, float | None]:
    style = node.attributes.get("style", "")
    if found := BOLD_STYLE.search(style):
        bold = found[1].lower() in ("bold", "bolder", "600", "700", "800", "900")
    elif node.tag in ("b", "strong", "th", "dt", "summary", "caption"):
        bold = True
    if found := SIZE_STYLE.search(style):
        size = float(found[1]) * (0.75 if found[2].lower() == "px" else 1)
    return bold, size


def _is_note_call(node: Node) -> bool:
    """Is it the small number that calls a footnote?"""
    if node.tag != "sup":
        return False
    return bool(re.fullmatch(r"[\s\[(]*\d{1,3}[\s\])]*", node.text())) and any(e.tag == "a" for e in node.elements())


def _paragraphs(runs: list[Run]) -> list[list[Run]]:
    parts: list[list[Run]] = [[]]
    broken = False
    for run in runs:
        if run.text == "\n" and broken:
            parts.append([])
        elif run.text == "\n":
            parts[-1].append(run)
        else:
            parts[-1].append(run)
        broken = run.text == "\n" or (broken and not run.text.strip())
    return parts


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip()) else otherwise


def _marker(node: Node, rank: int) -> str:
    if node.tag != "ol":
        return "•"
    return numeral(rank, NUMBERINGS.get(node.attributes.get("type", ""), "decimal")) + "."
