"""Writing in the register, inside the transaction of the act that it records."""

import re
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from quietude.audit.chain import GENESIS, canonical_actor, canonical_details, canonical_instant, seal
from quietude.audit.models import Entry

PLATFORM = "platform"
_CODE = re.compile(r"[\w.,:/+-]{0,80}")


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
    Raises TransactionManagementError outside of one, ValueError when a word of the line is not a code: the register
    holds neither name nor free text.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("The register is written in the transaction of the act.")
    chain = str(council) if council else PLATFORM
    refuse_free_text(verb, object_type, str(object_reference), details or {})
    last = _lock_and_read_last(chain)
    entry = Entry(
        chain=chain,
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        actor=actor,
        verb=verb,
        object_type=object_type,
        object_reference=str(object_reference),
        result=str(result),
        details=details or {},
        previous=last.mac if last else GENESIS,
    )
    entry.mac = seal_of(entry)
    entry.save(force_insert=True)
    return entry


def seal_of(entry: Entry) -> str:
    """The seal that ``entry`` must carry, given the line before it."""
    return seal(
        entry.previous,
        entry.chain,
        str(entry.number),
        canonical_instant(entry.at),
        canonical_actor(entry.actor),
        entry.verb,
        entry.object_type,
        entry.object_reference,
        entry.result,
        canonical_details(entry.details),
    )


def refuse_free_text(*words: Any) -> None:
    """Raise ValueError unless every word, at any depth, is a number, a boolean, nothing, or a code without space."""
    for word in words:
        if isinstance(word, dict):
            refuse_free_text(*word.keys(), *word.values())
        elif isinstance(word, list | tuple):
            refuse_free_text(*word)
        elif isinstance(word, str) and not _CODE.fullmatch(word):
            raise ValueError(f"The register holds codes and counts only, not « {word[:40]} ».")


def _lock_and_read_last(chain: str) -> Entry | None:
    """The last line of ``chain``; a lock keeps the next writer waiting on PostgreSQL, SQLite has one writer."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))", [chain])
    return Entry.objects.filter(chain=chain).order_by("-number").first()
