"""What cannot be read is refused in French, and no bytes whatever make a reader fail otherwise."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quietude.strategy.importer.reading import LARGEST, UnreadableFile
from quietude.strategy.importer.tests.make_files import cell, docx, odt, paragraph, pdf, table, xlsx, zipped


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "plan.docx", "vide"),
        (b"   \n", "plan.txt", "vide"),
        (b"x" * (LARGEST + 1), "plan.txt", "trop volumineux"),
        (bytes(range(256)) * 50, "plan.txt", "pas pris en charge"),
        (zipped({"a": "b"}), "plan.docx", "pas pris en charge"),
        (docx("")[:300], "plan.docx", "abîmé"),
        (docx(""), "plan.docx", "aucun texte"),
        (b"{\\rtf1 Axe}", "plan.doc", "enregistrez-le en .docx"),
        (b"\x89PNG\r\n\x1a\n", "plan.pdf", "image"),
        (b"%PDF-1.4\n%%EOF", "plan.pdf", "abîmé"),
        (b"<svg><text>Axe</text></svg>", "plan.html", "pas pris en charge"),
    ],
)
def test_unreadable_file_says_what_happened_and_what_to_do(read, content, name, says):
    with pytest.raises(UnreadableFile, match=says) as unreadable:
        read(content, name)
    assert "puis" in unreadable.value.message_fr or "Vérifiez" in unreadable.value.message_fr


def test_scanned_pdf_is_told_apart(read):
    with pytest.raises(UnreadableFile, match="Ce PDF est une image"):
        read(pdf("#rect(width: 3cm, height: 3cm, fill: red)"), "plan.pdf")


def read_or_refused(read, content, name):
    """The source, or None where the file is refused; any other exception fails the test."""
    try:
        return read(content, name)
    except UnreadableFile:
        return None


SUFFIXES = ["txt", "md", "csv", "html", "docx", "odt", "pdf", "xlsx", "ods", "xls", ""]
STARTS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"<html>",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"# ",
    b"a;b\n",
]


@settings(max_examples=300, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STARTS), st.binary(max_size=3000), st.sampled_from(SUFFIXES))
def test_any_bytes_are_read_or_refused(read, start, content, suffix):
    source = read_or_refused(read, start + content, f"plan.{suffix}")
    assert source is None or all(line.text and line.number > 0 for line in source.lines)


PIECES = """<p> </p> <ul> <li> </ul> <table> <tr> <td+rowspan=3> <td+colspan=9> </table> <br> <h2> </h2> <b> </b>
<main> </main> <a+b=' <!-- --> <script> </script> Axe+1+ &amp #+ -+ ** ; \"""".replace("\n", " ").split(" ")
MARKUP = st.lists(
    st.sampled_from([p.replace("+", " ") for p in PIECES] + ["\n\n", "\t", "| a | b |\n|---|---|\n"]), max_size=60
)


@settings(max_examples=200, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MARKUP, st.sampled_from(["html", "md", "txt", "csv"]))
def test_any_markup_is_read_or_refused(read, pieces, suffix):
    source = read_or_refused(read, "<html>" * (suffix == "html") + "".join(pieces), f"plan.{suffix}")
    assert source is None or not any("<script" in line.text for line in source.lines if source.format == "html")


@settings(max_examples=150, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_document_is_read_or_refused(read, whole_documents, data):
    name, content = data.draw(st.sampled_from(whole_documents))
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    source = read_or_refused(read, bytes(damaged[: data.draw(st.integers(1, len(damaged)))]), name)
    assert source is None or source.lines


@pytest.fixture(scope="module")
def whole_documents():
    return [
        ("plan.docx", docx(paragraph("Axe 1", number=(1, 0)) + table([cell("A"), cell("B")]))),
        ("plan.odt", odt("<text:p>Axe 1</text:p>")),
        ("plan.pdf", pdf("= Axe 1\nTexte\n#table(columns: 2, [a], [b], [c], [d])")),
        ("plan.xlsx", xlsx(lambda workbook: workbook.add_worksheet().write("A1", "Axe 1"))),
    ]
