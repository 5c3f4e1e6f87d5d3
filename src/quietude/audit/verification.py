"""Reading the register again, line by line, to find the first one that was touched.

Known limit: lines cut from the end of a chain leave a chain that is whole. Only a seal noted elsewhere, on another day,
shows that it once was longer; noting it elsewhere is not done by this module.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from quietude.audit.chain import GENESIS, canonical_actor, canonical_details, canonical_instant, seal
from quietude.audit.models import Entry

COLUMNS = "number, at, actor, verb, object_type, object_reference, result, details, previous, mac"
AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the verification of one chain found."""

    chain: str
    lines: int
    """Lines that hold, from the first one."""
    altered: int | None = None
    """Number of the first line that was changed, removed, moved or added; None when the chain is whole."""

    @property
    def is_whole(self) -> bool:
        return self.altered is None


def verify_register() -> Iterator[Verdict]:
    """The verdict of each chain of the register, one after the other."""
    for chain in Entry.objects.order_by("chain").values_list("chain", flat=True).distinct():
        yield verify_chain(chain)


def verify_chain(chain: str) -> Verdict:
    """Compute every seal of ``chain`` again, from the first line to the first that does not hold.

    Streams: memory does not grow with the register.
    """
    number, previous = 0, GENESIS
    for row in _stored_lines(chain):
        number += 1
        sealed_fields, stored_number, stored_previous, stored_mac = row
        expected = seal(previous, chain, str(number), *sealed_fields)
        if stored_number != number or stored_previous != previous or stored_mac != expected:
            return Verdict(chain, number - 1, altered=number)
        previous = stored_mac
    return Verdict(chain, number)


def _stored_lines(chain: str) -> Iterator[tuple[list[str], int, str, str]]:
    """Each line as it is stored: sealed fields, number, previous seal, seal; without building objects, for speed."""
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM audit_entry WHERE chain = %s ORDER BY number, id", [chain])  # noqa: S608
        while rows := cursor.fetchmany(AT_ONCE):
            for number, at, actor, verb, kind, reference, result, details, previous, mac in rows:
                fields = [_instant(at), _actor(actor), verb, kind, reference, result, _details(details)]
                yield fields, number, previous, mac


def _instant(stored: datetime) -> str:
    """SQLite gives the instant in UTC without saying so, PostgreSQL says its zone."""
    return str(stored) if stored.tzinfo is None else canonical_instant(stored)


def _actor(stored: Any) -> str:
    return stored if isinstance(stored, str) else canonical_actor(stored)


def _details(stored: Any) -> str:
    return "{}" if stored == "{}" else canonical_details(json.loads(stored) if isinstance(stored, str) else stored)
