"""Writing in the register, inside the transaction of the act that it records."""

from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from quietude.audit.chain import GENESIS, seal
from quietude.audit.models import Entry

PLATFORM = "platform"


def record(
    verb: str,
    *,
    object_type: str,
    object_reference: str | int | UUID,
    actor: UUID | None = None,
    council: UUID | None = None,
    result: str = Entry.Result.DONE,
    details: dict[str, Any] | None = None,
) -> Entry:
    """Append one line to the chain of ``council`` (to the platform's when None).

    Must run inside a transaction: the act and its line stand or fall together.
    Raises TransactionManagementError outside of one.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("The register is written in the transaction of the act.")
    chain = str(council) if council else PLATFORM
    last = _lock_and_read_last(chain)
    entry = Entry(
        chain=chain,
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        actor=actor,
        verb=verb,
        object_type=object_type,
        object_reference=str(object_reference),
        result=result,
        details=details or {},
        previous=last.mac if last else GENESIS,
    )
    entry.mac = seal(entry)
    entry.save(force_insert=True)
    return entry


def _lock_and_read_last(chain: str) -> Entry | None:
    """The last line of ``chain``; on PostgreSQL a transaction lock keeps the next writer waiting, SQLite has one writer."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))", [chain])
    return Entry.objects.filter(chain=chain).order_by("-number").first()
