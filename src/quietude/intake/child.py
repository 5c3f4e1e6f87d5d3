"""Runs a function on a file in a process of its own, bounded in memory, processor time and wall-clock time."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from quietude.intake.errors import NOTHING_IMPORTED, RefusedFile

SECONDS, MEGABYTES = 30, 512
LARGEST_RESULT = 60_000_000
TOO_LONG = (
    f"La lecture de ce fichier a été arrêtée\u00a0: elle prenait trop de temps. {NOTHING_IMPORTED} "
    "Gardez la seule partie qui décrit la stratégie, puis recommencez."
)
TOO_HEAVY = (
    f"La lecture de ce fichier a été arrêtée\u00a0: il demande trop de mémoire ou il est abîmé. {NOTHING_IMPORTED} "
    "Enregistrez-le à nouveau ou gardez la seule partie qui décrit la stratégie, puis recommencez."
)


def run_apart(
    function_path: str,
    path: Path,
    *,
    name: str = "",
    beside: bytes = b"",
    seconds: int = SECONDS,
    megabytes: int = MEGABYTES,
) -> Any:
    """What ``function_path`` ("package.module:function") gives for (path, name), as plain JSON data.

    ``beside``, when there is some, comes third: what the function needs to know of ours to read the file.

    The child has no network, a bare environment, at most ``megabytes`` of memory and ``seconds`` of time, after which
    it is killed. Raises RefusedFile with the function's own French sentence (an exception with ``message_fr``), or
    with the reason of the stop.
    """
    command = [sys.executable, "-m", "quietude.intake.worker", function_path, str(path), name]
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as known:
        known.write(beside)
        known.seek(0)
        child = subprocess.Popen(
            [*command, str(seconds), str(megabytes), "beside" if beside else ""],
            stdin=known,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8", "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        try:
            code = child.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise RefusedFile(TOO_LONG) from error
        finally:
            _kill(child)
        answer.seek(0)
        return _read_answer(answer.read(LARGEST_RESULT + 1), code)


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it may have started."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _read_answer(data: bytes, code: int) -> Any:
    if code == -signal.SIGXCPU:
        raise RefusedFile(TOO_LONG)
    if code != 0 or len(data) > LARGEST_RESULT:
        raise RefusedFile(TOO_HEAVY)
    answer = json.loads(data)
    if "refused" in answer:
        raise RefusedFile(answer["refused"])
    return answer["result"]
