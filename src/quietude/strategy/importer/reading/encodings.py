"""Bytes to text for files that do not say, or say wrongly, how they are encoded."""

import codecs

from .errors import UNKNOWN, UnreadableFile

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In order of preference: Windows, then the old Macintosh and DOS tables that archives still hold.
ONE_BYTE = ("cp1252", "mac_roman", "cp850")
FRENCH = frozenset("àâçéèêëîïôùûüœÀÂÇÉÈÊËÎÏÔÙÛŒ’‘“”«»–—…•°€ \u00a0")
SAMPLE = 200_000


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``: its byte order mark, the ``declared`` encoding, UTF-8, then the likeliest old table.

    Raises UnreadableFile for what is not text.
    """
    text = _decoded(data, declared).replace("\r\n", "\n").replace("\r", "\n")
    if is_binary(text):
        raise UnreadableFile(UNKNOWN)
    return text


def is_binary(text: str) -> bool:
    """Does the sample hold more control characters than any text would?"""
    sample = text[:SAMPLE]
    controls = sum(1 for c in sample if c < " " and c not in "\t\n\f\v\x1a\x1b")
    return controls * 100 > len(sample) or "\x00" in sample


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, marked in MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace")
    if encoding := _unmarked_utf16(data):
        return data.decode(encoding, errors="replace")
    for candidate in ("utf-8", declared):
        if candidate and _is_text_encoding(candidate):
            try:
                return data.decode(candidate)
            except UnicodeError:
                continue
    return _damaged_utf8(data) or max(_one_byte_readings(data), key=_looks_french)


def _is_text_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding and name.lower() not in ("idna", "punycode", "unicode_escape")
    except (LookupError, ValueError):
        return False


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:2000]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.8 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.8 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 in which few characters are broken (a cut file, a bad copy) stays UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    accented = sum(1 for c in text if c > "\x7f") - broken
    return text if accented > 10 * broken else None


def _one_byte_readings(data: bytes) -> list[str]:
    return [data.decode(encoding, errors="replace") for encoding in ONE_BYTE]


def _looks_french(text: str) -> int:
    return sum(1 if c in FRENCH else -1 for c in text[:SAMPLE] if c > "\x7f")
