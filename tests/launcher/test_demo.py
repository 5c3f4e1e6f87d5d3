"""The demonstration as a person starts it: it opens, keeps what was done, starts anew when asked, beside another."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

COUNCILS = 5
PATIENCE = 120  # seconds for a first start on a busy machine


class Demo:
    """One running demonstration; its standard output holds the line that says where it is open."""

    def __init__(self, data: Path, port: int, *words: str) -> None:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("QUIETUDE_", "DJANGO_"))
        }
        command = [sys.executable, "-P", "-m", "quietude", "demo", "--data", str(data), "--port", str(port), *words]
        self.data, self.url = data, f"http://127.0.0.1:{port}"
        self.errors = (data.parent / f"errors-{time.monotonic_ns()}").open("w+")
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.errors, text=True
        )

    def open(self) -> "Demo":
        assert self.process.stdout is not None
        lines = iter(self.process.stdout.readline, "")
        limit = threading.Timer(PATIENCE, self.process.kill)
        limit.start()
        assert any(self.url in line for line in lines), self.said()
        limit.cancel()
        return self

    def said(self) -> str:
        self.errors.seek(0)
        return self.errors.read()

    def page(self, path: str = "/") -> str:
        with urllib.request.urlopen(self.url + path, timeout=20) as answer:
            return str(answer.read().decode())

    def count(self, table: str) -> int:
        with closing(sqlite3.connect(self.data / "quietude.sqlite3")) as base:
            number: int = base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            return number

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


Start = Callable[..., Demo]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start demonstrations; none outlives the test."""
    started: list[Demo] = []

    def start(data: Path, port: int, *words: str) -> Demo:
        started.append(Demo(data, port, *words))
        return started[-1]

    yield start
    for demo in started:
        demo.process.kill()
        demo.process.communicate()
        demo.errors.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def test_the_demonstration_keeps_its_data_and_starts_anew_when_asked(start: Start, tmp_path: Path) -> None:
    data, port = tmp_path / "data", free_port()
    first = start(data, port).open()
    assert "<html" in first.page()
    assert first.count("councils_council") == COUNCILS
    with closing(sqlite3.connect(data / "quietude.sqlite3", timeout=20)) as base:
        base.execute("UPDATE councils_council SET name = 'Conseil renommé'")
        base.commit()
    assert first.stop() == 0
    shutil.copytree(data, tmp_path / "beside")

    second = start(data, port).open()
    names = "councils_council WHERE name = 'Conseil renommé'"
    assert second.count(names) == COUNCILS

    busy = start(tmp_path / "elsewhere", port)
    assert busy.process.wait(30) == 1
    assert f"--port {port + 1}" in busy.said()
    shared = start(data, free_port())
    assert shared.process.wait(30) == 1
    assert "autre instance" in shared.said()

    beside = start(tmp_path / "beside", free_port(), "--fresh").open()
    assert beside.count(names) == 0
    assert beside.count("councils_council") == COUNCILS
    assert "<html" in beside.page()
    assert "<html" in second.page()
    assert {path.stat().st_mode & 0o777 for path in data.glob("*.key")} == {0o600}
