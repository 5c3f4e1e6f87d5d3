"""Reads a PDF as a person would: column after column, without the margins, each line with its size and weight."""

import io
from collections.abc import Iterator
from statistics import median
from typing import Any

from ..lines import Line, Source
from .errors import DAMAGED, PROTECTED, TOO_LARGE, UnreadableFile
from .gathering import row_text
from .pdf_columns import reading_order
from .pdf_furniture import PageContent, remove_furniture
from .pdf_glyphs import Glyph, Segment, glyphs_and_edges, segments
from .pdf_hyphens import Joiner, is_cut, joiner, keeps_hyphen
from .pdf_tables import Table, tables
from .wording import clean

MOST_PAGES = 600
SCANNED = (
    "Ce PDF est une image\u202f: il ne contient pas de texte. Importez le document d’origine (Word, LibreOffice), "
    "ou faites reconnaître le texte avec le logiciel de numérisation, puis recommencez."
)
Block = Segment | Table


def read_pdf(data: bytes) -> Source:
    """The text of a PDF; running headers and footers, page numbers and footnotes are left out."""
    pages, title = _pages(data)
    if not any(page.segments or page.tables for page in pages):
        raise UnreadableFile(SCANNED)
    running = remove_furniture(pages)
    join = joiner(segment.text for page in pages for segment in page.segments)
    lines: list[Line] = []
    table = 0
    for page in pages:
        for region in _blocks(page):
            found, table = _region_lines(region, page, table, join)
            lines += found
    scanned = [str(page.number) for page in pages if page.has_picture and not page.segments and not page.tables]
    warnings = (f"Pages lues comme des images, sans texte\u00a0: {', '.join(scanned)}.",) if scanned else ()
    return Source(lines=tuple(_numbered(lines)), format="pdf", title=title, warnings=warnings, running=running)


def _pages(data: bytes) -> tuple[list[PageContent], str | None]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise UnreadableFile(TOO_LARGE)
            title = document.metadata.get("Title")
            pages = []
            for page in document.pages:
                pages.append(_content(page))
                page.close()
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed) as error:
        raise UnreadableFile(PROTECTED) from error
    except PdfminerException as error:
        cause = error.args[0] if error.args else None
        raise UnreadableFile(PROTECTED if isinstance(cause, PDFPasswordIncorrect) else DAMAGED) from error
    return pages, clean(title) or None if isinstance(title, str) else None


def _content(page: Any) -> PageContent:
    layout = page.layout
    glyphs, edges = glyphs_and_edges(layout, float(page.height))
    content = PageContent(page.page_number, float(page.width), float(page.height), [])
    content.has_picture = not glyphs and bool(page.images)
    join = joiner(())
    content.tables, rest = tables(edges, glyphs, join)
    content.segments = segments(rest)
    return content
