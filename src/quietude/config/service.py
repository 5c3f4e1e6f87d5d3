"""Prepare the bases, then open Quiétude: what `demo` and `serve` have in common."""

import subprocess
import sys

from quietude.config.processes import Child, answers, check_port, run_tree
from quietude.config.refusal import Refusal

PYTHON = [sys.executable, "-P", "-m"]


def manage(*words: str, purpose: str) -> None:
    """Run one of Django's commands in a process of its own; raises Refusal, naming the purpose, when it fails."""
    done = subprocess.run([*PYTHON, "quietude", "manage", *words], stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise Refusal(f"{purpose} : échec (les lignes ci-dessus disent pourquoi). Rien n’a été ouvert.")


def prepare() -> None:
    """Bring the base and the static files up to date with the code."""
    manage("prepare", purpose="Préparation de la base et des pages")


def open_doors(host: str, port: int, workers: int = 1, first_run: bool = False) -> None:
    """Serve until Ctrl-C or SIGTERM; print the address once it answers, and the first-run link when asked to."""
    check_port(host, port)
    server = Child("Serveur", granian(host, port, workers))
    worker = Child("Tâches", [*PYTHON, "quietude", "manage", "work"])
    scheduler = Child("Échéances", [*PYTHON, "quietude", "manage", "schedule"])

    def announce() -> None:
        print(f"Quiétude est ouverte : {address(host, port)}  (Ctrl-C pour arrêter)", flush=True)
        if first_run:
            manage("first_run", purpose="Première ouverture")

    run_tree(server, [worker, scheduler], lambda: answers(host, port), announce)


def address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def granian(host: str, port: int, workers: int) -> list[str]:
    """The server's command; few threads, for each holds a connection to the base."""
    where = ["--host", host, "--port", str(port), "--workers", str(workers)]
    manner = ["--interface", "wsgi", "--no-ws", "--blocking-threads", "4", "--log-level", "warning"]
    return [*PYTHON, "granian", *where, *manner, "quietude.config.wsgi:application"]
