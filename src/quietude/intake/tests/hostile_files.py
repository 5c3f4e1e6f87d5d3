"""Hostile files, made on the spot: what no town hall sends by mistake, and what some program sends by malice."""

import io
import random
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable

Parts = dict[str, str | bytes]
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{i} "{f"&lol{i - 1 if i > 1 else str()};" * 10}">' for i in range(1, 10))
    + "]>"
)
EXTERNAL = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of ``parts``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def content_types(kind: str) -> str:
    return f'<Types><Override PartName="/main.xml" ContentType="{kind}"/></Types>'


def word(body: str = "<w:p><w:r><w:t>Axe 1</w:t></w:r></w:p>", prologue: str = "", more: Parts | None = None) -> bytes:
    """A .docx."""
    document = f'{prologue}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": content_types(WORD_TYPE), "word/document.xml": document, **(more or {})})


def odt(content: str, manifest: str = "<manifest/>", more: Parts | None = None) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
            **(more or {}),
        }
    )


def sheet(sheet_xml: str, more: Parts | None = None) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": content_types(SHEET_TYPE),
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{rel}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="A" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet_xml}</sheetData></worksheet>',
            **(more or {}),
        }
    )


def pdf(*objects: str | bytes, trailer: str = "") -> bytes:
    """A PDF of the given objects, the first of which is its catalogue."""
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        body = content.encode() if isinstance(content, str) else content
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(made)}\n%%EOF\n".encode()
    return made + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table) + end


def one_page(stream: bytes, more: str = "") -> tuple[str | bytes, ...]:
    return (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(stream), more.encode(), stream),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def lying_sizes() -> bytes:
    """An entry that announces 100 bytes and inflates to 60 MB."""
    data = bytearray(zipped({"word/document.xml": b" " * 60_000_000}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature) + place
        data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


def overlapping() -> bytes:
    """Forty entries of the directory that all point at the same compressed bytes."""
    data = zipped({"a.xml": random.Random(1).randbytes(50_000)})
    start = data.find(b"PK\x01\x02")
    record = data[start : data.find(b"PK\x05\x06")]
    records = b"".join(record.replace(b"a.xml", b"%c%02d.x" % (97 + i // 26, i)) for i in range(40))
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 40, 40, len(records), start, 0)
    return data[:start] + records + end


def symlink() -> bytes:
    made = io.BytesIO(word())
    with zipfile.ZipFile(made, "a") as archive:
        link = zipfile.ZipInfo("word/passwords")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return made.getvalue()


def encrypted_zip() -> bytes:
    data = bytearray(word())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + place] |= 1
    return bytes(data)


def renamed(name: str) -> bytes:
    """A document one entry of which is called ``name``."""
    parts = {"[Content_Types].xml": content_types(WORD_TYPE), "word/document.xml": "<d/>", "X" * len(name): "x"}
    return zipped(parts).replace(b"X" * len(name), name.encode())


def compound(*streams: str) -> bytes:
    """What is recognised of a file of Office before 2007: its signature and the names of its streams."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(s.encode("utf-16-le") for s in streams)


def encrypted_pdf() -> bytes:
    secret = "<" + "ab" * 32 + ">"
    encryption = f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O {secret} /U {secret} >>"
    return pdf(*one_page(b"BT (Axe) Tj ET"), trailer=encryption + " /ID [<0123> <0123>]")


def inflating_pdf() -> bytes:
    """A page whose stream takes 400 kB and inflates to 400 MB."""
    squeezed = zlib.compressobj(9)
    piece = b" " * 1_000_000
    stream = b"".join(squeezed.compress(piece) for _ in range(400)) + squeezed.flush()
    return pdf(*one_page(stream, "/Filter /FlateDecode"))


def deep_word() -> bytes:
    depth = 100_000
    return word("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "flat bomb": ("plan.docx", lambda: word(more={"word/big.xml": b" " * 101_000_000})),
    "squeezed bomb": ("plan.xlsx", lambda: sheet("", {"xl/sharedStrings.xml": b"0" * 30_000_000})),
    "sizes that lie": ("plan.docx", lying_sizes),
    "nested bomb": ("plan.docx", lambda: word(more={"word/media/a.zip": zipped({"a": b" " * 9_000_000})})),
    "overlapping bomb": ("plan.docx", overlapping),
    "five thousand entries": ("plan.docx", lambda: zipped({f"{i}": "" for i in range(5_000)})),
    "folder above": ("plan.docx", lambda: renamed("../../etc/cron.d/x")),
    "absolute path": ("plan.docx", lambda: renamed("/etc/passwd")),
    "path of Windows": ("plan.docx", lambda: renamed("C:/Windows/x")),
    "backslashes": ("plan.docx", lambda: renamed("..\\..\\x")),
    "twice the same name": ("plan.docx", lambda: renamed("WORD/document.xml")),
    "symbolic link": ("plan.docx", symlink),
    "macro": ("plan.docx", lambda: word(more={"word/vbaProject.bin": b"x"})),
    "macro by its type": ("plan.docx", lambda: zipped({"[Content_Types].xml": "x macroEnabled.main+xml"})),
    "macro in a workbook": ("plan.xlsx", lambda: sheet("", {"xl/vbaProject.bin": b"x"})),
    "macro in an old workbook": ("plan.xls", lambda: compound("Workbook", "_VBA_PROJECT_CUR")),
    "macro in OpenDocument": ("plan.odt", lambda: odt("<x/>", more={"Basic/Standard/Module1.xml": "<x/>"})),
    "billion laughs": ("plan.docx", lambda: word("&lol9;", LAUGHS)),
    "external entity": ("plan.docx", lambda: word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", EXTERNAL)),
    "external entity in a relation": ("plan.docx", lambda: word(more={"word/_rels/a.rels": EXTERNAL + "<a/>"})),
    "entity in UTF-16": ("plan.docx", lambda: word(more={"word/a.xml": (EXTERNAL + "<a/>").encode("utf-16")})),
    "entity in OpenDocument": ("plan.odt", lambda: odt(EXTERNAL + "<x>&x;</x>")),
    "entity in a workbook": ("plan.xlsx", lambda: sheet("", {"xl/sharedStrings.xml": LAUGHS + "<sst/>"})),
    "zip with a password": ("plan.docx", encrypted_zip),
    "OpenDocument with a password": ("plan.odt", lambda: odt("<x/>", "<m><manifest:encryption-data/></m>")),
    "Office with a password": ("plan.docx", lambda: compound("EncryptedPackage")),
    "PDF with a password": ("plan.pdf", encrypted_pdf),
    "PDF and zip in one": ("plan.pdf", lambda: pdf(*one_page(b"")) + word()),
    "page and zip in one": ("plan.docx", lambda: b"<html></html>" + word()),
    "zip and program in one": ("plan.docx", lambda: word() + b"MZ" * 500),
    "picture and zip in one": ("plan.docx", lambda: b"\x89PNG\r\n\x1a\n" + word()),
    "program called .docx": ("plan.docx", lambda: b"MZ\x90\x00" + bytes(500)),
    "program called .pdf": ("plan.pdf", lambda: b"\x7fELF\x02\x01" + bytes(500)),
    "script called .txt": ("plan.txt", lambda: b"#!/bin/sh\nrm -rf /\n"),
    "picture called .pdf": ("plan.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200)),
    "photograph called .docx": ("plan.docx", lambda: b"\xff\xd8\xff\xe0" + bytes(200)),
    "drawing with a script": ("plan.svg", lambda: b"<svg xmlns='x'><script>alert(1)</script></svg>"),
    "drawing called .html": ("plan.html", lambda: b"<?xml version='1.0'?><!DOCTYPE svg><svg><text>Axe</text></svg>"),
    "data with a document type": ("plan.txt", lambda: ("<?xml version='1.0'?>" + LAUGHS + "<a>&lol9;</a>").encode()),
    "rich text": ("plan.doc", lambda: b"{\\rtf1 Axe 1}"),
    "old Word": ("plan.doc", lambda: compound("WordDocument")),
    "7z archive": ("plan.docx", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(99)),
    "rar archive": ("plan.docx", lambda: b"Rar!\x1a\x07\x01" + bytes(99)),
    "gzip archive": ("plan.txt", lambda: b"\x1f\x8b\x08" + bytes(99)),
    "Java class": ("plan.pdf", lambda: b"\xca\xfe\xba\xbe" + bytes(99)),
    "plain zip": ("plan.docx", lambda: zipped({"readme.txt": "Axe 1"})),
    "slides": ("plan.pptx", lambda: zipped({"[Content_Types].xml": "presentationml.presentation.main+xml"})),
    "cut at a tenth": ("plan.docx", lambda: word()[: len(word()) // 10]),
    "cut in the middle": ("plan.docx", lambda: word()[: len(word()) // 2]),
    "cut at the last byte": ("plan.docx", lambda: word()[:-1]),
    "document that is no XML": ("plan.docx", lambda: word("<w:p><w:r>")),
    "document without text": ("plan.docx", lambda: word("<w:p/>")),
    "hundred thousand levels": ("plan.docx", deep_word),
    "cell at the end of the world": (
        "plan.xlsx",
        lambda: sheet('<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    "PDF that inflates": ("plan.pdf", inflating_pdf),
    "PDF whose pages turn round": (
        "plan.pdf",
        lambda: pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 99999999 >>"),
    ),
    "PDF without pages": ("plan.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 2_000),
    "cut PDF": ("plan.pdf", lambda: pdf(*one_page(b"BT /F 12 Tf (Axe) Tj ET"))[:60]),
    "PDF of a scan": ("plan.pdf", lambda: pdf(*one_page(b"0 0 100 100 re f"))),
    "empty": ("plan.docx", lambda: b""),
    "spaces": ("plan.txt", lambda: b" \r\n\t" * 1_000),
    "zeros": ("plan.txt", lambda: bytes(100_000)),
    "noise": ("plan.txt", lambda: random.Random(2).randbytes(100_000)),
    "thirty-one megabytes": ("plan.txt", lambda: b"Axe 1\n" * 5_400_000),
    "one line of six megabytes": ("plan.csv", lambda: b"a;" * 3_000_000),
    "name read from right to left": ("plan\u202excod.exe", lambda: b"MZ" + bytes(99)),
}
"""What is sent: the name it is sent under, and its bytes. None of them may enter."""

SURVIVED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "deep page": ("plan.html", lambda: b"<html>" + b"<div>" * 100_000 + b"Axe 1"),
    "page of comments": ("plan.html", lambda: b"<html>Axe 1" + b"<!--" * 100_000),
    "page of broken tags": ("plan.html", lambda: b"<html>Axe 1" + b"<a b='" * 20_000),
    "stars": ("plan.md", lambda: b"Axe 1 " + b"**a " * 20_000 + b"*b" * 20_000),
    "brackets": ("plan.md", lambda: b"Axe 1 " + b"[" * 50_000 + b"](" * 50_000),
    "quotes": ("plan.csv", lambda: b'Axe;Action\n1;2\n"' + b'a;"' * 200_000),
    "wide cell": (
        "plan.docx",
        lambda: word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>Axe 1</w:t></w:r></w:p>'
            "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        ),
    ),
    "text far off the page": (
        "plan.pdf",
        lambda: pdf(
            *one_page(b"BT /F 12 Tf 99 700 Td (Axe 1) Tj ET BT /F 12 Tf 1 0 0 1 900000000 700 Tm (loin) Tj ET")
        ),
    ),
    "page with a program": (
        "plan.html",
        lambda: (
            b"<html><script>var Axe = 2</script><img src=x onerror=alert(1)><iframe src='file:///etc/passwd'>"
            b"</iframe><p onclick='x()'>Axe 1</p></html>"
        ),
    ),
}
"""What is read, since it says something, and must neither hang nor run."""
