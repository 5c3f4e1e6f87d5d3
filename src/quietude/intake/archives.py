"""Looks into a zipped document without unpacking it: sizes, names, links, macros, entities; the first doubt refuses."""

import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from quietude.intake.errors import refused
from quietude.intake.kinds import PROTECTED, UNKNOWN, FileKind, macros

MOST_ENTRIES = 2_000
LARGEST_DIRECTORY = 1_000_000
MOST_BYTES = 100_000_000
MOST_RATIO = 100
RATIO_FROM = 1_000_000
"""Below this size, the ratio says nothing: a small part full of spaces harms nobody."""
CHUNK = 65_536
LOCAL_HEADER = 30
BOMB = "une fois ouvert, il prendrait une place démesurée (limite\u00a0: 100 Mo)"
DAMAGED = "il est abîmé ou incomplet\u202f; enregistrez-le à nouveau et recommencez"
ENTITIES = "il contient des références externes ou des entités XML"
MACRO_PART = re.compile(r"vba(?:project|data)|(?:^|/)macros?(?:/|sheets/)|^basic/|^scripts/", re.IGNORECASE)
DECLARATIONS = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D\x00O\x00C\x00T|E\x00N\x00T\x00I)|\x00<\x00!\x00(?:D\x00O|E\x00N)", re.I
)
XML_PART = re.compile(r"\.(?:xml|rels|rdf)$", re.IGNORECASE)
EMBEDDED = re.compile(r"embeddings/|^object|objectreplacements/", re.IGNORECASE)
ARCHIVES = (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ")
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": FileKind.ODT,
    b"application/vnd.oasis.opendocument.text-template": FileKind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileKind.ODS,
    b"application/vnd.oasis.opendocument.spreadsheet-template": FileKind.ODS,
}


def zipped_kind(path: Path) -> FileKind:
    """The kind of the zipped document at ``path``; raises RefusedFile for a hostile, damaged or unknown archive."""
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_entries(entries, path.stat().st_size)
            _check_contents(archive, entries)
            return _kind(archive, {entry.filename for entry in entries})
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise refused(DAMAGED) from error


def _check_directory(path: Path) -> None:
    """The directory at the end of the archive announces a bearable number of entries, and nothing stands around it."""
    size = path.stat().st_size
    with path.open("rb") as opened:
        opened.seek(max(0, size - CHUNK - 22))
        tail = opened.read()
    position = tail.rfind(b"PK\x05\x06")
    if position < 0 or len(tail) - position < 22:
        raise refused(DAMAGED)
    entries, length, start, comment = struct.unpack("<HIIH", tail[position + 10 : position + 22])
    if entries > MOST_ENTRIES or length > LARGEST_DIRECTORY:
        raise refused("il contient trop d’éléments (limite\u00a0: 2\u202f000)")
    end = size - len(tail) + position
    if start + length != end or end + 22 + comment != size:
        raise refused("ce n’est pas un document ordinaire\u00a0: d’autres données y sont cachées")


def _check_entries(entries: list[zipfile.ZipInfo], size: int) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES:
        raise refused("il contient trop d’éléments (limite\u00a0: 2\u202f000)")
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused(PROTECTED)
    if sum(entry.file_size for entry in entries) > MOST_BYTES or any(_is_swollen(entry) for entry in entries):
        raise refused(BOMB)
    if any(_leads_out(name) for name in names) or len(set(map(str.lower, names))) < len(names):
        raise refused("les noms de ses éléments sont trompeurs")
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        raise refused("il contient un lien vers un autre fichier")
    if any(MACRO_PART.search(name) for name in names):
        raise macros()
    _check_no_overlap(entries, size)


def _is_swollen(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or "\x00" in name or ":" in name[:3] or ".." in name.split("/")


def _check_no_overlap(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Two entries that share the same compressed bytes are a bomb that its announced sizes do not show."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise refused(BOMB)
        end = (
            entry.header_offset
            + LOCAL_HEADER
            + len(entry.orig_filename.encode("utf-8", "replace"))
            + entry.compress_size
        )
    if end > size + LOCAL_HEADER:
        raise refused(DAMAGED)


def _check_contents(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Read every part once, in small pieces: the real size, document types and entities, archives in the archive."""
    total = 0
    for entry in entries:
        is_xml = XML_PART.search(entry.filename) is not None
        before = b""
        with archive.open(entry) as part:
            while piece := part.read(CHUNK):
                if not before and piece.startswith(ARCHIVES) and not EMBEDDED.search(entry.filename):
                    raise refused("il contient une autre archive")
                total += len(piece)
                if total > MOST_BYTES:
                    raise refused(BOMB)
                if is_xml and DECLARATIONS.search(before[-32:] + piece):
                    raise refused(ENTITIES)
                before = piece


def _kind(archive: zipfile.ZipFile, names: set[str]) -> FileKind:
    mimetype = archive.read("mimetype")[:100].strip() if "mimetype" in names else b""
    if mimetype in OPEN_DOCUMENT:
        if "encryption-data" in _text(archive, names, "META-INF/manifest.xml"):
            raise refused(PROTECTED)
        return OPEN_DOCUMENT[mimetype]
    types = _text(archive, names, "[Content_Types].xml")
    if "macroEnabled" in types:
        raise macros()
    if "wordprocessingml.document.main" in types or "wordprocessingml.template.main" in types:
        return FileKind.DOCX
    if "spreadsheetml.sheet.main" in types or "spreadsheetml.template.main" in types:
        return FileKind.XLSX
    if "presentationml" in types or b"opendocument.presentation" in mimetype:
        raise refused("les diaporamas ne sont pas lus\u202f; enregistrez la présentation en PDF et recommencez")
    raise refused(UNKNOWN)


def _text(archive: zipfile.ZipFile, names: set[str], name: str) -> str:
    return archive.read(name).decode("utf-8", "replace") if name in names else ""
