"""A letter in each format: pandoc writes the word-processing files, typst the PDF.

Both work without network; pandoc is confined to its input (``--sandbox``) and runs as a process of its own.
"""

import tempfile
from collections.abc import Callable
from html import escape
from importlib.util import find_spec
from pathlib import Path

from quietude.documents.letter import Letter
from quietude.kit.dates import date_text

CONFINED = ["--sandbox", "+RTS", "-M512M", "-RTS"]
"""No file but the input is read; half a gigabyte of memory at most."""

TYPST_HEAD = """\
#set document(title: {title}, author: {council})
#set page(paper: "a4", margin: (x: 20mm, top: 22mm, bottom: 20mm), numbering: "1 / 1", number-align: right,
  header: text(size: 9pt, fill: luma(90))[#{council} #h(1fr) #{made_on}])
#set text(lang: "fr", font: ("Source Sans 3",), size: 10.5pt)
#set par(leading: 0.7em, spacing: 0.9em)
#set table(stroke: (x, y) => (bottom: 0.5pt + luma(180)), inset: (x: 5pt, y: 4pt))
#show heading: set text(font: ("Source Serif 4",), weight: 600)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.7em, it)
#show figure: set align(left)
#show figure: set block(breakable: true)
#show table.cell.where(y: 0): strong
"""


def as_docx(letter: Letter) -> bytes:
    """The letter for Word."""
    return _word_processing(letter, "docx")


def as_odt(letter: Letter) -> bytes:
    """The letter for LibreOffice."""
    return _word_processing(letter, "odt")


def as_pdf(letter: Letter) -> bytes:
    """The letter as a tagged PDF (PDF/UA-1). Raises typst's error when the letter cannot be made accessible."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "letter.typ")
        source.write_text(_typst_source(letter), "utf-8")
        fonts = [str(path) for path in _font_folders()]
        return typst.compile(str(source), font_paths=fonts, pdf_standards=["ua-1"])


WRITERS: dict[str, tuple[str, Callable[[Letter], bytes]]] = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx),
    "odt": ("application/vnd.oasis.opendocument.text", as_odt),
    "pdf": ("application/pdf", as_pdf),
}


def _word_processing(letter: Letter, target: str) -> bytes:
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, f"letter.{target}")
        facts = [f"--metadata=title:{letter.title}", f"--metadata=author:{letter.council}", "--metadata=lang:fr-FR"]
        pypandoc.convert_text(
            _page(letter), target, format="html", outputfile=str(made), extra_args=[*CONFINED, *facts]
        )
        return made.read_bytes()


def _page(letter: Letter) -> str:
    """The HTML that pandoc reads: letterhead, text, foot; the title comes from the metadata."""
    foot = f"<p><em>{escape(letter.note)}</em></p>" if letter.note else ""
    return (
        f"<p>{escape(letter.council)}, {escape(date_text(letter.made_on))}</p>"
        f"<p><strong>{escape(letter.subtitle)}</strong></p>{letter.body}{foot}"
    )


def _typst_source(letter: Letter) -> str:
    import pypandoc

    text = f"<h1>{escape(letter.title)}</h1><p>{escape(letter.subtitle)}</p>{letter.body}"
    if letter.note:
        text += f"<p><em>{escape(letter.note)}</em></p>"
    body = pypandoc.convert_text(text, "typst", format="html", extra_args=CONFINED)
    head = TYPST_HEAD.format(
        title=_quoted(letter.title), council=_quoted(letter.council), made_on=_quoted(date_text(letter.made_on))
    )
    return f"{head}\n{body}"


def _quoted(text: str) -> str:
    """``text`` as a string of typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _font_folders() -> list[Path]:
    found = (find_spec(name) for name in ("fontpkg_source_sans_3", "fontpkg_source_serif_4"))
    return [Path(str(spec.origin)).parent / "files" for spec in found if spec]
