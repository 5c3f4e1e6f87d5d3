"""A spreadsheet as rows of text. Runs in the bounded process of ``intake``: knows nothing of the base."""

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

LARGEST = 5000
"""Rows read at most: a directory of members has hundreds."""


class NotATable(Exception):
    """The file holds no table of members; ``message_fr`` says what to do."""

    def __init__(self, message_fr: str) -> None:
        super().__init__(message_fr)
        self.message_fr = message_fr


def read_rows(path: Path, name: str) -> list[list[str]]:
    """The rows of the first sheet of an XLSX, ODS or XLS workbook, or of a CSV file, each cell as text.

    Raises NotATable for another kind of document, an empty one, or one of more than 5,000 rows.
    """
    start = path.read_bytes()[:8]
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        rows = _read_workbook(path)
    elif start.startswith(b"%PDF") or name.lower().rpartition(".")[2] in ("html", "md", "pdf", "docx", "odt"):
        raise NotATable("Ce fichier n’est pas un tableur. Partez du modèle, ou enregistrez le vôtre en .xlsx.")
    else:
        rows = _read_csv(path.read_bytes())
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise NotATable("Ce tableau est vide. Rien n’a été importé.")
    if len(rows) > LARGEST:
        raise NotATable("Ce tableau dépasse 5 000 lignes : ce n’est pas un annuaire de conseil.")
    return rows


def _read_workbook(path: Path) -> list[list[str]]:
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(str(path))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False) if book.sheet_names else []
    except CalamineError as error:
        raise NotATable("Ce fichier n’est pas un tableur, ou il est abîmé. Enregistrez-le à nouveau.") from error
    return [[_text(cell) for cell in row] for row in rows[: LARGEST + 1]]


def _read_csv(data: bytes) -> list[list[str]]:
    text = _decode(data)
    first = text.split("\n", 1)[0]
    delimiter = max(";\t,", key=first.count)
    try:
        return [[_text(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise NotATable("Ce fichier .csv ne se lit pas. Enregistrez-le à nouveau depuis votre tableur.") from error


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _text(cell: Any) -> str:
    """A cell as it reads: 3 rather than 3.0, dates in French, the guard of a text that looks like a formula gone."""
    if isinstance(cell, bool) or cell is None:
        return ""
    if isinstance(cell, (datetime, date)):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = " ".join(str(cell).replace("\x00", "").split())
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text
