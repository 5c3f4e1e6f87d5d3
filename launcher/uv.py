"""Find uv, which installs the dependencies, or put a pinned one inside the project folder."""

import os
import re
import shutil
from pathlib import Path

from faults import Fault, answer, run, say

PINNED = Path(__file__).with_name("uv.requirements.txt")
OLDEST = (0, 5)  # the first that knows every option used here
SAFELY = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check", "--retries", "1"]


def find_uv(python, tools, journal):
    """Return the path of a uv that answers, installed under `tools` with `python`'s means when the machine has none."""
    placed = tools / "uv"
    for folder in [*os.get_exec_path(), placed / "bin"]:
        if is_recent(Path(folder) / "uv"):
            return Path(folder) / "uv"
    say("Installation de uv dans le dossier du projet…")
    pip = find_pip(python, tools, journal)
    if run([*pip, "install", "--quiet", "--upgrade", "--target", placed, *SAFELY, "-r", PINNED], journal):
        raise Fault(
            "uv n’a pas pu être téléchargé : vérifiez la connexion au réseau, puis relancez la commande "
            f"(le détail est dans {journal})."
        )
    return placed / "bin" / "uv"


def is_recent(uv):
    """Tell whether this file is a uv that runs: a pyenv shim may stand for a version that is not there."""
    found = re.match(r"uv (\d+)\.(\d+)", answer(uv, "--version") or "") if os.access(str(uv), os.X_OK) else None
    return found is not None and (int(found.group(1)), int(found.group(2))) >= OLDEST


def find_pip(python, tools, journal):
    """Return a command that is pip: Python's own, else that of the venv module, else the same brought by apt-get."""
    if answer(python, "-m", "pip", "--version"):
        return [python, "-m", "pip"]
    folder = tools / "pip"
    if run([python, "-m", "venv", "--clear", folder], journal) == 0:
        return [folder / "bin" / "python", "-m", "pip"]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say("Installation de python3-venv par apt-get…")
        quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        run(["apt-get", "update"], journal, **quiet)
        run(["apt-get", "install", "-y", "python3-venv"], journal, **quiet)
        for brought in [python, *(Path(folder) / "python3" for folder in os.get_exec_path())]:
            if run([brought, "-m", "venv", "--clear", folder], journal) == 0:
                return [folder / "bin" / "python", "-m", "pip"]
    raise Fault(
        "uv ne peut pas être installé, car ce Python n’a ni pip ni venv : installez python3-venv "
        "(sous Debian ou Ubuntu : sudo apt install python3-venv), puis relancez la commande."
    )
