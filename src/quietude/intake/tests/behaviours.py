"""What a reader gone wrong would do in the child process: one function per misbehaviour."""

import socket
import sys
import time
from pathlib import Path
from typing import Any, NoReturn


class Refusal(Exception):
    message_fr = "Ce fichier ne contient aucun texte lisible."


def read(path: Path, name: str) -> dict[str, Any]:
    """A reader that works, and talks too much."""
    print("chatter on standard output")
    sys.stdout.flush()
    return {"text": path.read_text(), "name": name}


def refuse(path: Path, name: str) -> NoReturn:
    raise Refusal


def fail(path: Path, name: str) -> NoReturn:
    raise ValueError(f"cannot read {path}")


def swell(path: Path, name: str) -> int:
    return len([bytearray(1_000_000) for _ in range(4_000)])


def run_for_ever(path: Path, name: str) -> NoReturn:
    while True:
        pass


def sleep(path: Path, name: str) -> None:
    time.sleep(60)


def call_home(path: Path, name: str) -> str:
    try:
        socket.create_connection(("127.0.0.1", int(name)), timeout=1)
    except PermissionError:
        return "refused"
    return "connected"


def answer_at_length(path: Path, name: str) -> str:
    return "x" * 100_000_000


def tell_environment(path: Path, name: str) -> dict[str, str]:
    import os

    return dict(os.environ)
