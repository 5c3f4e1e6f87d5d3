"""A block in which the base refuses to write: what a GET runs in."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

_READS = re.compile(r"\s*(SELECT|WITH|EXPLAIN|SAVEPOINT|RELEASE|ROLLBACK|PRAGMA|VALUES|\()", re.IGNORECASE)


class WriteRefused(RuntimeError):
    """A read tried to write: a fault of the program, never of the user."""


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if not _READS.match(sql):
        raise WriteRefused(f"A read may not write: {sql[:60]}")
    return execute(sql, params, many, context)


@contextmanager
def reads_only() -> Iterator[None]:
    """Refuse every statement that is not a read, on the default base, until the block ends."""
    with connections["default"].execute_wrapper(_refuse_writes):
        yield
