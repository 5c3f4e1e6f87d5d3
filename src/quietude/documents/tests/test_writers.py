"""One letter, three formats: each opens, holds the words, and keeps markup and formulas as words."""

import io
import zipfile
from datetime import date
from xml.etree.ElementTree import Element

import pdfplumber
import pytest
from defusedxml import ElementTree

from quietude.documents.blocks import Facts, Grid, Heading, Paragraph, settled
from quietude.documents.letter import Letter, Sender
from quietude.documents.tests.letters import FORBIDDEN, HOSTILE, a_letter, a_sender, logo
from quietude.documents.writers import WRITERS, as_docx, as_odt, as_pdf

WORDS = (
    "Ville du Val d’Orve",
    "12 rue de la Paix",
    "4. Fiche : « accueil » & suite",
    'Pour éviter le "décrochage" \\ scolaire',
    "Constat. Une ligne.",
    "Convention (4 mars 2025)",
    "8 000 €",
    "Étape",
)
NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def part(made: bytes, name: str) -> Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(name))


def words_of(root: Element, tags: tuple[str, ...]) -> str:
    """The words of the paragraphs, one line each."""
    paragraphs = (node for node in root.iter() if node.tag.endswith(tags))
    return plain("\n".join("".join(node.itertext()) for node in paragraphs))


@pytest.mark.parametrize(
    ("write", "body", "tags"), [(as_docx, "word/document.xml", ("}p",)), (as_odt, "content.xml", ("}p", "}h"))]
)
def test_the_word_processing_files_hold_the_words_and_nothing_is_code(write, body, tags) -> None:
    text = words_of(part(write(a_letter()), body), tags)
    assert [word for word in WORDS if word not in text] == []
    assert text.count(plain(HOSTILE)) == 5
    assert [character for character in FORBIDDEN if character in text] == []


def test_word_finds_styles_heads_and_feet() -> None:
    made = as_docx(a_letter(sender=a_sender(logo=logo(), logo_text="Blason « & »")))
    document = part(made, "word/document.xml")
    styles = {node.get(f"{{{NS['w']}}}val") for node in document.iterfind(".//w:pStyle", NS)}
    assert styles >= {"Title", "Subtitle", "Sender", "Heading1", "Heading2", "Compact"}
    assert document.find(".//wp:docPr", NS).get("descr") == "Blason « & »"
    parts = zipfile.ZipFile(io.BytesIO(made)).namelist()
    heads = [part(made, name) for name in parts if name.startswith(("word/header", "word/footer"))]
    text = " ".join(words_of(head, ("}p",)) for head in heads)
    assert "Ville du Val d’Orve4. Fiche" in text
    assert "Lundi" in text
    assert "Document du 22 novembre 2026. Démonstration." in text
    assert "NUMPAGES" in text
    first_rows = [table.find("w:tr", NS) for table in document.iterfind(".//w:tbl", NS)]
    assert [row.find(".//w:tblHeader", NS) is not None for row in first_rows] == [False, True]
    core = part(made, "docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NS) == "4. Fiche : « accueil » & suite"
    assert b"2026-11-22T" in zipfile.ZipFile(io.BytesIO(made)).read("docProps/core.xml")


def test_libreoffice_finds_styles_heads_and_feet() -> None:
    made = as_odt(a_letter(sender=a_sender(logo=logo(), logo_text="Blason « & » \\1")))
    content, styles = part(made, "content.xml"), part(made, "styles.xml")
    assert content.findtext(".//svg:title", namespaces=NS) == "Blason « & » \\1"
    levels = [node.get(f"{{{NS['text']}}}outline-level") for node in content.iterfind(".//text:h", NS)]
    assert levels == ["1", "2"]
    assert len(content.findall(".//table:table-header-rows", NS)) == 1
    raw = zipfile.ZipFile(io.BytesIO(made)).read("content.xml").decode()
    assert 'fo:border-bottom="0.5pt solid #bfbaae"' in raw
    assert 'fo:border="none" />' not in raw.partition("<office:body>")[0].replace(" fo:border-bottom", "")
    text = words_of(styles, ("}p",))
    assert "Document du 22 novembre 2026. Démonstration." in text
    names = zipfile.ZipFile(io.BytesIO(made)).infolist()
    assert (names[0].filename, names[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_pdf_holds_the_words_and_is_tagged() -> None:
    made = as_pdf(a_letter(sender=a_sender(logo=logo(), logo_text="Blason")))
    with pdfplumber.open(io.BytesIO(made)) as pdf:
        text = plain("\n".join(page.extract_text() for page in pdf.pages))
        assert pdf.metadata["Title"] == "4. Fiche : « accueil » & suite"
        assert pdf.metadata["Author"] == "Ville du Val d’Orve"
        catalogue = pdf.doc.catalog
        assert catalogue["MarkInfo"]["Marked"]
        assert catalogue["Lang"].startswith(b"fr")
        assert "StructTreeRoot" in catalogue
        assert len(pdf.pages) == 2
        assert len(pdf.pages[0].images) == 1
    assert b"pdfuaid" in made
    expected = ("Ville du Val d’Orve", "Convention", "4 mars 2025", "8 000 €", "Démonstration.", "1 / 2", "2 / 2")
    assert [word for word in expected if word not in text] == []
    assert text.count('#panic("x") $ y $ @ref') == 5


def test_a_long_letter_opens_with_its_contents_and_a_short_one_does_not() -> None:
    def first_page(headings: int) -> str:
        blocks = [block for n in range(headings) for block in (Heading(f"Axe {n}"), Paragraph("Des mots."))]
        with pdfplumber.open(io.BytesIO(as_pdf(a_letter(blocks=blocks)))) as pdf:
            return pdf.pages[0].extract_text()

    assert "Axe 11 ." in first_page(12)
    assert "Axe 3 ." not in first_page(4)


def test_no_heading_skips_a_level_and_empty_blocks_are_left_out() -> None:
    blocks = [Heading("a", 3), Heading("b", 3), Heading("c", 4), Heading("d", 2), Paragraph(""), Facts([])]
    assert [block.level for block in settled(blocks)] == [1, 1, 2, 1]


@pytest.mark.parametrize("extension", WRITERS)
def test_a_letter_without_note_nor_text_is_still_a_letter(extension: str) -> None:
    bare = Letter(Sender(["C"]), "T", "", [Grid(["A"], [])], date(2026, 1, 1))
    assert len(WRITERS[extension][1](bare)) > 1000
