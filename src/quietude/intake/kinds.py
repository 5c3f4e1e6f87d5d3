"""What a file really is: told from its bytes; the name decides only between kinds of plain text."""

import codecs
import re
from enum import StrEnum

from quietude.intake.errors import RefusedFile, refused


class FileKind(StrEnum):
    """The kinds of document that may enter."""

    TXT = "txt"
    MD = "md"
    CSV = "csv"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"


ACCEPTED = "les formats acceptés sont .docx, .odt, .pdf, .xlsx, .ods, .xls, .csv, .html, .md et .txt"
UNKNOWN = f"son contenu n’est pas celui d’un document connu\u202f; {ACCEPTED}"
PROTECTED = "il est protégé par un mot de passe\u202f; retirez la protection et recommencez"
OLD_WORD = "l’ancien format de Word (.doc, .rtf) n’est pas lu\u202f; enregistrez le document en .docx et recommencez"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOT_DOCUMENTS = {
    b"MZ": "c’est un programme, pas un document",
    b"\x7fELF": "c’est un programme, pas un document",
    b"\xca\xfe\xba\xbe": "c’est un programme, pas un document",
    b"#!": "c’est un programme, pas un document",
    b"7z\xbc\xaf\x27\x1c": "c’est une archive, pas un document",
    b"Rar!": "c’est une archive, pas un document",
    b"\x1f\x8b": "c’est une archive, pas un document",
    b"BZh": "c’est une archive, pas un document",
    b"\xfd7zXZ": "c’est une archive, pas un document",
    b"\x89PNG": "c’est une image, sans texte à lire",
    b"\xff\xd8\xff": "c’est une image, sans texte à lire",
    b"GIF8": "c’est une image, sans texte à lire",
    b"{\\rtf": OLD_WORD,
}
MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(!doctype\s+html|[a-z][\w:-]*)", re.I | re.S
)
TEXT_KINDS = {"md": FileKind.MD, "markdown": FileKind.MD, "csv": FileKind.CSV, "tsv": FileKind.CSV}
START = 4096


def plain_kind(data: bytes, suffix: str) -> FileKind:
    """The kind of a file that is no zip, from its bytes; raises RefusedFile for what is not a document."""
    for magic, reason in NOT_DOCUMENTS.items():
        if data.startswith(magic):
            raise refused(reason)
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    if data.startswith(OLE):
        return _compound(data)
    if not _is_text(data):
        raise refused(UNKNOWN)
    return _text_kind(data, suffix)


def _compound(data: bytes) -> FileKind:
    """Office before 2007: workbooks are read; the same container holds documents encrypted by a password."""
    if _stream("EncryptedPackage") in data:
        raise refused(PROTECTED)
    if _stream("_VBA_PROJECT") in data or _stream("Macros") in data:
        raise macros()
    if _stream("WordDocument") in data:
        raise refused(OLD_WORD)
    if _stream("Workbook") in data or _stream("Book") in data:
        return FileKind.XLS
    raise refused(UNKNOWN)


def _stream(name: str) -> bytes:
    """How a stream is named in the directory of a compound file."""
    return name.encode("utf-16-le")


def macros() -> RefusedFile:
    """The refusal of a document that holds a program."""
    return refused("il contient des macros\u202f; enregistrez-le sans macros (.docx, .xlsx, .odt, .ods) et recommencez")


def _is_text(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    controls = sum(data.count(bytes([code])) for code in range(32) if code not in b"\t\n\f\v\r\x1a\x1b")
    return controls * 100 <= len(data) and b"\x00" not in data or _is_unmarked_utf16(data[:START])


def _is_unmarked_utf16(start: bytes) -> bool:
    half = len(start) // 2
    return half > 2 and max(start[0::2].count(0), start[1::2].count(0)) > 0.8 * half > 4 * min(
        start[0::2].count(0), start[1::2].count(0)
    )


def _text_kind(data: bytes, suffix: str) -> FileKind:
    start = data[: 2 * START].replace(b"\x00", b"").lstrip(codecs.BOM_UTF8 + codecs.BOM_UTF16_LE)
    found = MARKUP.match(start)
    if found and (found[1].lower() == b"svg" or re.match(rb"\s*(?:<\?xml[^>]*>\s*)?<!doctype\s+svg", start, re.I)):
        raise refused("c’est un dessin (SVG), pas un document")
    if found and (found[1].lower().startswith(b"!doctype") or found[1].lower() in (b"html", b"head", b"body")):
        return FileKind.HTML
    if start.lstrip().startswith((b"<?xml", b"<!DOCTYPE", b"<!ENTITY")):
        raise refused(UNKNOWN)
    if suffix in ("html", "htm", "xhtml") and found:
        return FileKind.HTML
    return TEXT_KINDS.get(suffix, FileKind.TXT)
