"""The child process that reads one hostile file: it gives up its rights first, then does its one job."""

import importlib
import json
import os
import resource
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

LARGEST_ANSWER = 60_000_000
MOST_FILES = 64


def give_up_rights(seconds: int, megabytes: int) -> None:
    """Bound memory, processor time and written bytes; no core dump, no network."""
    limits = {
        resource.RLIMIT_AS: megabytes * 1024 * 1024,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: LARGEST_ANSWER,
        resource.RLIMIT_NOFILE: MOST_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in limits.items():
        hard = resource.getrlimit(limit)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # One second between the two limits of processor time: the signal then tells why the process ended.
        ceiling = bound + (limit == resource.RLIMIT_CPU)
        resource.setrlimit(limit, (bound, ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard)))
    with suppress(OSError, AttributeError):
        # A network namespace of its own has no interface; where the system refuses one, the line below still holds.
        os.unshare(os.CLONE_NEWNET if os.geteuid() == 0 else os.CLONE_NEWNET | os.CLONE_NEWUSER)
    socket.socket = _no_network  # type: ignore[assignment, misc]


def _no_network(*_: Any, **__: Any) -> NoReturn:
    raise PermissionError("no network here")


def answer(function_path: str, *arguments: Any) -> dict[str, Any]:
    """What the function gives, or the French sentence with which it refuses the file."""
    module, _, function = function_path.partition(":")
    call = getattr(importlib.import_module(module), function)
    try:
        return {"result": call(*arguments)}
    except Exception as error:
        message = getattr(error, "message_fr", None)
        if message is None:
            raise
        return {"refused": message}


def main() -> None:
    """Read one file and write one JSON object on what was standard output; nothing else may be written there."""
    function_path, path, name, seconds, megabytes, beside = sys.argv[1:]
    arguments = [Path(path), name] + ([sys.stdin.buffer.read()] if beside else [])
    out = os.dup(1)
    os.dup2(2, 1)
    give_up_rights(int(seconds), int(megabytes))
    written = json.dumps(answer(function_path, *arguments), ensure_ascii=False).encode()
    with os.fdopen(out, "wb") as stream:
        stream.write(written)


if __name__ == "__main__":
    main()
