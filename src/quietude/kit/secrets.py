"""Key files of one installation: made at first run, readable by the service alone."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def read_or_create_secret(path: Path, length: int = 48) -> str:
    """Return the secret kept at ``path``, made with mode 0600 on first use, in a folder closed to others.

    Two processes starting together agree on one secret: the file appears whole, once.
    Raises OSError where the folder cannot be written.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(path, secrets.token_urlsafe(length))
    return path.read_text("ascii")


def _write_once(path: Path, secret: str) -> None:
    """Write beside, then give the name: who comes second finds the file of the first."""
    descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=".key-")
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secret)
            file.flush()
            os.fsync(descriptor)
        with suppress(FileExistsError):
            os.link(beside, path)
    finally:
        Path(beside).unlink()
