"""Where the measures are taken: one engine, one running server per size, and the lines that come out."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.bases import Base
from benchmarks.load import Connection, Volley, in_turn, volley
from benchmarks.servers import Server, processors, serving

CONNECTIONS = 40
ROUNDS = 12
"""Batches of each subject, in turn."""
SLOW = 0.5
"""Seconds from which a page is asked by one reader at a time: one process answers no faster to forty."""


Requests = Callable[[], bytes]
"""Gives the bytes of the next request."""


@dataclass(frozen=True)
class Line:
    """One line of the table: what was measured, on what, how it compares with its goal."""

    measure: str
    base: str
    figure: str
    compared: str = ""
    goal: str = ""
    reached: bool | None = None
    """None when there is no goal, or nothing to measure yet."""
    details: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Site:
    """One filled base and the server that answers for it."""

    base: Base
    server: Server

    @property
    def label(self) -> str:
        return self.base.label

    def addresses(self, name: str) -> list[str]:
        """The addresses of the page called ``name``; empty for a page that does not exist."""
        found = self.base.visit[name]
        return [found] if isinstance(found, str) else found or []

    def requests(self, name: str, readers: str = "readers") -> Requests:
        return in_turn(self.addresses(name), self.base.visit[readers])

    @contextmanager
    def pool(self, connections: int = CONNECTIONS) -> Iterator[list[Connection]]:
        opened = [Connection(self.server.port) for _ in range(connections)]
        try:
            yield opened
        finally:
            for connection in opened:
                connection.close()


@dataclass(frozen=True)
class Field:
    """The sites of one engine, by size; ``seconds`` is what one measure may take, as an order of magnitude."""

    engine: str
    sites: dict[int, Site]
    seconds: float

    @property
    def largest(self) -> Site:
        return self.sites[max(self.sites)]

    def sized(self, *sizes: int) -> list[Site]:
        """The sites of these sizes; empty unless all of them were asked for."""
        return [self.sites[size] for size in sizes] if set(sizes) <= set(self.sites) else []


@contextmanager
def open_field(engine: str, bases: list[Base], seconds: float) -> Iterator[Field]:
    """Start one server per base; only one of them receives load at any time."""
    processor, _ = processors()
    with ExitStack() as stack:
        sites = {base.sheets: Site(base, stack.enter_context(serving(base.environment, processor))) for base in bases}
        yield Field(engine, sites, seconds)


@dataclass
class Duel:
    """Bursts of two subjects in turn: rates, and the share of the second's rate that the first reaches."""

    page: list[Volley] = field(default_factory=list)
    floor: list[Volley] = field(default_factory=list)
    readers: int = CONNECTIONS

    @property
    def rates(self) -> tuple[float, float]:
        page, floor = (statistics.median(one.rate for one in many) for many in (self.page, self.floor))
        return page, floor

    @property
    def share(self) -> float:
        """Median of the shares of each pair of bursts."""
        return statistics.median(a.rate / b.rate for a, b in zip(self.page, self.floor, strict=True))

    @property
    def median(self) -> float:
        """Median seconds of one answer of the page under this load."""
        return statistics.median(second for one in self.page for second in one.latencies)


def rates_in_turn(site: Site, page_requests: Requests, seconds: float, warm: int = 0) -> Duel:
    """Burst after burst, the page then the floor, on the same kept connections; ``warm`` answers come before."""
    floor_requests = site.requests("floor")
    with site.pool(1) as [alone]:
        alone.ask(floor_requests())
        slow = min(alone.ask(page_requests()) for _ in range(2)) > SLOW
    duel = Duel(readers=1 if slow else CONNECTIONS)
    with site.pool(duel.readers) as pool:
        if warm and not slow:
            volley(pool, page_requests, 0, warm)
        for _ in range(3 if slow else ROUNDS):
            duel.page.append(volley(pool, page_requests, seconds / ROUNDS / 2, 1 if slow else CONNECTIONS))
            duel.floor.append(volley(pool, floor_requests, seconds / ROUNDS / 2, CONNECTIONS))
    return duel


@dataclass(frozen=True)
class Subject:
    """What is asked again and again of one site, the status expected, and what is done each time before the clock."""

    site: Site
    requests: Requests
    expected: int = 200
    before: Requests | None = None
    warm: int = 1
    """Answers that come before the clock starts."""

    def ask(self, connection: Connection) -> float:
        """Seconds of one answer."""
        if self.before:
            connection.ask(self.before(), 302)
        return connection.ask(self.requests(), self.expected)


def medians_in_turn(subjects: list[Subject], seconds: float, least: int = 3) -> list[float]:
    """Median seconds of each subject, asked one by one, in turn."""
    times: list[list[float]] = [[] for _ in subjects]
    with ExitStack() as stack:
        connections = [stack.enter_context(subject.site.pool(1))[0] for subject in subjects]
        for connection, subject in zip(connections, subjects, strict=True):
            for _ in range(subject.warm):
                subject.ask(connection)
        spent = 0.0
        while spent < seconds or len(times[0]) < least:
            for connection, subject, kept in zip(connections, subjects, times, strict=True):
                kept.append(subject.ask(connection))
                spent += kept[-1]
    return [statistics.median(kept) for kept in times]
