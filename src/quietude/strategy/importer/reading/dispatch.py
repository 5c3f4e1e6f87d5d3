"""Chooses the reader from the content of the file; the name decides only between kinds of plain text."""

import re

from ..lines import Source
from .encodings import decode
from .errors import NO_TEXT, PROTECTED, TOO_LARGE, UNKNOWN, UnreadableFile
from .markdown import read_markdown
from .opendocument import read_opendocument
from .package import Package
from .plain import read_plain
from .separated import read_separated
from .spreadsheet import read_spreadsheet
from .web import read_web
from .word import main_part, read_word

WEB_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
WEB_TAG = re.compile(rb"<(?:p|div|h[1-6]|ul|ol|table|span|section|article|main)\b[^>]{0,500}>", re.I)
MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
LARGEST_TEXT = 5_000_000
OLD_WORD = (
    "Ce document est dans l’ancien format de Word (.doc ou .rtf). Ouvrez-le, enregistrez-le en .docx, puis recommencez."
)
SLIDES = "Les diaporamas ne sont pas lus directement. Enregistrez la présentation en PDF, puis importez ce PDF."
PICTURE = (
    "Ce fichier est une image\u202f: il ne contient pas de texte. "
    "Retrouvez le document d’origine ou faites-en reconnaître le texte, puis recommencez."
)


def read_bytes(data: bytes, name: str) -> Source:
    """The source in ``data``, a non-empty file called ``name``; raises UnreadableFile."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if data.startswith(b"PK\x03\x04"):
        source = _packaged(data)
    elif b"%PDF-" in data[:1024]:
        from .pdf import read_pdf

        source = read_pdf(data)
    elif data.startswith(OLE):
        source = _compound(data)
    else:
        source = _textual(data, suffix)
    if not source.lines:
        raise UnreadableFile(NO_TEXT)
    return source


def _packaged(data: bytes) -> Source:
    """A zipped document: OpenDocument says its type in a part of its own, Word and Excel by their main part."""
    package = Package(data)
    mimetype = package.part("mimetype", 200).strip()
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return read_opendocument(package)
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return read_spreadsheet(data, "ods", package)
    if (
        mimetype.startswith(b"application/vnd.oasis.opendocument.presentation")
        or "ppt/presentation.xml" in package.names
    ):
        raise UnreadableFile(SLIDES)
    if "xl/workbook.xml" in package.names or "xl/workbook.bin" in package.names:
        return read_spreadsheet(data, "xlsx")
    if main_part(package) in package.names:
        return read_word(package)
    raise UnreadableFile(UNKNOWN)


def _compound(data: bytes) -> Source:
    """The container of Office before 2007, also used to hold a document encrypted by a password."""
    if _utf16("EncryptedPackage") in data:
        raise UnreadableFile(PROTECTED)
    if _utf16("WordDocument") in data:
        raise UnreadableFile(OLD_WORD)
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return read_spreadsheet(data, "xls")
    raise UnreadableFile(UNKNOWN)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _textual(data: bytes, suffix: str) -> Source:
    if data.startswith(PICTURES):
        raise UnreadableFile(PICTURE)
    if data.startswith(b"{\\rtf"):
        raise UnreadableFile(OLD_WORD)
    start = data[:8192].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if WEB_START.match(start) or (suffix in ("html", "htm", "xhtml") and WEB_TAG.search(start)):
        return read_web(data)
    text = decode(data)
    if len(text) > LARGEST_TEXT:
        raise UnreadableFile(TOO_LARGE)
    if start.lstrip().startswith((b"<?xml", b"<svg")):
        raise UnreadableFile(UNKNOWN)
    if suffix in ("md", "markdown") or (not suffix and MARKDOWN_HEADING.search(text)):
        return read_markdown(text)
    if suffix in ("csv", "tsv") and (table := read_separated(text)):
        return table
    return read_plain(text)
