"""Build the project's virtual environment from a lock, or bring it up to date: nothing half-made is taken for ready."""

import fcntl
import filecmp
import os
import shutil
from contextlib import contextmanager

from faults import Fault, answer, run, say
from pythons import find_python
from uv import find_uv

RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"


def prepare(root, lock, python):
    """Make `root/.venv` hold exactly the packages of `lock`; `python` is the command of any Python from 3.8.

    Raises Fault with one French sentence when that cannot be done.
    """
    tools, venv = root / ".tools", root / ".venv"
    tools.mkdir(exist_ok=True)
    with alone(tools / "lock"):
        if is_ready(venv, lock):
            return
        journal = tools / "journal.txt"
        journal.write_text("", "utf-8")
        settle_downloads(tools)
        uv = find_uv(python, tools, journal)
        if not is_sound(venv):
            build(venv, uv, find_python(uv, tools, journal), journal)
        install(root, venv, lock, uv, journal)


@contextmanager
def alone(path):
    """Let one start at a time touch the environment: several may run side by side."""
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Une autre commande prépare l’installation : attente de la fin…")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_ready(venv, lock):
    """The same question as the start script's: installed from this very lock, and still able to import."""
    copy = venv / lock.name
    return copy.exists() and filecmp.cmp(str(copy), str(lock), shallow=False) and is_sound(venv)


def is_sound(venv):
    """Tell whether an installation once ended here and still answers; a broken or interrupted one is made anew."""
    recorded = (venv / RUNTIME).exists()
    return recorded and answer(venv / "bin" / "python", "-P", "-c", "import quietude, django") is not None


def build(venv, uv, python, journal):
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    elif venv.exists():
        shutil.rmtree(str(venv))
    if run([uv, "venv", "--quiet", "--no-project", "--python", python, venv], journal):
        raise Fault(f"L’environnement Python {venv} n’a pas pu être créé avec {python} (le détail est dans {journal}).")


def install(root, venv, lock, uv, journal):
    """Install with hashes, then record the lock: the record goes first and comes back last."""
    for name in (RUNTIME, DEVELOPMENT):
        if (venv / name).exists():
            (venv / name).unlink()
    say("Installation des dépendances dans le dossier du projet (la première fois, jusqu’à quelques minutes)…")
    command = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", venv / "bin" / "python", lock]
    if run(command, journal):
        raise Fault(explain(journal))
    for site in venv.glob("lib/python*/site-packages"):
        (site / "quietude.pth").write_text("../../../../src\n", "utf-8")
    for name in {RUNTIME, lock.name}:
        shutil.copyfile(str(root / name), str(venv / name))


def settle_downloads(tools):
    """uv keeps its downloads at home, or inside the project folder where there is no home to write in.

    It trusts the system's certificates: an administration's network often adds its own.
    """
    home = os.path.expanduser("~")
    if not (os.path.isdir(home) and os.access(home, os.W_OK)):
        os.environ.setdefault("UV_CACHE_DIR", str(tools / "cache"))
    if os.path.exists("/etc/ssl/certs/ca-certificates.crt"):
        for name in ("UV_SYSTEM_CERTS", "UV_NATIVE_TLS"):  # the second for a uv that predates the first
            os.environ.setdefault(name, "1")


def explain(journal):
    if "hash mismatch" in journal.read_text("utf-8", "replace").lower():
        return (
            "Un paquet téléchargé n’a pas l’empreinte attendue : rien n’a été gardé ; "
            f"vérifiez le dépôt de paquets utilisé, puis relancez la commande (le détail est dans {journal})."
        )
    return (
        "Les dépendances n’ont pas pu être téléchargées : vérifiez la connexion au réseau, puis relancez la commande "
        f"(le détail est dans {journal})."
    )
