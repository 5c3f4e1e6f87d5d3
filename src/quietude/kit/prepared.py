"""A query whose SQL the ORM writes once: later calls only change the values.

Writing the SQL costs several times what the base takes to answer. For what every page asks, it is worth keeping:

    @prepared
    def seats_held(user: int, slug: str) -> QuerySet[Seat]:
        return Seat.objects.filter(professional__user=user, council__slug=slug).select_related("council")

    seats_held(12, "loos")    # a list, one query, the same rows as the queryset

A value is an integer, a text or a date, never None: « equal to None » is another query.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from functools import wraps
from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

Value = int | str | date

_NUMBERS, _DAYS = 7_310_950_000_000_000, date(1066, 1, 1)
"""Where the values that hold the places begin: no key, no day of the product is one of them."""


@dataclass(frozen=True, slots=True)
class _Written[Row]:
    """SQL written for one kind of base; ``places[i]`` is the rank of the value that the i-th parameter takes."""

    rows: QuerySet[Any, Row]
    compiler: SQLCompiler
    sql: str
    parameters: tuple[Any, ...]
    places: tuple[int | None, ...]


def prepared[Row](build: Callable[..., QuerySet[Any, Row]]) -> Callable[..., list[Row]]:
    """Make of ``build``, which gives a queryset for some values, a function that gives its rows as a list."""
    written: dict[str, _Written[Row]] = {}

    @wraps(build)
    def ask(*values: Value, using: str = "default") -> list[Row]:
        connection = connections[using]
        kept = written.get(connection.vendor)
        if kept is None:
            kept = written[connection.vendor] = _write(build, values, using)
        parameters = tuple(
            constant if place is None else _adapted(connection, values[place])
            for constant, place in zip(kept.parameters, kept.places, strict=True)
        )
        return list(_rows(kept, connection, parameters))

    return ask


def _write[Row](build: Callable[..., QuerySet[Any, Row]], values: tuple[Value, ...], using: str) -> _Written[Row]:
    """Compile the queryset with values that hold the places, and find where each of them went."""
    connection = connections[using]
    holders = [_holder(value, rank) for rank, value in enumerate(values)]
    found = {_adapted(connection, holder): rank for rank, holder in enumerate(holders)}
    rows = build(*holders).using(using)
    compiler = rows.query.get_compiler(using=using)
    sql, parameters = compiler.as_sql()
    return _Written(rows, compiler, sql, tuple(parameters), tuple(found.get(one) for one in parameters))


def _holder(value: Value, rank: int) -> Value:
    if isinstance(value, str):
        return f"\u2063{rank}"
    return _DAYS + timedelta(days=rank) if isinstance(value, date) else _NUMBERS + rank


def _adapted(connection: Any, value: Value) -> Any:
    """The value as the ORM hands it to this base."""
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def _rows[Row](written: _Written[Row], connection: Any, parameters: tuple[Any, ...]) -> Any:
    """The queryset's own way to make rows of results, with the SQL already written."""
    compiler = copy(written.compiler)
    compiler.connection = connection
    compiler.as_sql = lambda *args, **kwargs: (written.sql, parameters)  # type: ignore[method-assign]
    rows = written.rows.all()
    rows.query.get_compiler = lambda *args, **kwargs: compiler  # type: ignore[method-assign]
    return rows._iterable_class(rows)  # type: ignore[arg-type]
