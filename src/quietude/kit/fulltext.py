"""Full-text search in French, the same on SQLite (FTS5) and PostgreSQL (a stored tsvector under GIN).

The index of a table is a table beside it: it holds stems (see ``kit/stemming.py``), never text to show. The room that
owns the rows puts them in as it writes them. Each row has a scope, its council: no query looks outside of it.

    sheet_text = IndexTable("strategy_sheettext")                    # made by CreateFullTextIndex, in a migration
    sheet_text.put(sheet.pk, council.pk, Texts(title=sheet.title, rest=sheet.description))
    sheets.filter(sheet_text.matching("médiateurs coll", council.pk))              # a list, filtered
    sheet_text.best("médiateurs coll", council.pk)                                 # keys, the best first
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from itertools import batched
from typing import Any

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.models import Q
from django.db.models.expressions import RawSQL

from quietude.kit.stemming import stems, unfinished
from quietude.kit.text import fold

BATCH = 500
MOST_RANKED = 500
"""Of more hits than that, the newest are ranked: a word that is everywhere must not cost more as a council grows."""
MOST_WORDS = 12
_NAME = re.compile(r"[a-z][a-z0-9_]{0,50}")


@dataclass(frozen=True, slots=True)
class Texts:
    """What a row is found by: a hit in the title counts most, then one in ``main``, then one in ``rest``."""

    title: str = ""
    main: str = ""
    rest: str = ""


CREATE = {
    "sqlite": ["CREATE VIRTUAL TABLE {name} USING fts5(scope, title, main, rest, prefix='2 3', tokenize='ascii')"],
    "postgresql": [
        "CREATE TABLE {name} (id bigint PRIMARY KEY, scope bigint NOT NULL, words tsvector NOT NULL)",
        "CREATE INDEX {name}_words ON {name} USING gin (words) WITH (gin_pending_list_limit = 512)",
    ],
}
PUT = {
    "sqlite": "INSERT OR REPLACE INTO {name} (rowid, scope, title, main, rest) VALUES (%s, %s, %s, %s, %s)",
    "postgresql": (
        "INSERT INTO {name} (id, scope, words) SELECT key, scope, setweight(to_tsvector('simple', title), 'A')"
        " || setweight(to_tsvector('simple', main), 'B') || setweight(to_tsvector('simple', rest), 'C')"
        " FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::text[])"
        " AS given (key, scope, title, main, rest)"
        " ON CONFLICT (id) DO UPDATE SET scope = excluded.scope, words = excluded.words"
    ),
}
TIDY = {"postgresql": "SELECT gin_clean_pending_list('{name}_words')"}
"""GIN keeps aside what came last, and every search reads it: 512 kB at most, nothing after many rows at once."""
DROP = {"sqlite": "DELETE FROM {name} WHERE rowid = %s", "postgresql": "DELETE FROM {name} WHERE id = %s"}
MATCH = {
    "sqlite": "SELECT rowid FROM {name} WHERE {name} MATCH %s",
    "postgresql": "SELECT id FROM {name} WHERE words @@ to_tsquery('simple', %s) AND scope = %s",
}
RANK = {
    "sqlite": (
        "SELECT rowid FROM (SELECT rowid, bm25({name}, 0.0, 8.0, 3.0, 1.0) AS distance FROM {name}"
        " WHERE {name} MATCH %s ORDER BY rowid DESC LIMIT %s) ORDER BY distance, rowid DESC"
    ),
    "postgresql": (
        "SELECT id FROM (SELECT id, ts_rank('{{0, 0.12, 0.4, 1}}', words, asked) AS worth"
        " FROM {name}, to_tsquery('simple', %s) AS asked WHERE words @@ asked AND scope = %s"
        " ORDER BY id DESC LIMIT %s) AS newest ORDER BY worth DESC, id DESC"
    ),
}


@dataclass(frozen=True, slots=True)
class IndexTable:
    """The full-text index called ``name``; keys are those of the rows that it indexes."""

    name: str

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"« {self.name} » cannot be the name of an index.")

    def put(self, key: int, scope: int, texts: Texts) -> None:
        """Index a row, anew if it was there."""
        self.put_many([(key, scope, texts)])

    def put_many(self, rows: Iterable[tuple[int, int, Texts]]) -> None:
        """Index rows by batches: 20,000 sheets take a few seconds. A key stands once among ``rows``."""
        put = sum(self._put(some) for some in batched(rows, BATCH))
        if put > BATCH and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(self._sql(TIDY))

    def _put(self, rows: Sequence[tuple[int, int, Texts]]) -> int:
        on_sqlite = connection.vendor == "sqlite"
        indexed = [
            (key, _scope(scope) if on_sqlite else scope, *map(_stemmed, astuple(texts))) for key, scope, texts in rows
        ]
        with connection.cursor() as cursor:
            if on_sqlite:
                cursor.executemany(self._sql(PUT), indexed)
            else:
                cursor.execute(self._sql(PUT), [list(column) for column in zip(*indexed, strict=True)])
        return len(indexed)

    def drop(self, *keys: int) -> None:
        """Forget rows; one that is not there changes nothing."""
        with connection.cursor() as cursor:
            cursor.executemany(self._sql(DROP), [(key,) for key in keys])

    def matching(self, text: str, scope: int, key: str = "pk") -> Q:
        """The rows of ``scope`` that hold every word of ``text``, the last one perhaps unfinished, as a condition.

        ``key`` is the path to the indexed row. A text without any word to look for matches nothing.
        """
        if not (asked := _query(text, scope)):
            return Q(pk__in=[])
        return Q(**{f"{key}__in": RawSQL(self._sql(MATCH), asked)})  # noqa: S611 (our own SQL, values are bound)

    def best(self, text: str, scope: int, most: int = MOST_RANKED) -> list[int]:
        """The keys of the same rows, the best first: filter them by rights, then keep this order. One query."""
        if not (asked := _query(text, scope)):
            return []
        with connection.cursor() as cursor:
            cursor.execute(self._sql(RANK), [*asked, most])
            return [row[0] for row in cursor.fetchall()]

    def _sql(self, statements: dict[str, str]) -> str:
        return statements[connection.vendor].format(name=self.name)


def _stemmed(text: Any) -> str:
    return " ".join(stems(text))


def _scope(scope: int) -> str:
    return f"scope{scope}"


def _query(text: str, scope: int) -> list[Any]:
    """What the base is asked: the words in its own language, and the scope. Empty when no word is to be looked for.

    A figure is looked for as it is: « fiche 12 » is not the sheet 120.
    """
    words = _words(text)
    if not words:
        return []
    *whole, last = words
    open_end = not last.isdigit()
    if connection.vendor == "sqlite":
        terms = " AND ".join([*(f'"{word}"' for word in whole), f'"{last}"' + "*" * open_end])
        return [f'scope : "{_scope(scope)}" AND - scope : ({terms})']
    return [" & ".join([*(f"'{word}'" for word in whole), f"'{last}'" + ":*" * open_end]), scope]


def _words(text: str) -> Sequence[str]:
    """Stems to look for, letters and digits alone; the last one as far as it has been typed."""
    words = stems(text)[:MOST_WORDS]
    typed = fold(text).split()[-1:]
    if words and typed and stems(typed[0]) == words[-1:]:
        words[-1] = unfinished(typed[0])
    return words


class CreateFullTextIndex(Operation):
    """Make, in a migration, the index that ``IndexTable(name)`` reads and writes; undone, it goes with its rows."""

    reversible = True

    def __init__(self, name: str) -> None:
        self.name = IndexTable(name).name

    def state_forwards(self, app_label: str, state: Any) -> None:
        """No model is behind it."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        for statement in CREATE[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(name=self.name))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        schema_editor.execute(f"DROP TABLE {self.name}")

    def describe(self) -> str:
        return f"Create the full-text index {self.name}"
