"""The process tree: it opens once it answers, heals, and ends as a whole."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quietude.config.processes import Child, answers, check_port
from quietude.config.refusal import Refusal

TREE = """
import sys
from quietude.config import processes
from quietude.config.refusal import Refusal

processes.PATIENCE = 1.0
port, served, task = int(sys.argv[1]), sys.argv[2], sys.argv[3]
server = processes.Child("Serveur", [sys.executable, "-m", served, str(port), "--bind", "127.0.0.1"])
worker = processes.Child("Tâches", [sys.executable, "-c", task])
is_ready, announce = lambda: processes.answers("127.0.0.1", port), lambda: print("open", flush=True)
try:
    processes.run_tree(server, [worker], is_ready, announce)
except Refusal as refusal:
    sys.exit(str(refusal))
"""
NOTE_AND_SLEEP = """
import os, pathlib, time
with pathlib.Path({notes!r}).open("a") as notes:
    notes.write(f"{{os.getpid()}}\\n")
time.sleep(60)
"""
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def start(port: int, notes: Path) -> Iterator[Start]:
    """Start a tree whose worker notes its process number; nothing of it outlives the test."""
    trees = []

    def start(served: str = "http.server", task: str = NOTE_AND_SLEEP) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", TREE, str(port), served, task.format(notes=str(notes))]
        trees.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return trees[-1]

    yield start
    for tree in trees:
        tree.kill()
        tree.communicate()


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not (done := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return done


def opens(tree: subprocess.Popen[str]) -> bool:
    """Read what the tree prints until it says that it is open."""
    return tree.stdout is not None and "open\n" in iter(tree.stdout.readline, "")


def is_alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def workers(notes: Path) -> list[int]:
    return [int(line) for line in notes.read_text().split()] if notes.exists() else []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_tree_opens_then_ends_as_a_whole(start: Start, port: int, notes: Path, number: signal.Signals) -> None:
    tree = start()
    assert opens(tree)
    assert wait_until(lambda: len(workers(notes)) == 1)
    tree.send_signal(number)
    assert tree.wait(10) == 0
    assert not is_alive(workers(notes)[0])
    check_port("127.0.0.1", port)


def test_a_killed_process_is_started_again(start: Start, notes: Path) -> None:
    start()
    assert wait_until(lambda: len(workers(notes)) == 1)
    os.kill(workers(notes)[0], signal.SIGKILL)
    assert wait_until(lambda: len(workers(notes)) == 2)
    assert is_alive(workers(notes)[1])


def test_a_deaf_process_is_ended_all_the_same(start: Start, notes: Path) -> None:
    tree = start(task="import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + NOTE_AND_SLEEP)
    assert wait_until(lambda: len(workers(notes)) == 1)
    tree.terminate()
    assert tree.wait(10) == 0
    assert not is_alive(workers(notes)[0])


def test_nothing_survives_the_violent_end_of_the_root(start: Start, port: int, notes: Path) -> None:
    tree = start()
    assert opens(tree)
    assert wait_until(lambda: len(workers(notes)) == 1)
    tree.kill()
    assert wait_until(lambda: not is_alive(workers(notes)[0]))
    assert wait_until(lambda: not answers("127.0.0.1", port))


def test_a_server_that_never_answers_ends_the_tree(start: Start, notes: Path) -> None:
    tree = start(served="no_such_server")
    _, errors = tree.communicate(timeout=30)
    assert tree.returncode == 1
    assert "Le serveur ne répond pas" in errors.splitlines()[-1]
    assert not any(map(is_alive, workers(notes)))


def test_pauses_double_then_start_anew_after_a_long_life() -> None:
    child = Child("Tâches", [sys.executable, "-c", "raise SystemExit(3)"])
    now, pauses = 0.0, []
    for _ in range(3):
        child.tend(now)
        assert child.process is not None
        child.process.wait()
        child.tend(now + 0.5)
        pauses.append(child.started_at - now - 0.5)
        now = child.started_at
    assert pauses == [1, 2, 4]
    child.tend(now)
    assert child.process is not None
    child.process.wait()
    child.tend(now + 3600)
    assert child.started_at - now - 3600 == 1


def test_a_busy_port_is_refused_with_another_to_try(port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(Refusal, match=rf"Le port {port} n’est pas libre .* --port {port + 1}"):
            check_port("127.0.0.1", port)
