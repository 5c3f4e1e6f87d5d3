"""Find a Python that Quiétude runs on: one that really answers, wherever it hides."""

import os
from pathlib import Path

from faults import Fault, answer, run, say

VERSIONS = ("3.14", "3.13", "3.12")
FETCHED = "3.13"
# A Python built without SQLite or TLS answers to --version and fails later: ask for what will be needed.
PROOF = """
import sqlite3, ssl, sys
if (3, 12) <= sys.version_info < (3, 15) and sqlite3.sqlite_version_info >= (3, 37):
    print(sys.executable)
"""


def find_python(uv, tools, journal):
    """Return the path of a Python >= 3.12, < 3.15: from PATH, else from pyenv, else fetched by uv under `tools`."""
    fetched = tools / "python"
    for candidate in [*on_path(), *under_pyenv(), *already_fetched(fetched)]:
        executable = answer(candidate, "-I", "-c", PROOF)
        if executable:
            return executable
    say(f"Téléchargement de Python {FETCHED} dans le dossier du projet…")
    places = dict(os.environ, UV_PYTHON_INSTALL_DIR=str(fetched), UV_PYTHON_INSTALL_BIN="0")
    run([uv, "python", "install", FETCHED], journal, **places)
    for candidate in already_fetched(fetched):
        executable = answer(candidate, "-I", "-c", PROOF)
        if executable:
            return executable
    raise Fault(
        "Aucun Python 3.12, 3.13 ou 3.14 ne répond sur cette machine et il n’a pas pu être téléchargé : "
        "installez-en un, ou vérifiez la connexion au réseau, puis relancez la commande."
    )


def on_path():
    """Every file of PATH with a fitting name, newest version first: the first of a name may be a shim that fails."""
    names = [f"python{version}" for version in VERSIONS] + ["python3"]
    return existing(Path(folder) / name for name in names for folder in os.get_exec_path())


def under_pyenv():
    """The versions that pyenv has installed, selected or not, under each root that this shell lets guess."""
    roots = [os.environ.get("PYENV_ROOT", ""), os.path.expanduser("~/.pyenv")]
    roots += [str(Path(folder).parent) for folder in os.get_exec_path() if Path(folder).name == "shims"]
    folders = dict.fromkeys(Path(root) / "versions" for root in roots if root)
    return existing(
        python
        for version in VERSIONS
        for folder in folders
        for python in sorted(folder.glob(f"{version}*/bin/python3"), reverse=True)
    )


def already_fetched(folder):
    return existing(sorted(folder.glob("*/bin/python3"), reverse=True))


def existing(paths):
    return [path for path in paths if os.access(str(path), os.X_OK)]
