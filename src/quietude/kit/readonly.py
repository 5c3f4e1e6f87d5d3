"""A block in which the bases refuse to write: what a GET runs in."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import connections

_READS = re.compile(r"[\s(]*(SELECT|WITH|EXPLAIN|VALUES|PRAGMA|SAVEPOINT|RELEASE|ROLLBACK)\b", re.IGNORECASE)
_WRITES = re.compile(r"\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|SELECT\s.*\bINTO\b|PRAGMA\s.*=)", re.I | re.S)
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")


class WriteRefused(RuntimeError):
    """A read tried to write: a fault of the program, never of the user."""


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if not is_read(sql):
        raise WriteRefused(f"A read may not write: {sql[:60]}")
    return execute(sql, params, many, context)


def is_read(sql: str) -> bool:
    """Whether the statement only reads; a lock taken FOR UPDATE announces a write and is refused with it."""
    return bool(_READS.match(sql)) and not _WRITES.search(_QUOTED.sub("", sql))


@contextmanager
def reads_only() -> Iterator[None]:
    """Refuse every statement that is not a read, on every base, until the block ends."""
    with ExitStack() as block:
        for connection in connections.all():
            block.enter_context(connection.execute_wrapper(_refuse_writes))
        yield


def read_in_pieces[Piece](pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, each made where nothing can be written; between two of them the block is open."""
    source = iter(pieces)
    while True:
        with reads_only():
            try:
                piece = next(source)
            except StopIteration:
                return
        yield piece
