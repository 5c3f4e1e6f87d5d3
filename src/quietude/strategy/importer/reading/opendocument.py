"""Reads an OpenDocument text as it is displayed: headings, numbered lists, tables, frames; notes are left out."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..lines import Source
from .errors import DAMAGED, UnreadableFile
from .gathering import Gathering, says_something
from .opendocument_styles import DEEPEST_LEVEL, ListLevel, TextStyles, written_number
from .package import Package, attribute, child, local, whole
from .wording import Run, clean

TRANSPARENT = frozenset("section index-body list-header soft-page-break g".split())
LEFT_OUT = frozenset(
    "tracked-changes note annotation annotation-end table-of-content alphabetical-index table-index illustration-index "
    "object-index user-index bibliography sequence-decls forms hidden-text hidden-paragraph script desc title number "
    "ruby-text".split()
)
FRAMES = frozenset("frame custom-shape rect text-box ellipse g".split())
WIDEST_SPAN, LONGEST_SPAN = 60, 500
MOST_SPACES = 50
DEEPEST_TABLE = 5


def read_opendocument(package: Package) -> Source:
    """The displayed text of an .odt; headers, footers, notes, comments and indexes are left out."""
    content = package.xml("content.xml")
    text = child(child(content, "body"), "text")
    if text is None:
        raise UnreadableFile(DAMAGED)
    named = package.xml("styles.xml")
    styles = TextStyles(named, content)
    reading = OpenDocumentReading(styles)
    reading.blocks(text)
    title = child(child(package.xml("meta.xml"), "meta"), "title")
    return Source(
        lines=tuple(reading.gathering.lines),
        format="odt",
        title=clean(title.text or "") or None if title is not None else None,
        running=_running_texts(named, styles),
    )


def _running_texts(named: Element | None, styles: TextStyles) -> tuple[str, ...]:
    """The lines of the headers and footers, each once, without those that only number the pages."""
    texts: dict[str, None] = {}
    masters = child(named, "master-styles")
    for page in masters if masters is not None else ():
        for margin in page:
            if local(margin.tag) in ("header", "footer", "header-first", "footer-first"):
                reading = OpenDocumentReading(styles)
                reading.blocks(margin)
                texts |= dict.fromkeys(line.text for line in reading.gathering.lines if says_something(line.text))
    return tuple(texts)


class Counting:
    """The counters of one list (or of the headings): the rank reached at each level, 1-based."""

    def __init__(self, levels: dict[int, ListLevel]) -> None:
        self.levels = levels
        self.ranks = [0] * (DEEPEST_LEVEL + 2)

    def mark(self, level: int, start: int | None = None) -> str:
        """Count one item at ``level`` and write its mark."""
        own = self.levels.get(level)
        first = own.start if own else 1
        self.ranks[level] = start if start is not None else self.ranks[level] + 1 if self.ranks[level] else first
        for above in range(1, level):
            self.ranks[above] = self.ranks[above] or (self.levels[above].start if above in self.levels else 1)
        for deeper in range(level + 1, len(self.ranks)):
            self.ranks[deeper] = 0
        return written_number(level, self.levels, self.ranks)


class OpenDocumentReading:
    """Walks through the blocks of the text; a table cell is read by a reading of its own."""

    def __init__(self, styles: TextStyles, depth: int = 0) -> None:
        self.styles = styles
        self.depth = depth
        self.gathering = Gathering()
        self.headings = Counting(styles.outline)
        self.lists: dict[str, Counting] = {}
        self.last_of_style: dict[str, Counting] = {}
        self.blank = 0
        self.frames: list[Element] = []

    def blocks(self, parent: Element) -> None:
        """Read what ``parent`` holds, in order."""
        for element in parent:
            name = local(element.tag)
            if name == "p":
                self.paragraph(element)
            elif name == "h":
                self.heading(element)
            elif name == "list":
                self.items(element, None, 1)
            elif name == "table":
                self.table(element)
            elif name in TRANSPARENT or name in FRAMES:
                self.blocks(element)

    def heading(self, element: Element, marker: str | None = None) -> None:
        """A heading; its number comes from the outline of the document, or from the list it stands in."""
        level = min(max(whole(attribute(element, "outline-level")) or 1, 1), DEEPEST_LEVEL)
        unnumbered = attribute(element, "is-list-header") == "true" or level not in self.headings.levels
        number = "" if unnumbered else self.headings.mark(level, whole(attribute(element, "start-value")))
        self._add(element, marker or number, heading=min(level, 9))

    def paragraph(self, element: Element, marker: str | None = None, nesting: int | None = None) -> None:
        """A paragraph, or the text of a list item when it has a marker."""
        style = self.styles.resolved("paragraph", attribute(element, "style-name"))
        if style.name.lower() in ("title", "titre") or (style.outline and marker is None and nesting is None):
            self._add(element, marker, heading=min(style.outline or 0, 9))
        else:
            self._add(element, marker, nesting=nesting)

    def items(self, element: Element, counting: Counting | None, level: int) -> None:
        """A list and those nested in it; numbers go on where the file says that they continue."""
        if level > DEEPEST_LEVEL:
            return self.blocks(element)
        counting = counting or self._counting(element)
        for item in element:
            name = local(item.tag)
            if name not in ("list-item", "list-header"):
                continue
            start = whole(attribute(item, "start-value"))
            marker: str | None = None
            for position, block in enumerate(item):
                tag = local(block.tag)
                if tag == "list":
                    self.items(block, counting, level + 1)
                elif tag in ("p", "h"):
                    marker = counting.mark(level, start) if name == "list-item" and position == 0 else None
                    if tag == "h":
                        self.heading(block, marker)
                    else:
                        self.paragraph(block, marker, level - 1)
        return None

    def _counting(self, element: Element) -> Counting:
        style = attribute(element, "style-name") or ""
        continued = self.lists.get(attribute(element, "continue-list") or "")
        if continued is None and attribute(element, "continue-numbering") == "true":
            continued = self.last_of_style.get(style)
        counting = continued or Counting(self.styles.list_levels(style))
        if identifier := attribute(element, "id"):
            self.lists[identifier] = counting
        self.last_of_style[style] = counting
        return counting

    def _add(
        self, element: Element, marker: str | None, *, heading: int | None = None, nesting: int | None = None
    ) -> None:
        style = self.styles.resolved("paragraph", attribute(element, "style-name"))
        runs = list(self._runs(element, bool(style.bold), style.size or self.styles.default_size))
        frames, self.frames = self.frames, []
        if any(run.text.strip() for run in runs) and not style.hidden:
            self.gathering.gap(self.blank or int(heading is not None))
            self.blank = 0
            self.gathering.paragraph(
                runs,
                kind="heading" if heading is not None else "item" if marker else "text",
                level=heading if heading is not None else nesting if marker else None,
                marker=marker or None,
                indent=style.indent or 18.0 * (nesting + 1 if nesting is not None else 0),
            )
        else:
            self.blank += 1
        for frame in frames:
            self.blocks(frame)

    def _runs(self, element: Element, bold: bool, size: float | None) -> Iterator[Run]:
        yield Run((element.text or "").replace("\n", " "), bold, size)
        for inner in element:
            name = local(inner.tag)
            if name in FRAMES:
                self.frames.append(inner)
            elif name == "line-break":
                yield Run("\n", bold, size)
            elif name in ("s", "tab"):
                yield Run(" " * min(whole(attribute(inner, "c")) or 1, MOST_SPACES), bold, size)
            elif name not in LEFT_OUT:
                style = self.styles.resolved("text", attribute(inner, "style-name") if name == "span" else None)
                if not style.hidden:
                    yield from self._runs(inner, bold if style.bold is None else style.bold, style.size or size)
            yield Run((inner.tail or "").replace("\n", " "), bold, size)

    def table(self, table: Element) -> None:
        """Add a table as rows; one of a single column as the paragraphs that it frames."""
        rows = list(_rows(table))
        cells_of = [[cell for cell in row if local(cell.tag) in ("table-cell", "covered-table-cell")] for row in rows]
        self.gathering.gap()
        self.blank = 0
        if max(map(len, cells_of), default=0) < 2 or self.depth >= DEEPEST_TABLE:
            for cell in (cell for cells in cells_of for cell in cells):
                self.blocks(cell)
            return self.gathering.gap()
        grid: list[list[str]] = []
        bold: list[bool] = []
        pending: dict[int, tuple[int, str]] = {}
        for cells in cells_of:
            if _fills_the_row(cells) and any(local(block.tag) == "h" for block in cells[0]):
                self.gathering.table(grid, bold)
                self.blocks(cells[0])
                grid, bold = [], []
                continue
            texts, is_bold = self._row(cells, pending)
            grid.append(texts)
            bold.append(is_bold)
        return self.gathering.table(grid, bold)

    def _row(self, cells: list[Element], pending: dict[int, tuple[int, str]]) -> tuple[list[str], bool]:
        """The texts of a row on the table's grid, merged cells repeated; ``pending`` holds what stretches down."""
        texts: list[str] = []
        weights: list[bool] = []
        across: tuple[int, str] = (0, "")
        for cell in cells:
            for _ in range(min(whole(attribute(cell, "number-columns-repeated")) or 1, WIDEST_SPAN)):
                column = len(texts)
                down, above = pending.pop(column, (0, ""))
                if local(cell.tag) == "covered-table-cell":
                    text = above if down else across[1] if across[0] else ""
                    across = (max(across[0] - 1, 0), across[1])
                    if down > 1:
                        pending[column] = (down - 1, above)
                else:
                    text, lines_bold = self._cell(cell)
                    weights += lines_bold
                    across = ((whole(attribute(cell, "number-columns-spanned")) or 1) - 1, text)
                    self._stretch(cell, column, text, pending)
                texts.append(text)
        return texts, bool(weights) and all(weights)

    def _stretch(self, cell: Element, column: int, text: str, pending: dict[int, tuple[int, str]]) -> None:
        down = min(whole(attribute(cell, "number-rows-spanned")) or 1, LONGEST_SPAN) - 1
        across = min(whole(attribute(cell, "number-columns-spanned")) or 1, WIDEST_SPAN)
        for covered in range(column, column + across) if down > 0 else ():
            pending[covered] = (down, text)

    def _cell(self, cell: Element) -> tuple[str, list[bool]]:
        inner = OpenDocumentReading(self.styles, self.depth + 1)
        inner.lists, inner.last_of_style = self.lists, self.last_of_style
        inner.blocks(cell)
        return inner.gathering.as_cell(), [line.bold for line in inner.gathering.lines]


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table through its groups; a repeated row is an empty one, so it counts once."""
    for element in table:
        name = local(element.tag)
        if name == "table-row":
            yield element
        elif name in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(element)


def _fills_the_row(cells: list[Element]) -> bool:
    return local(cells[0].tag) == "table-cell" and all(local(cell.tag) == "covered-table-cell" for cell in cells[1:])
