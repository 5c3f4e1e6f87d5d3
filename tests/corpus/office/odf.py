"""OpenDocument texts and spreadsheets by hand: the markup that LibreOffice writes, without LibreOffice.

Every function returns a piece of OpenDocument; `write_odt` and `write_ods` put the pieces in a package.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
BASE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = (
    " ".join(
        f'xmlns:{name}="{BASE}{name}:1.0"'
        for name in ("office", "text", "table", "style", "meta", "number", "manifest")
    )
    + f' xmlns:fo="{BASE}xsl-fo-compatible:1.0" office:version="1.2"'
)
MIME = "application/vnd.oasis.opendocument."


class Cell(NamedTuple):
    """A cell that spans: `value` as text, number, date or marked-up paragraphs (`<text:…`)."""

    value: object
    columns: int = 1
    rows: int = 1


def inline(text: str) -> str:
    """Text with its soft line breaks and tabs."""
    return escape(text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")


def bold(text: str) -> str:
    """A bold span."""
    return f'<text:span text:style-name="Gras">{inline(text)}</text:span>'


def para(*pieces: str, style: str = "Standard") -> str:
    """A paragraph of pieces (a bare string is plain text)."""
    body = "".join(piece if piece.startswith("<text:") else inline(piece) for piece in pieces)
    return f'<text:p text:style-name="{style}">{body}</text:p>'


def labelled(label: str, value: str) -> str:
    """`Pilote : …`, the label in bold."""
    return para(bold(label + "\u00a0: "), value)


def heading(text: str, level: int) -> str:
    """A title of the given level."""
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inline(text)}</text:h>'


def bullets(items: Iterable[str]) -> str:
    """A list; each item is text or pieces already marked up (a paragraph, a nested list)."""
    marked = (item if item.startswith("<text:") else para(item) for item in items)
    return (
        '<text:list text:style-name="L1">'
        + "".join(f"<text:list-item>{item}</text:list-item>" for item in marked)
        + "</text:list>"
    )


def table(rows: Iterable[Sequence[object]], name: str, columns: int, style: str = "") -> str:
    """A table or a worksheet; None is an empty cell, a `Cell` may span, covered cells are written out."""
    body, covered = "", {}
    for rank, row in enumerate(rows):
        out, column = "", 0
        for value in row:
            while covered.pop((rank, column), None):
                out += "<table:covered-table-cell/>"
                column += 1
            cell = value if isinstance(value, Cell) else Cell(value)
            out += _cell(cell)
            for down in range(cell.rows):
                for right in range(cell.columns):
                    if (down, right) != (0, 0):
                        covered[rank + down, column + right] = True
            column += 1
        while covered.pop((rank, column), None):
            out += "<table:covered-table-cell/>"
            column += 1
        body += f"<table:table-row>{out}</table:table-row>"
    display = f' table:style-name="{style}"' if style else ""
    return (
        f"<table:table table:name={quoteattr(name)}{display}>"
        f'<table:table-column table:number-columns-repeated="{columns}"/>{body}</table:table>'
    )


def _cell(cell: Cell) -> str:
    span = f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else ""
    span += f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
    value = cell.value
    if value is None or value == "":
        return f"<table:table-cell{span}/>"
    if isinstance(value, datetime.date):
        return _typed("date", f'office:date-value="{value.isoformat()}"', value.strftime("%d/%m/%Y"), span)
    if isinstance(value, int | float):
        return _typed("float", f'office:value="{value}"', f"{value:g}".replace(".", ","), span)
    text = str(value)
    body = text if text.startswith("<text:") else "".join(para(line) for line in text.split("\n"))
    return f'<table:table-cell{span} office:value-type="string">{body}</table:table-cell>'


def _typed(kind: str, attribute: str, shown: str, span: str) -> str:
    return f'<table:table-cell{span} office:value-type="{kind}" {attribute}>{para(shown)}</table:table-cell>'


def write_odt(body: Sequence[str], header: str = "", footer: str = "") -> Callable[[Path], None]:
    """A writer of a text document; the footer is followed by the page number."""
    return _write("text", "text", "".join(body), header, footer)


def write_ods(sheets: Sequence[str]) -> Callable[[Path], None]:
    """A writer of a spreadsheet made of `table` pieces."""
    return _write("spreadsheet", "spreadsheet", "".join(sheets), "", "")


def _write(kind: str, holder: str, body: str, header: str, footer: str) -> Callable[[Path], None]:
    page = "<text:page-number>1</text:page-number>"
    master = (
        '<style:page-layout style:name="pm1"/></office:automatic-styles><office:master-styles>'
        '<style:master-page style:name="Standard" style:page-layout-name="pm1">'
        + (f"<style:header>{para(header)}</style:header>" if header else "")
        + (f"<style:footer>{para(footer + ' ', page)}</style:footer>" if footer else "")
        + "</style:master-page></office:master-styles>"
    )
    parts = {
        "content.xml": f"<office:document-content {NAMESPACES}>"
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:body><office:{holder}>{body}</office:{holder}></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMESPACES}><office:styles>{STYLES}</office:styles>"
        f"<office:automatic-styles>{master}</office:document-styles>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{BASE}manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }

    def write(path: Path) -> None:
        with ZipFile(path, "w") as package:
            package.writestr(ZipInfo("mimetype", (1980, 1, 1, 0, 0, 0)), MIME + kind, ZIP_STORED)
            for name, text in parts.items():
                package.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), DECLARATION + text, ZIP_DEFLATED)

    return write


AUTOMATIC = (
    '<style:style style:name="Gras" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Saut" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:name="GrosTitre" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Cachee" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>'
)
STYLES = '<style:style style:name="Standard" style:family="paragraph"/>' + "".join(
    f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph"'
    f' style:parent-style-name="Standard" style:default-outline-level="{level}">'
    f'<style:text-properties fo:font-size="{20 - 2 * level}pt" fo:font-weight="bold"/></style:style>'
    for level in (1, 2, 3)
)
