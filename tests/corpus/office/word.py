"""Word files by hand: the markup that Word itself writes, with the features that converters flatten.

Every function returns a piece of WordprocessingML; `write_docx` puts the pieces in a package.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
AUTHOR = 'w:author="Coordination" w:date="2025-02-03T10:00:00Z"'


class Cell(NamedTuple):
    """A table cell: paragraphs already marked up, columns covered, vertical merge (`restart`, `continue`)."""

    body: str
    span: int = 1
    merge: str = ""
    shade: str = ""


def run(text: str, bold: bool = False, italic: bool = False, size: int = 0, tag: str = "t") -> str:
    """A run of text; a line feed becomes a soft line break, a tab stays a tab; `size` in points."""
    properties = (
        ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + (f'<w:sz w:val="{2 * size}"/>' if size else "")
    )
    body = escape(text).replace("\n", f'</w:{tag}><w:br/><w:{tag} xml:space="preserve">')
    body = body.replace("\t", f'</w:{tag}><w:tab/><w:{tag} xml:space="preserve">')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{body}</w:{tag}></w:r>'


def para(*runs: str, style: str = "", number: tuple[int, int] | None = None, align: str = "") -> str:
    """A paragraph of runs (a bare string is a plain run); `number` is (list, level)."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    body = "".join(piece if piece.startswith(("<w:", "<mc:")) else run(piece) for piece in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{body}</w:p>"


def labelled(label: str, value: str, colon: str = "\u00a0: ") -> str:
    """`Pilote : …`, the label in bold."""
    return para(run(label + colon, bold=True), run(value))


def table(rows: Iterable[Sequence[Cell | str]], widths: Sequence[int]) -> str:
    """A bordered table; a bare string is a one-paragraph cell; widths in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grilledutableau"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl><w:p/>"
    )


def _cell(cell: Cell | str) -> str:
    if isinstance(cell, str):
        cell = Cell(para(cell))
    properties = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    properties += {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.merge]
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.body or '<w:p/>'}</w:tc>"


def contents(entries: Iterable[tuple[str, int]]) -> str:
    """A table of contents as the field leaves it: one line per entry, a tab, the page number."""
    lines = [para(run(f"{title}\t{page}"), style="TM1") for title, page in entries]
    start = _mark("begin") + _instruction(' TOC \\o "1-3" \\h ') + _mark("separate")
    lines[0] = lines[0].replace("</w:pPr>", "</w:pPr>" + start, 1)
    return para(run("Sommaire", bold=True)) + "".join(lines) + para(_mark("end"))


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


def page_break() -> str:
    """A new page."""
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def footnote(number: int) -> str:
    """The call of a footnote."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def inserted(text: str, number: int) -> str:
    """Text added under tracked changes: part of the document."""
    return f'<w:ins w:id="{number}" {AUTHOR}>{run(text)}</w:ins>'


def deleted(text: str, number: int) -> str:
    """Text struck under tracked changes: no longer part of the document."""
    return f'<w:del w:id="{number}" {AUTHOR}>{run(text, tag="delText")}</w:del>'


def text_box(body: str, number: int) -> str:
    """A paragraph that holds a text box, written twice as Word does: for itself and for its elders."""
    size = '<wp:extent cx="5400000" cy="540000"/>'
    shape = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx><w:txbxContent>{body}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        f'{size}<wp:docPr id="{number}" name="Zone de texte {number}"/>{shape}</wp:inline></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>{body}</w:txbxContent></v:textbox></v:rect></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def write_docx(
    body: Sequence[str],
    *,
    header: str = "",
    footer: str = "",
    lists: Sequence[Sequence[tuple[str, str]]] = (),
    footnotes: Sequence[str] = (),
    landscape: bool = False,
) -> Callable[[Path], None]:
    """A writer of the package; a list is a sequence of levels (format, text such as `Axe %1 :`), counted from 1."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz {size}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>'
    )
    page = _mark("begin") + _instruction(" PAGE ") + _mark("end")
    styles = "".join(_style(*style) for style in STYLES)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONSHIPS.format(_relation(1, "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": RELATIONSHIPS.format("".join(map(_relation, (1, 2, 3, 4, 5), KINDS, TARGETS))),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(body)}{section}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}{TABLE_STYLE}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{_numbering(lists)}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{_footnotes(footnotes)}</w:footnotes>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{para(header)}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{para(run(footer + ' '), page)}</w:ftr>",
    }

    def write(path: Path) -> None:
        with ZipFile(path, "w") as package:
            for name, text in parts.items():
                info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                package.writestr(info, DECLARATION + text, ZIP_DEFLATED)

    return write


STYLES = (
    ("Normal", "Normal", "", ""),
    ("Titre", "Title", "", '<w:b/><w:sz w:val="48"/>'),
    ("Titre1", "heading 1", '<w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="32"/>'),
    ("Titre2", "heading 2", '<w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="28"/>'),
    ("Titre3", "heading 3", '<w:outlineLvl w:val="2"/>', '<w:b/><w:sz w:val="24"/>'),
    ("TM1", "toc 1", "", ""),
    ("Paragraphedeliste", "List Paragraph", '<w:ind w:left="720"/>', ""),
    ("Notedebasdepage", "footnote text", "", '<w:sz w:val="18"/>'),
)
TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="Grilledutableau"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)
KINDS = ("styles", "numbering", "footnotes", "header", "footer")
TARGETS = ("styles.xml", "numbering.xml", "footnotes.xml", "header1.xml", "footer1.xml")
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for part, kind in (
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    + "</Types>"
)


def _relation(number: int, kind: str, target: str) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'


def _style(identifier: str, name: str, paragraph: str, character: str) -> str:
    default = ' w:default="1"' if identifier == "Normal" else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"{default}><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{character}</w:rPr></w:style>"
    )


def _numbering(lists: Sequence[Sequence[tuple[str, str]]]) -> str:
    definitions = ""
    for number, levels in enumerate(lists, 1):
        body = "".join(
            f'<w:lvl w:ilvl="{rank}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{escape(text)}"/>'
            f'<w:pPr><w:ind w:left="{360 * (rank + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for rank, (kind, text) in enumerate(levels)
        )
        definitions += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>'
        )
    uses = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(lists) + 1))
    return definitions + uses


def _footnotes(notes: Sequence[str]) -> str:
    marks = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    return marks + "".join(
        f'<w:footnote w:id="{number}">{para(run(text), style="Notedebasdepage")}</w:footnote>'
        for number, text in enumerate(notes, 1)
    )
