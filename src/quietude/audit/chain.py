"""The seal of a line: HMAC-SHA256 over the previous seal and the line in canonical form."""

import hashlib
import hmac
import json
from datetime import UTC
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings

from quietude.kit.secrets import read_or_create_secret

if TYPE_CHECKING:
    from quietude.audit.models import Entry

GENESIS = "0" * 64


@cache
def _key() -> bytes:
    return read_or_create_secret(settings.REGISTER_KEY_FILE).encode()


def seal(entry: "Entry") -> str:
    """The 64 hexadecimal digits that seal ``entry`` to all the lines before it."""
    body = [
        entry.chain,
        entry.number,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        str(entry.actor) if entry.actor else None,
        entry.verb,
        entry.object_type,
        entry.object_reference,
        entry.result,
        entry.details,
    ]
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(_key(), (entry.previous + text).encode(), hashlib.sha256).hexdigest()
