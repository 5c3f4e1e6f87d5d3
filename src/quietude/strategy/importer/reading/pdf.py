"""Reads a PDF as a person would: column after column, without the margins, each line with its size and weight."""

import io
from typing import Any

from ..lines import Source
from .errors import DAMAGED, PROTECTED, TOO_LARGE, UnreadableFile
from .pdf_columns import reading_order
from .pdf_furniture import PageContent, remove_furniture
from .pdf_glyphs import Glyph, Segment, glyphs_and_edges, segments
from .pdf_hyphens import joiner
from .pdf_lines import PdfLines
from .pdf_tables import tables
from .wording import clean

MOST_PAGES = 600
MOST_GLYPHS = 2_000_000
SCANNED = (
    "Ce PDF est une image\u202f: il ne contient pas de texte. Importez le document d’origine (Word, LibreOffice), "
    "ou faites reconnaître le texte avec le logiciel de numérisation, puis recommencez."
)


def read_pdf(data: bytes) -> Source:
    """The text of a PDF; running headers and footers, page numbers and footnotes are left out."""
    pages, title = _pages(data)
    if not any(page.glyphs for page in pages):
        raise UnreadableFile(SCANNED)
    scanned = [str(page.number) for page in pages if not page.glyphs and page.has_picture]
    join = joiner(_stream_text(page.glyphs) for page in pages)
    for page in pages:
        page.tables, rest = tables(page.edges, page.glyphs, join)
        page.segments = segments(rest)
        page.glyphs = []
    running = remove_furniture(pages)
    lines = PdfLines(pages, join)
    for page in pages:
        lines.page(page, reading_order(page.segments + _placeholders(page)))
    warnings = (f"Pages lues comme des images, sans texte\u00a0: {', '.join(scanned)}.",) if scanned else ()
    return Source(lines=lines.finished(), format="pdf", title=title, warnings=warnings, running=running)


def _pages(data: bytes) -> tuple[list[PageContent], str | None]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages: list[PageContent] = []
            for page in document.pages:
                pages.append(_content(page))
                page.close()
                if len(pages) > MOST_PAGES or sum(len(p.glyphs) for p in pages) > MOST_GLYPHS:
                    raise UnreadableFile(TOO_LARGE)
            title = document.metadata.get("Title")
    except PdfminerException as error:
        cause = error.args[0] if error.args else None
        raise UnreadableFile(PROTECTED if isinstance(cause, PDFPasswordIncorrect) else DAMAGED) from error
    return pages, clean(title) or None if isinstance(title, str) else None


def _content(page: Any) -> PageContent:
    width, height = float(page.width), float(page.height)
    glyphs, edges, has_picture = glyphs_and_edges(page.layout, width, height)
    return PageContent(page.page_number, width, height, glyphs, edges, has_picture)


def _stream_text(glyphs: list[Glyph]) -> str:
    """The text in the order in which it was drawn, cut where the line changes: enough to know the words."""
    written, top = [], None
    for glyph in glyphs:
        if glyph.top != top:
            written.append(" ")
            top = glyph.top
        written.append(glyph.text)
    return "".join(written)


def _placeholders(page: PageContent) -> list[Segment]:
    """A segment in the place of each table, so that the tables find their place among the columns."""
    return [
        Segment("", t.x0, t.x1, t.top, t.bottom, 0.0, bold=False, bold_lead=0, row=-1 - i, table=t)
        for i, t in enumerate(page.tables)
    ]
