"""Where the time of one page goes: ``python -m benchmarks.inside PAGE VISIT.json``, in the process that answers.

The page is asked for through the whole WSGI chain, as the server does, without the network. Printed: its time beside
the floor's, the share of the queries and of the templates, every query with the plan that the base chose, and the
functions in which the processor spent its time.
"""

import cProfile
import io
import json
import os
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from benchmarks.load import get
from benchmarks.measures import acts

ROUNDS = 15
FORMS = ("create", "bare_create")
"""What is sent rather than read."""
LONGEST = 20.0
"""Seconds after which the rounds stop."""
SHOWN = 30


@dataclass
class Spent:
    """What one request did: queries with their seconds, and seconds in templates (queries included)."""

    queries: list[tuple[str, Any, float]] = field(default_factory=list)
    rendering: float = 0.0
    depth: int = 0


def main(name: str, visit: dict[str, Any]) -> None:
    """Print the whole account of the page called ``name`` in ``visit``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quietude.config.settings")
    from benchmarks.floor.wsgi import application

    found = visit.get(name)
    if not found:
        raise SystemExit(f"« {name} » : page absente.")
    address = found if isinstance(found, str) else found[0]
    cookie = visit["medium_readers" if name in ("gantt", "pdf") else "readers"][0]
    form = acts.sheet_form(visit, name) if name in FORMS else None

    def ask(where: str) -> bytes:
        return answer(application, form() if form and where == address else get(where, cookie))

    body = ask(address)
    ask(visit["floor"])
    times = alternate(ask, address, visit["floor"])
    print(f"{address} : {len(body) / 1000:.0f} ko")
    for label, measured in zip(("page", "plancher"), times, strict=True):
        print(f"  {label:<9}{1000 * statistics.median(measured):9.2f} ms (médiane de {len(measured)})")
    page, floor = (statistics.median(measured) for measured in times)
    print(f"  la page vaut {page / floor:.1f} planchers, soit {floor / page:.0%} de son débit")
    print_account(ask, address)
    print_functions(ask, address)


def alternate(ask: Callable[[str], bytes], page: str, floor: str) -> tuple[list[float], list[float]]:
    """Seconds of the page and of the floor, asked in turn."""
    pages, floors, began = [], [], time.perf_counter()
    while len(pages) < ROUNDS and (time.perf_counter() - began < LONGEST or len(pages) < 2):
        for address, kept in ((page, pages), (floor, floors)):
            started = time.perf_counter()
            ask(address)
            kept.append(time.perf_counter() - started)
    return pages, floors


def answer(application: Callable[..., Any], request: bytes) -> bytes:
    """The body that answers to the bytes of a request. Raises RuntimeError for an error, or a page that is refused."""
    head, _, sent = request.partition(b"\r\n\r\n")
    first, *fields = head.decode().split("\r\n")
    method, address, _ = first.split(" ")
    path, _, query = address.partition("?")
    headers = {name.upper().replace("-", "_"): value for name, _, value in (field.partition(": ") for field in fields)}
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(path),
        "QUERY_STRING": quote(query, safe="=&%+"),
        "CONTENT_TYPE": headers.get("CONTENT_TYPE", ""),
        "CONTENT_LENGTH": headers.get("CONTENT_LENGTH", ""),
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(sent),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    } | {f"HTTP_{name}": value for name, value in headers.items()}
    status: list[str] = []
    chunks = application(environ, lambda line, headers, exc=None: status.append(line))
    try:
        body = b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
    if status[0][:3] != ("302" if method == "POST" else "200"):
        raise RuntimeError(f"{first}: {status[0]}")
    return body


def print_account(ask: Callable[[str], bytes], address: str) -> None:
    """One request, with every query timed and explained."""
    from django.db import connection

    with watched() as spent:
        started = time.perf_counter()
        ask(address)
        total = time.perf_counter() - started
    sql = sum(seconds for _, _, seconds in spent.queries)
    print(f"\n{len(spent.queries)} requêtes SQL, {1000 * sql:.2f} ms dans la base ;")
    print(f"{1000 * spent.rendering:.2f} ms dans les gabarits (requêtes comprises), sur {1000 * total:.2f} ms en tout.")
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, BUFFERS) "
    for rank, (text, parameters, seconds) in enumerate(spent.queries, 1):
        print(f"\n[{rank}] {1000 * seconds:.2f} ms  {text if len(text) < 1500 else text[:700] + ' … ' + text[-700:]}")
        if text.lstrip("( ").upper().startswith("SELECT"):
            with connection.cursor() as cursor:
                cursor.execute(explain + text, parameters)
                for row in cursor.fetchall():
                    print(f"      {row[-1]}")


@contextmanager
def watched() -> Iterator[Spent]:
    """Note each query and the time in templates until the block ends."""
    from django.db import connection
    from django.template import Template

    spent, render = Spent(), Template.render

    def timed_query(execute: Callable[..., Any], text: str, parameters: Any, many: bool, context: Any) -> Any:
        started = time.perf_counter()
        try:
            return execute(text, parameters, many, context)
        finally:
            spent.queries.append((text, parameters, time.perf_counter() - started))

    def timed_render(self: Template, context: Any) -> Any:
        spent.depth += 1
        started = time.perf_counter()
        try:
            return render(self, context)
        finally:
            spent.depth -= 1
            if not spent.depth:
                spent.rendering += time.perf_counter() - started

    Template.render = timed_render  # type: ignore[method-assign]
    try:
        with connection.execute_wrapper(timed_query):
            yield spent
    finally:
        Template.render = render  # type: ignore[method-assign]


def print_functions(ask: Callable[[str], bytes], address: str) -> None:
    """Where the processor was: by own time, then the product's functions with what they call."""
    profile = cProfile.Profile()
    profile.runcall(ask, address)
    for title, order, only in (
        ("temps propre", "tottime", ()),
        ("avec ce qu’elles appellent", "cumtime", ("quietude/",)),
    ):
        out = io.StringIO()
        pstats.Stats(profile, stream=out).sort_stats(order).print_stats(*only, SHOWN)
        table = out.getvalue()
        print(f"\nFonctions, {title} :\n" + table[table.index("   ncalls") :].rstrip())


if __name__ == "__main__":
    main(sys.argv[1], json.loads(Path(sys.argv[2]).read_text("utf-8")))
