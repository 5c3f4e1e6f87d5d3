"""The web server under measure: started as the product starts it, on a processor of its own, and stopped by its pid."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from quietude.config.processes import answers, die_with_parent
from quietude.config.service import granian

APPLICATION = "benchmarks.floor.wsgi:application"
OPENING = 60.0
"""Seconds left to a server to answer for the first time."""
STOPPING = 10.0


@dataclass(frozen=True)
class Server:
    """One running server: its port and the process that answers."""

    port: int
    worker: int
    at_first: float
    """Megabytes held once the first page was answered."""

    @property
    def memory(self) -> float:
        """Resident memory of the process that answers, in megabytes."""
        return read_status(self.worker, "VmRSS")

    @property
    def peak(self) -> float:
        """Highest resident memory since ``forget_peak``, in megabytes."""
        return read_status(self.worker, "VmHWM")

    def forget_peak(self) -> None:
        Path(f"/proc/{self.worker}/clear_refs").write_text("5", "ascii")


def processors() -> tuple[set[int], set[int]]:
    """Where the server runs, and where the base and the load run: apart when there are two processors."""
    available = sorted(os.sched_getaffinity(0))
    return ({available[0]}, set(available[1:])) if len(available) > 1 else (set(available), set(available))


@contextmanager
def serving(environment: dict[str, str], processor: set[int]) -> Iterator[Server]:
    """One worker process, the product's own command, on a free port of this machine; stopped when the block ends."""
    port = free_port()
    command = [*granian("127.0.0.1", port, 1)[:-1], APPLICATION]

    def settle() -> None:
        os.sched_setaffinity(0, processor)
        die_with_parent()

    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, preexec_fn=settle)
    try:
        wait_for(process, port)
        worker = worker_of(process.pid)
        yield Server(port, worker, read_status(worker, "VmRSS"))
    finally:
        process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOPPING)
        process.kill()
        process.wait()


def wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    """Return once the server answers. Raises RuntimeError when it dies or keeps silent."""
    deadline = time.monotonic() + OPENING
    while not answers("127.0.0.1", port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the server did not start: read the lines above")
        time.sleep(0.1)


def worker_of(parent: int) -> int:
    """The child of ``parent`` that holds the most memory: the one that answers."""
    children = [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdecimal() and parent_of(folder) == parent
    ]
    return max(children, key=lambda child: read_status(child, "VmRSS"))


def parent_of(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def read_status(process: int, name: str) -> float:
    """A size that Linux knows of a process, in megabytes."""
    for line in Path(f"/proc/{process}/status").read_text("utf-8").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    return 0.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
