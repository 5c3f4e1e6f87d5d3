"""Chooses the reader from the content of the file; the name decides only between kinds of plain text."""

import re

from ..lines import Source
from .encodings import decode
from .errors import NO_TEXT, TOO_LARGE, UnreadableFile
from .markdown import read_markdown
from .plain import read_plain
from .web import read_web

WEB_START = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
WEB_TAG = re.compile(rb"<(?:p|div|h[1-6]|ul|ol|table|span|section|article|main)\b[^>]{0,500}>", re.I)
MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
LARGEST_TEXT = 5_000_000


def read_bytes(data: bytes, name: str) -> Source:
    """The source in ``data``, a non-empty file called ``name``; raises UnreadableFile."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    source = _reader(data, suffix)
    if not source.lines:
        raise UnreadableFile(NO_TEXT)
    return source


def _reader(data: bytes, suffix: str) -> Source:
    if WEB_START.match(data[:8192].replace(b"\x00", b"")) or (suffix in ("html", "htm", "xhtml") and WEB_TAG.search(data)):
        return read_web(data)
    text = decode(data)
    if len(text) > LARGEST_TEXT:
        raise UnreadableFile(TOO_LARGE)
    if suffix in ("md", "markdown") or (not suffix and MARKDOWN_HEADING.search(text)):
        return read_markdown(text)
    return read_plain(text)
