"""The data folder of one installation (bases, key files, uploads): labelled with its use, one instance at a time."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from quietude.config.refusal import Refusal, reason

LABEL = "usage.txt"
LOCK = "instance.lock"


class Use(StrEnum):
    """What a data folder is for; the value is what its label says."""

    DEMO = "démonstration"
    REAL = "usage réel"


@contextmanager
def held(folder: Path, use: Use, fresh: bool = False) -> Iterator[None]:
    """Hold the folder for this use until the block ends, emptied first when `fresh`.

    Raises Refusal, with nothing touched, when the folder cannot be written, is in use, or serves another use.
    """
    make(folder)
    check_use(folder, use)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(
                f"Le dossier de données {folder} sert déjà à une autre instance de Quiétude : "
                "arrêtez-la, ou choisissez un autre dossier avec --data."
            ) from None
        if fresh:
            empty(folder)
        (folder / LABEL).write_text(f"{use}\n", "utf-8")
        yield


def is_held(folder: Path) -> bool:
    """Tell whether an instance of this machine is running on this folder."""
    try:
        with (folder / LOCK).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def check_use(folder: Path, use: Use) -> None:
    found = read_label(folder)
    if found is None and foreign(folder):
        raise Refusal(f"Le dossier {folder} contient autre chose que les données de Quiétude : choisissez-en un autre.")
    if found not in (None, use):
        raise Refusal(
            f"Le dossier de données {folder} est réservé à un autre emploi ({found}) : "
            "choisissez un autre dossier avec --data."
        )


def make(folder: Path) -> None:
    """Create the folder if needed, for its owner only, and prove that it can be written."""
    proof = folder / ".ecriture"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        proof.write_text("", "utf-8")
        proof.unlink()
    except OSError as error:
        raise Refusal(
            f"Le dossier de données {folder} n’est pas accessible en écriture ({reason(error)}) : "
            "choisissez un autre dossier avec --data."
        ) from None


def read_label(folder: Path) -> Use | None:
    try:
        return Use((folder / LABEL).read_text("utf-8").strip())
    except (FileNotFoundError, ValueError):
        return None


def foreign(folder: Path) -> bool:
    """Tell whether an unlabelled folder holds someone else's files: they must never be mixed with ours, nor emptied."""
    ours = {LOCK, "secret.key", "register.key", "quietude.sqlite3"}
    return any(path.name not in ours for path in folder.iterdir())


def empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name == LOCK:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
