"""A letter for Word and for LibreOffice: pandoc writes it, in a process of its own, on a reference document of ours.

The reference document is a folder of small XML templates (``templates/documents/docx`` and ``odt``): styles, head and
foot of the pages. Pandoc reads nothing but what it is given (``--sandbox``), with bounds on memory and time.
"""

import base64
import io
import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from quietude.documents import pandoc
from quietude.documents.letter import Letter, letter_data
from quietude.documents.pdf import NotWritten

SECONDS = 60
CONFINED = ["--sandbox", "+RTS", "-M1G", "-RTS"]
"""No file but the input is read; a gigabyte of memory at most."""
LOGO_HEIGHT = "18mm"
LETTERS = 92
"""How many letters a line of a table holds, about."""

REFERENCES: dict[str, dict[str, str]] = {
    "docx": {
        "[Content_Types].xml": "content_types.xml",
        "_rels/.rels": "package.rels",
        "word/document.xml": "document.xml",
        "word/_rels/document.xml.rels": "document.rels",
        "word/styles.xml": "styles.xml",
        "word/header1.xml": "header.xml",
        "word/footer1.xml": "footer.xml",
    },
    "odt": {
        "META-INF/manifest.xml": "manifest.xml",
        "meta.xml": "meta.xml",
        "content.xml": "content.xml",
        "styles.xml": "styles.xml",
    },
}
"""For each format, the parts of its reference document and the template of each."""
NEW_PAGE = {
    "docx": ("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
    "odt": ("opendocument", '<text:p text:style-name="New_20_Page"/>'),
}

RULE = '<style:table-cell-properties fo:padding="0.08cm" fo:border="none" fo:border-bottom="{}"/>'
MENDS: dict[str, dict[str, list[tuple[str, str]]]] = {
    "docx": {"docProps/core.xml": [], "word/document.xml": [(r' descr="data:[^"]*"', "")]},
    "odt": {
        "meta.xml": [],
        "content.xml": [
            (rf'(name="{cell}"[^>]*>\s*)<style:table-cell-properties fo:border="none" />', rf"\1{RULE.format(line)}")
            for cell, line in (("TableHeaderRowCell", "1pt solid #4b5660"), ("TableRowCell", "0.5pt solid #bfbaae"))
        ],
    },
}
"""For each part of a file, what is put in the place of what pandoc wrote: (pattern, words)."""


def as_docx(letter: Letter) -> bytes:
    """The letter for Word. Raises NotWritten when it takes too long or too much memory."""
    return _write(letter, "docx")


def as_odt(letter: Letter) -> bytes:
    """The letter for LibreOffice. Raises NotWritten when it takes too long or too much memory."""
    return _write(letter, "odt")


def run_pandoc(document: Mapping[str, Any], target: str, reference: bytes, *options: str) -> bytes:
    """What pandoc makes of its own tree ``document`` with ``reference``. Raises NotWritten."""
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        made, model = Path(folder, f"made.{target}"), Path(folder, f"reference.{target}")
        model.write_bytes(reference)
        command = [pypandoc.get_pandoc_path(), "--from=json", f"--to={target}", f"--output={made}"]
        try:
            subprocess.run(
                [*command, f"--reference-doc={model}", *options, *CONFINED],
                input=json.dumps(document).encode(),
                capture_output=True,
                check=True,
                timeout=SECONDS,
            )
        except (subprocess.SubprocessError, OSError) as error:
            raise NotWritten from error
        return made.read_bytes()


def _write(letter: Letter, target: str) -> bytes:
    data = letter_data(letter)
    document = pandoc.tree(_body(data, letter.sender.logo, target), title=data["name"], author=data["sender"][0])
    document["meta"]["lang"] = {"t": "MetaString", "c": "fr-FR"}
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as template:
        template.write(render_to_string(f"documents/{target}/template.xml"))
        template.flush()
        made = run_pandoc(document, target, _reference(data, target), f"--template={template.name}")
    return _mended(made, target, logo_text=data["logo_text"], made_on=letter.made_on)


def _mended(made: bytes, target: str, *, logo_text: str, made_on: date) -> bytes:
    """The file with what pandoc leaves out: the day, the rules of tables (ODT), the words of the logo (ODT)."""
    mends = {part: list(pairs) for part, pairs in MENDS[target].items()}
    for part in mends:
        mends[part].append(("1970-01-01T", f"{made_on:%Y-%m-%d}T"))
    if target == "odt":
        described = f"<svg:title>{escape(logo_text)}</svg:title></draw:frame>"
        mends["content.xml"].append(("</draw:frame>", described.replace("\\", "\\\\")))
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            for pattern, words in mends.get(entry.filename, ()):
                data = re.sub(pattern, words, data.decode()).encode()
            new.writestr(entry, data, entry.compress_type)
    return file.getvalue()


def _reference(data: Mapping[str, Any], target: str) -> bytes:
    """The reference document of ``target``, with the head and foot of this letter."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        if target == "odt":
            parts.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for part, template in REFERENCES[target].items():
            parts.writestr(part, render_to_string(f"documents/{target}/{template}", {"letter": data}))
    return file.getvalue()


def _body(data: Mapping[str, Any], logo: bytes, target: str) -> Iterator[pandoc.Node]:
    """The head of the paper, the title, then the blocks."""
    if logo:
        kind = "png" if data["logo"].endswith("png") else "jpeg"
        address = f"data:image/{kind};base64,{base64.b64encode(logo).decode()}"
        yield pandoc.styled("Logo", [pandoc.picture(address, data["logo_text"], height=LOGO_HEIGHT)])
    yield pandoc.styled("Sender", pandoc.strong(data["sender"][0]), *map(pandoc.inlines, data["sender"][1:]))
    where = ", ".join(" – ".join(filter(None, text.split("\n"))) for text in (data["address"], data["contact"]) if text)
    yield pandoc.styled("Sender Address", pandoc.inlines(where))
    yield pandoc.styled("Title", pandoc.inlines(data["name"]))
    if data["subtitle"]:
        yield pandoc.styled("Subtitle", pandoc.inlines(data["subtitle"]))
    for block in data["blocks"]:
        yield from _nodes(block, target)


def _nodes(block: dict[str, Any], target: str) -> Iterator[pandoc.Node]:
    match block["kind"]:
        case "heading":
            text = f"{block['number']}. {block['text']}" if block["number"] else block["text"]
            yield pandoc.heading(block["level"], text)
        case "paragraph":
            opening = [*pandoc.strong(block["label"]), {"t": "Space"}] if block["label"] else []
            yield pandoc.paragraph([*opening, *pandoc.inlines(block["text"])])
        case "bullets":
            yield pandoc.bullets(block["items"])
        case "checks":
            yield pandoc.styled("Compact", *map(pandoc.inlines, map(check_words, block["items"])))
        case "facts":
            rows = [[name, value] for name, value in block["pairs"]]
            yield pandoc.table({"head": [], "rows": rows, "numeric": [], "total": False}, (0.25, 0.75))
        case "grid":
            yield pandoc.table(block, pandoc.shares(block["head"], block["rows"], LETTERS))
        case "pagebreak":
            yield pandoc.raw(*NEW_PAGE[target])


def check_words(item: Mapping[str, Any]) -> str:
    """« ☑ Convention des deux villes (4 mars 2025) »."""
    return f"{'☑' if item['done'] else '☐'} {item['what']}" + (f" ({item['when']})" if item["when"] else "")
