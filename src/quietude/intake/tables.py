"""A workbook or a separated text as rows of text. Runs in the bounded process: knows nothing of the base."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any


class NotATable(Exception):
    """The file holds no table; ``message_fr`` says what to do."""

    def __init__(self, message_fr: str) -> None:
        super().__init__(message_fr)
        self.message_fr = message_fr


def read_table(path: Path, name: str, *, largest: int, too_long: str, as_text: Callable[[Any], str]) -> list[list[str]]:
    """The rows of the first sheet of an XLSX, ODS or XLS workbook, or of a CSV file, each cell through ``as_text``.

    Raises NotATable for another kind of document, an empty one, or one of more than ``largest`` rows (``too_long``).
    """
    start = path.read_bytes()[:8]
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        rows = _read_workbook(path, largest + 1)
    elif start.startswith(b"%PDF") or name.lower().rpartition(".")[2] in ("html", "md", "pdf", "docx", "odt"):
        raise NotATable("Ce fichier n’est pas un tableur. Partez du modèle, ou enregistrez le vôtre en .xlsx.")
    else:
        rows = _read_csv(path.read_bytes())
    texts = [[as_text(cell) for cell in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    if not texts:
        raise NotATable("Ce tableau est vide. Rien n’a été importé.")
    if len(texts) > largest:
        raise NotATable(too_long)
    return texts


def _read_workbook(path: Path, most: int) -> list[list[Any]]:
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(str(path))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False) if book.sheet_names else []
    except CalamineError as error:
        raise NotATable("Ce fichier n’est pas un tableur, ou il est abîmé. Enregistrez-le à nouveau.") from error
    return rows[:most]


def _read_csv(data: bytes) -> list[list[Any]]:
    text = _decode(data)
    first = text.split("\n", 1)[0]
    delimiter = max(";\t,", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise NotATable("Ce fichier .csv ne se lit pas. Enregistrez-le à nouveau depuis votre tableur.") from error


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def cell_text(cell: Any) -> str:
    """A cell as it reads: 3 rather than 3.0, dates in French, the guard of a text that looks like a formula gone."""
    if isinstance(cell, str):
        text = cell.replace("\x00", "").strip()
        return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text
    if isinstance(cell, bool) or cell is None:
        return ""
    if isinstance(cell, (datetime, date)):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
