"""Key files of one installation: made at first run, readable by the service alone."""

import os
import secrets
from pathlib import Path


def read_or_create_secret(path: Path, length: int = 48) -> str:
    """Return the secret kept at ``path``, made with mode 0600 on first use.

    Two processes starting together agree on one secret: the file is created exclusively.
    Raises OSError where the folder cannot be written.
    """
    try:
        return path.read_text("ascii")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(length))
    return path.read_text("ascii")
