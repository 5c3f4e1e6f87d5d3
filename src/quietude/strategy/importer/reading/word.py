"""Reads a Word document as it is displayed: headings, automatic numbers, lists, tables, text boxes, changes."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ..lines import Source
from .errors import DAMAGED, UnreadableFile
from .gathering import Gathering, says_something
from .package import Package, attribute, child, local, whole
from .word_numbering import Mark, Numberings
from .word_styles import (
    Style,
    Styles,
    heading_level,
    indent_of,
    is_contents,
    is_on,
    numbering_of,
    size_of,
)
from .wording import Run, clean

# Wrappers whose content belongs to the text; what is not listed (deletions, comments, notes, fields' code) does not.
TRANSPARENT = frozenset("sdt sdtContent customXml smartTag ins moveTo hyperlink fldSimple dir bdo".split())
CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
WIDEST_SPAN = 60
DEEPEST_TABLE = 5


def read_word(package: Package) -> Source:
    """The displayed text of a .docx; headers, footers, notes, comments and tables of contents are left out."""
    main = main_part(package)
    folder = main.rpartition("/")[0]
    body = child(package.xml(main), "body")
    if body is None:
        raise UnreadableFile(DAMAGED)
    styles = Styles(package.xml(f"{folder}/styles.xml"))
    reading = WordReading(styles, Numberings(package.xml(f"{folder}/numbering.xml"), styles))
    reading.blocks(body)
    title = clean(child_text(package.xml("docProps/core.xml"), "title"))
    return Source(
        lines=tuple(reading.gathering.lines),
        format="docx",
        title=title or None,
        running=_running_texts(package, folder, styles),
    )


def _running_texts(package: Package, folder: str, styles: Styles) -> tuple[str, ...]:
    """The lines of the headers and footers, each once, without those that only number the pages."""
    texts: dict[str, None] = {}
    for name in sorted(package.names):
        if re.fullmatch(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml", name):
            margin = package.xml(name)
            reading = WordReading(styles, Numberings(None, styles))
            reading.blocks(margin if margin is not None else ())
            texts |= dict.fromkeys(line.text for line in reading.gathering.lines if says_something(line.text))
    return tuple(texts)


def main_part(package: Package) -> str:
    """The name of the part that holds the text, as the package's relations say."""
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        target = attribute(relation, "Target") or ""
        if (attribute(relation, "Type") or "").endswith("/officeDocument") and target.lstrip("/") in package.names:
            return target.lstrip("/")
    return "word/document.xml"


def child_text(element: Element | None, name: str) -> str:
    """The text of the first child of that name, empty without one."""
    found = child(element, name)
    return (found.text or "") if found is not None else ""


class WordReading:
    """Walks through the blocks of the body; a table cell is read by a reading of its own on the same counters."""

    def __init__(self, styles: Styles, numberings: Numberings, depth: int = 0) -> None:
        self.styles = styles
        self.numberings = numberings
        self.depth = depth
        self.gathering = Gathering()
        self.blank = 0
        self.field_depth = 0
        self.contents_depth: int | None = None
        """Depth of the table-of-contents field that is open, if any: it may run over many paragraphs."""
        self.boxes: list[Element] = []

    def blocks(self, parent: Iterable[Element]) -> None:
        """Read the paragraphs and tables that ``parent`` holds, in order."""
        for element in parent:
            match local(element.tag):
                case "p":
                    self.paragraph(element)
                case "tbl":
                    self.table(element)
                case name if name in TRANSPARENT and not _is_contents_block(element):
                    self.blocks(element)
                case "AlternateContent":
                    self.blocks(_alternative(element))

    def paragraph(self, element: Element) -> None:
        """Add one paragraph, then the text boxes that are anchored in it."""
        properties = child(element, "pPr")
        identifier = attribute(child(properties, "pStyle"), "val") or self.styles.default_paragraph
        style = self.styles.resolved(identifier)
        runs = list(self._runs(element, style))
        if is_contents(style):
            runs = []
        boxes, self.boxes = self.boxes, []
        level = heading_level(style, whole(attribute(child(properties, "outlineLvl"), "val")))
        mark, depth = self._mark(properties, style, identifier)
        if any(run.text.strip() for run in runs):
            self._add(runs, properties, style, level, mark, depth)
        else:
            self.blank += 1
        for box in boxes:
            self.blocks(box)

    def _add(
        self,
        runs: list[Run],
        properties: Element | None,
        style: Style,
        heading: int | None,
        mark: Mark | None,
        depth: int,
    ) -> None:
        own_indent = indent_of(properties)
        indents = (own_indent, mark.indent if mark else None, style.indent, 0.0)
        self.gathering.gap(self.blank or int(heading is not None))
        self.blank = 0
        self.gathering.paragraph(
            runs,
            kind="heading" if heading is not None else "item" if mark else "text",
            level=heading if heading is not None else depth if mark else None,
            marker=mark.text or None if mark else None,
            indent=next(indent for indent in indents if indent is not None),
        )

    def _mark(self, properties: Element | None, style: Style, identifier: str | None) -> tuple[Mark | None, int]:
        number, level = numbering_of(properties)
        if number is None:
            number = style.numbering
            if level is None:
                level = style.numbering_level
            if level is None and number and identifier:
                level = self.numberings.level_of_style(number, identifier)
        if not number or number == "0":
            return None, 0
        return self.numberings.mark(number, level or 0), level or 0

    def _runs(self, parent: Element, style: Style) -> Iterator[Run]:
        for element in parent:
            match local(element.tag):
                case "r":
                    yield from self._run(element, style)
                case name if name in TRANSPARENT:
                    yield from self._runs(element, style)
                case "AlternateContent":
                    yield from self._runs(_alternative(element), style)

    def _run(self, run: Element, style: Style) -> Iterator[Run]:
        properties = child(run, "rPr")
        text = "".join(self._characters(run))
        if not text or is_on(child(properties, "vanish")):
            return
        character = self.styles.resolved(attribute(child(properties, "rStyle"), "val"))
        weights = (is_on(child(properties, "b")), character.bold, style.bold, False)
        sizes = (size_of(properties), character.size, style.size, self.styles.default_size)
        yield Run(
            text,
            bold=next(weight for weight in weights if weight is not None),
            size=next(size for size in sizes if size is not None),
        )

    def _characters(self, run: Element) -> Iterator[str]:
        for element in run:
            match local(element.tag):
                case "fldChar":
                    self._field(attribute(element, "fldCharType"))
                case "instrText":
                    if (element.text or "").strip().upper().startswith("TOC") and self.contents_depth is None:
                        self.contents_depth = self.field_depth
                case "drawing" | "pict" | "object":
                    self.boxes += _text_boxes(element)
                case "AlternateContent":
                    self.boxes += _text_boxes(_alternative(element))
                case _ if self.contents_depth is not None:
                    continue
                case "t":
                    yield (element.text or "").replace("\n", " ")
                case "sym":
                    yield _symbol(element)
                case name:
                    yield CHARACTERS.get(name, "")

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.field_depth += 1
        elif kind == "end" and self.field_depth:
            if self.contents_depth == self.field_depth:
                self.contents_depth = None
            self.field_depth -= 1

    def table(self, table: Element) -> None:
        """Add a table as rows; one of a single column, or nested too deep, as the paragraphs that it frames."""
        rows = list(_wrapped(table, "tr"))
        cells_of = [list(_wrapped(row, "tc")) for row in rows]
        self.gathering.gap()
        self.blank = 0
        if max(map(len, cells_of), default=0) < 2 or self.depth >= DEEPEST_TABLE:
            for cell in (cell for cells in cells_of for cell in cells):
                self.blocks(cell)
            self.gathering.gap()
            return
        pending: list[list[str]] = []
        bold: list[bool] = []
        for row, cells in zip(rows, cells_of, strict=True):
            if len(cells) == 1 and self._holds_heading(cells[0]):
                self.gathering.table(pending, bold)
                self.blocks(cells[0])
                pending, bold = [], []
                continue
            texts, is_bold = self._row(row, cells, pending[-1] if pending else [])
            pending.append(texts)
            bold.append(is_bold)
        self.gathering.table(pending, bold)

    def _holds_heading(self, cell: Element) -> bool:
        for element in cell:
            properties = child(element, "pPr")
            style = self.styles.resolved(attribute(child(properties, "pStyle"), "val"))
            if heading_level(style, whole(attribute(child(properties, "outlineLvl"), "val"))) is not None:
                return True
        return False

    def _row(self, row: Element, cells: list[Element], above: list[str]) -> tuple[list[str], bool]:
        """The texts of a row on the table's grid, merged cells repeated, and whether all of it is in bold."""
        before = whole(attribute(child(child(row, "trPr"), "gridBefore"), "val")) or 0
        texts: list[str] = [""] * min(max(before, 0), WIDEST_SPAN)
        weights = []
        for cell in cells:
            properties = child(cell, "tcPr")
            merge = child(properties, "vMerge")
            continued = merge is not None and attribute(merge, "val") in (None, "continue")
            inner = WordReading(self.styles, self.numberings, self.depth + 1)
            inner.blocks(cell)
            text = inner.gathering.as_cell()
            if continued and len(texts) < len(above):
                text = above[len(texts)]
            else:
                weights += [line.bold for line in inner.gathering.lines]
            texts += [text] * _span(cell)
        return texts, bool(weights) and all(weights)


def _wrapped(parent: Element, name: str) -> Iterator[Element]:
    """The rows or cells of a table, through the wrappers that Word may put around them; deleted rows are gone."""
    for element in parent:
        tag = local(element.tag)
        if tag == name and child(child(element, "trPr"), "del") is None:
            yield element
        elif tag in TRANSPARENT:
            yield from _wrapped(element, name)


def _span(cell: Element) -> int:
    return min(max(whole(attribute(child(child(cell, "tcPr"), "gridSpan"), "val")) or 1, 1), WIDEST_SPAN)


def _is_contents_block(element: Element) -> bool:
    """Is it the block that holds the automatic table of contents?"""
    gallery = child(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery")
    return (attribute(gallery, "val") or "").lower() == "table of contents"


def _alternative(element: Element) -> Element:
    """The first version of a content that Word writes twice (modern drawing, old drawing)."""
    found = child(element, "Choice")
    return found if found is not None else next(iter(element), element)


def _text_boxes(element: Element) -> list[Element]:
    """The outermost text boxes of a drawing."""
    if local(element.tag) == "txbxContent":
        return [element]
    if local(element.tag) == "AlternateContent":
        return _text_boxes(_alternative(element)) if len(element) else []
    return [box for inner in element for box in _text_boxes(inner)]


def _symbol(element: Element) -> str:
    code = attribute(element, "char") or ""
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else ""
