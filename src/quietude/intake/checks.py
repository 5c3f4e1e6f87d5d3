"""May this file enter? The answer before anything parses it."""

import zipfile
from pathlib import Path

from quietude.intake.archives import zipped_kind
from quietude.intake.errors import refused
from quietude.intake.kinds import ZIP, FileKind, plain_kind
from quietude.intake.names import suffix_of

LARGEST_MEGABYTES = 25
LARGEST = LARGEST_MEGABYTES * 1024 * 1024


def check_size(size: int) -> None:
    """Raises RefusedFile for an empty or an oversized file."""
    if size == 0:
        raise refused("il est vide")
    if size > LARGEST:
        megabytes = -(-size // (1024 * 1024))
        raise refused(f"{megabytes} Mo, la limite est {LARGEST_MEGABYTES} Mo")


def check_upload(path: Path, name: str) -> FileKind:
    """The real kind of the file at ``path``, which its sender called ``name``; raises RefusedFile for one not let in.

    Nothing is parsed nor unpacked: bytes are looked at, zipped parts are read in pieces that are thrown away.
    """
    check_size(path.stat().st_size)
    with path.open("rb") as opened:
        start = opened.read(8)
    if start.startswith(ZIP):
        return zipped_kind(path)
    data = path.read_bytes()
    if not data.strip():
        raise refused("il est vide")
    kind = plain_kind(data, suffix_of(name))
    if kind is FileKind.PDF and zipfile.is_zipfile(path):
        raise refused("ce n’est pas un document ordinaire\u00a0: d’autres données y sont cachées")
    return kind
