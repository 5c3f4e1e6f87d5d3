"""Reads a file of any supported format into lines with their layout; knows nothing of what a strategy is.

``read_source`` looks at the content, never at the extension alone. In every ``Line`` the text is in NFC, on one line,
with plain spaces; nothing that a reader of the page cannot see is there. Bullets and numbers stand in ``marker`` where
the file keeps them apart (.docx, .odt, .html, .md); in .txt, .pdf, .csv and workbooks they stay in the text as typed.
Breaks inside one paragraph give several lines under the same ``number``. A table is read as one "row" line per row,
``cells`` holding line feeds between the paragraphs of a cell; a table of one column is read as ordinary paragraphs.
"""

from pathlib import Path

from ..lines import Source
from .dispatch import read_bytes
from .errors import DAMAGED, EMPTY, TOO_LARGE, UnreadableFile

__all__ = ["LARGEST", "UnreadableFile", "read_source"]

LARGEST = 25 * 1024 * 1024


def read_source(path: Path, name: str | None = None) -> Source:
    """Everything that can be read in the file at ``path``; ``name``, as its owner called it, is only a hint.

    Raises UnreadableFile, with a sentence in French for the screen, and nothing else, whatever the bytes are.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UnreadableFile(TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            "Ce fichier n’a pas pu être ouvert. Vérifiez qu’il existe et qu’il est lisible."
        ) from error
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(EMPTY)
    try:
        return read_bytes(data, name or path.name)
    except UnreadableFile:
        raise
    except Exception as error:  # the libraries raise anything on a broken file; whoever sent it needs one sentence
        raise UnreadableFile(DAMAGED) from error
