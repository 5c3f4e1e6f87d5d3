"""One letter, three formats: each opens, holds the words, and keeps markup and formulas as words."""

import io
import zipfile
from datetime import date

import pdfplumber
import pytest

from quietude.documents.letter import Letter
from quietude.documents.writers import WRITERS, as_docx, as_odt, as_pdf

LETTER = Letter(
    council="CISPD du Val d’Orve",
    title="Fiche 4 : « accueil » & suite",
    subtitle='Pour éviter le "décrochage" \\ scolaire',
    body="<h2>Argent</h2><table><thead><tr><th>Financeur</th><th>Demandé</th></tr></thead>"
    "<tbody><tr><td>FIPD #let x</td><td>8 000 €</td></tr></tbody></table><ul><li>Étape</li></ul>",
    made_on=date(2026, 11, 22),
    note="Démonstration.",
)
WORDS = ("CISPD du Val d’Orve", "Pour éviter le", "décrochage", "FIPD #let x", "8 000 €", "Étape", "Démonstration.")


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_the_word_processing_files_hold_the_words() -> None:
    for write, part in ((as_docx, "word/document.xml"), (as_odt, "content.xml")):
        text = plain(zipfile.ZipFile(io.BytesIO(write(LETTER))).read(part).decode())
        assert [word for word in WORDS if word not in text.replace("&quot;", '"').replace("&amp;", "&")] == []


def test_the_pdf_holds_the_words_and_is_tagged() -> None:
    made = as_pdf(LETTER)
    with pdfplumber.open(io.BytesIO(made)) as pdf:
        text = plain("\n".join(page.extract_text() for page in pdf.pages))
        assert pdf.metadata["Title"] == LETTER.title
    assert [word for word in WORDS if word not in text] == []
    assert b"pdfuaid" in made


@pytest.mark.parametrize("extension", WRITERS)
def test_a_letter_without_note_nor_text_is_still_a_letter(extension: str) -> None:
    bare = Letter(council="C", title="T", subtitle="S", body="", made_on=date(2026, 1, 1))
    assert len(WRITERS[extension][1](bare)) > 1000
