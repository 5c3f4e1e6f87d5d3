"""Load on one server: many readers on kept connections, each asking again as soon as it is answered.

One thread, raw sockets and the shortest parsing that HTTP allows, so that what is measured is the server: the rate
reached on an answer that costs nothing is measured too, and printed.
"""

import selectors
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, product

END_OF_HEAD = b"\r\n\r\n"
END_OF_CHUNKS = b"\r\n0\r\n\r\n"
PATIENCE = 180.0
"""Seconds without an answer after which the server is given up."""


class Refused(RuntimeError):
    """The server did not answer as the measure expects."""


@dataclass
class Volley:
    """What came of one burst: answers, seconds from the first request to the last answer, seconds of each."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers per second."""
        return len(self.latencies) / self.seconds


class Connection:
    """One kept connection: one request at a time, and what has been read of its answer."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket = self._open()
        self.asked = b""
        self.read = bytearray()
        self.began = 0.0
        self.first_byte = 0.0
        self.length: int | None = None
        """Bytes of the whole answer; None while unknown, or when it comes in pieces."""

    def _open(self) -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return opened

    def send(self, request: bytes) -> None:
        self.read.clear()
        self.asked = request
        self.length, self.began, self.first_byte = None, time.perf_counter(), 0.0
        try:
            self.socket.sendall(request)
        except (BrokenPipeError, ConnectionResetError):  # the server let an idle connection go
            self.socket = self._open()
            self.socket.sendall(request)

    def receive(self) -> bool:
        """Take what has come; True once the answer is whole. Raises Refused when the server hangs up."""
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise Refused("the server closed the connection")
        if not self.first_byte:
            self.first_byte = time.perf_counter()
        self.read += piece
        if self.length is None:
            head = self.read.find(END_OF_HEAD)
            if head < 0:
                return False
            self.length = whole_length(bytes(self.read[:head]).lower(), head)
        return len(self.read) >= self.length if self.length else self.read.endswith(END_OF_CHUNKS)

    def ask(self, request: bytes, expected: int = 200) -> float:
        """Send one request and wait; seconds until the last byte. Raises Refused unless the status is expected."""
        self.send(request)
        while not self.receive():
            pass
        elapsed = time.perf_counter() - self.began
        self.check(expected)
        return elapsed

    def check(self, expected: int) -> None:
        status = int(self.read[9:12])
        if status != expected:
            asked = self.asked.split(b"\r\n", 1)[0].decode("latin-1")
            raise Refused(f"{asked}: {status} instead of {expected}")

    def header(self, name: str) -> str:
        """What the answer says under ``name``, empty when it says nothing."""
        head = bytes(self.read).partition(END_OF_HEAD)[0].decode("latin-1")
        fields = (line.partition(":") for line in head.split("\r\n")[1:])
        return next((value.strip() for field, _, value in fields if field.lower() == name), "")

    @property
    def body(self) -> bytes:
        """The answer without its head, pieces put together."""
        head, _, body = bytes(self.read).partition(END_OF_HEAD)
        return b"".join(pieces(body)) if b"chunked" in head.lower() else body

    def close(self) -> None:
        self.socket.close()


def whole_length(head: bytes, at: int) -> int:
    """Bytes of the whole answer from its head in lower case, 0 when it comes in pieces."""
    _, found, rest = head.partition(b"content-length:")
    return at + len(END_OF_HEAD) + int(rest.split(b"\r\n", 1)[0]) if found else 0


def pieces(body: bytes) -> Iterator[bytes]:
    """The pieces of a chunked body."""
    at = 0
    while True:
        end = body.index(b"\r\n", at)
        size = int(body[at:end], 16)
        if not size:
            return
        yield body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2


SECRET = "a" * 32
"""The visitor's half of the guard against forged requests: in the cookie, and in the forms that are sent."""


def head(method: str, address: str, cookie: str, *more: str) -> bytes:
    """The first lines of a request, as a browser's without what no server reads."""
    lines = [f"{method} {address} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: session={cookie}; csrf={SECRET}", *more]
    return "\r\n".join([*lines, "", ""]).encode()


def get(address: str, cookie: str) -> bytes:
    return head("GET", address, cookie)


def post(address: str, cookie: str, body: bytes, kind: str = "application/x-www-form-urlencoded") -> bytes:
    return head("POST", address, cookie, f"Content-Type: {kind}", f"Content-Length: {len(body)}") + body


def volley(pool: list[Connection], requests: Callable[[], bytes], seconds: float, at_least: int = 1) -> Volley:
    """Keep every connection of ``pool`` busy for ``seconds`` and until ``at_least`` answers came; all are awaited."""
    result, selector = Volley(), selectors.DefaultSelector()
    began = time.perf_counter()
    for connection in pool:
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send(requests())
    busy = len(pool)
    while busy:
        ready = selector.select(PATIENCE)
        if not ready:
            raise Refused("no answer")
        for key, _ in ready:
            connection: Connection = key.data
            if not connection.receive():
                continue
            connection.check(302 if connection.asked.startswith(b"POST") else 200)
            now = time.perf_counter()
            result.latencies.append(now - connection.began)
            if now - began < seconds or len(result.latencies) + busy <= at_least:
                connection.send(requests())
            else:
                selector.unregister(connection.socket)
                busy -= 1
    result.seconds = time.perf_counter() - began
    selector.close()
    return result


def in_turn(addresses: list[str], cookies: list[str]) -> Callable[[], bytes]:
    """The next request of a visit: every address by every reader; many addresses, each by one reader."""
    many = len(addresses) > len(cookies)
    turns = zip(addresses, cycle(cookies), strict=False) if many else product(addresses, cookies)
    return cycle([get(address, cookie) for address, cookie in turns]).__next__
