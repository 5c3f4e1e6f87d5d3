"""Prepare the bases, then open Quiétude: what `demo` and `serve` have in common."""

import subprocess
import sys
from pathlib import Path

from quietude.config.processes import Child, answers, check_port, run_tree
from quietude.config.refusal import Refusal

PYTHON = [sys.executable, "-P", "-m"]


def manage(*words: str, purpose: str) -> None:
    """Run one of Django's commands in a process of its own; raises Refusal, naming the purpose, when it fails."""
    done = subprocess.run([*PYTHON, "quietude", "manage", *words], stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise Refusal(f"{purpose} : échec (les lignes ci-dessus disent pourquoi). Rien n’a été ouvert.")


def prepare(data: Path) -> None:
    """Bring the bases and the static files up to date with the code."""
    manage("migrate", "--verbosity", "0", purpose="Mise à jour de la base")
    manage("collectstatic", "--no-input", "--verbosity", "0", purpose="Préparation des pages")
    (data / "uploads").mkdir(mode=0o700, exist_ok=True)


def open_doors(host: str, port: int, workers: int = 1) -> None:
    """Serve until Ctrl-C or SIGTERM; print the address once it answers."""
    check_port(host, port)
    server = Child("Serveur", granian(host, port, workers))
    worker = Child("Tâches", [*PYTHON, "quietude", "manage", "work"])
    scheduler = Child("Échéances", [*PYTHON, "quietude", "manage", "schedule"])
    run_tree(server, [worker, scheduler], lambda: answers(host, port), lambda: announce(host, port))


def granian(host: str, port: int, workers: int) -> list[str]:
    options = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers), "--no-ws"]
    return [*PYTHON, "granian", *options, "--log-level", "warning", "quietude.config.wsgi:application"]


def announce(host: str, port: int) -> None:
    name = f"[{host}]" if ":" in host else host
    print(f"Quiétude est ouverte : http://{name}:{port}  (Ctrl-C pour arrêter)", flush=True)
