"""Server, worker and scheduler as one process tree: they start, live and end together."""

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quietude.config.refusal import Refusal, reason

STANDARD_ERROR = 2  # where the processes speak; standard output is for the line that says where Quiétude is open
LONGEST_PAUSE = 60.0  # seconds between two starts of a process that keeps dying
PATIENCE = 10.0  # seconds left to a process to finish what it does, once asked to stop
LONGEST_OPENING = 90.0  # seconds for the server to answer for the first time
BEAT = 0.2  # seconds between two looks at the processes
ATTEMPTS = 3  # starts granted to a server that has never answered


@dataclass
class Child:
    """One process of the tree, started again when it dies, after a pause that doubles each time."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    deaths: int = 0

    def tend(self, now: float) -> None:
        """Start the process when it is not running and its pause is over (`now` in monotonic seconds)."""
        if self.process is not None:
            code = self.process.poll()
            if code is None:
                return
            self.mourn(code, now)
        if now >= self.started_at:
            self.started_at = now
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=STANDARD_ERROR,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def mourn(self, code: int, now: float) -> None:
        """Note a death; a process that had lived longer than the longest pause starts again at once."""
        lived = now - self.started_at
        self.deaths = 1 if lived > LONGEST_PAUSE else self.deaths + 1
        pause = min(2.0 ** (self.deaths - 1), LONGEST_PAUSE)
        print(
            f"{self.name} : arrêt inattendu (code {code}), reprise dans {pause:.0f} s.",
            file=sys.stderr,
        )
        self.process, self.started_at = None, now + pause

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def end(self, deadline: float) -> None:
        """Wait until the deadline, then end the process with all that it started."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def die_with_parent() -> None:
    """Ask Linux to end this process when the tree's root is killed outright: no server survives alone on the port."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def check_port(host: str, port: int) -> None:
    """Raise Refusal when something already listens on this address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refusal(
                f"Le port {port} n’est pas libre sur {host} ({reason(error)}) : "
                f"choisissez-en un autre avec --port, par exemple --port {port + 1 if port < 65535 else 8000}."
            ) from None


def answers(host: str, port: int) -> bool:
    """Tell whether the server gives any HTTP answer."""
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("HEAD", "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def run_tree(
    server: Child, others: Sequence[Child], is_ready: Callable[[], bool], announce: Callable[[], None]
) -> None:
    """Run the tree until Ctrl-C or SIGTERM; `announce` is called once, when the server answers for the first time.

    Raises Refusal when the server keeps dying, or keeps silent, without ever having answered.
    """
    stopping: list[int] = []  # a lock taken in a handler might be one that the interrupted line already holds
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _: stopping.append(received))
    children, announced = [server, *others], False
    opening_ends = time.monotonic() + LONGEST_OPENING
    try:
        while not stopping:
            time.sleep(BEAT)
            for child in children:
                child.tend(time.monotonic())
            if not announced and (server.deaths >= ATTEMPTS or time.monotonic() > opening_ends):
                raise Refusal("Le serveur ne répond pas : lisez les lignes ci-dessus, puis « ./quietude doctor ».")
            if not announced and is_ready():
                announce()
                announced = True
    finally:
        deadline = time.monotonic() + PATIENCE
        for child in reversed(children):
            child.ask_to_stop()
        for child in reversed(children):
            child.end(deadline)
