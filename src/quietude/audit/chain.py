"""The seal of a line: HMAC-SHA256 over the previous seal and the line in canonical form."""

import hmac
import json
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings

from quietude.kit.secrets import read_or_create_secret

GENESIS = "0" * 64
SEPARATOR = "\x1f"
"""Stands between the fields of a canonical line; no field of the register may hold it."""

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@cache
def _key() -> bytes:
    return read_or_create_secret(settings.REGISTER_KEY_FILE).encode()


def seal(previous: str, *fields: str) -> str:
    """The 64 hexadecimal digits that tie ``fields`` to the line whose seal is ``previous``, thus to all before it."""
    return hmac.digest(_key(), SEPARATOR.join((previous, *fields)).encode(), "sha256").hex()


def canonical_instant(at: datetime) -> str:
    """The instant in UTC, the same on every base and in every time zone."""
    return str(at.astimezone(UTC).replace(tzinfo=None))


def canonical_actor(actor: UUID | None) -> str:
    """The actor's reference in 32 digits; empty for the machine."""
    return actor.hex if actor else ""


def canonical_details(details: dict[str, Any]) -> str:
    """The details with sorted keys and without spaces."""
    return _encode(details) if details else "{}"
