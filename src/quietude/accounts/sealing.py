"""The secrets of second factors, sealed in the base by a key that lives beside it: a copy of the base is not enough."""

import base64
import hashlib
import os
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from quietude.kit.secrets import read_or_create_secret

NONCE = 12
CONTEXT = b"quietude.accounts.factor"


@cache
def _cipher() -> AESGCM:
    return AESGCM(hashlib.sha256(read_or_create_secret(settings.FACTOR_KEY_FILE).encode()).digest())


def seal(text: str) -> str:
    """``text`` as the base keeps it (AES-256-GCM, base64)."""
    nonce = os.urandom(NONCE)
    return base64.b64encode(nonce + _cipher().encrypt(nonce, text.encode(), CONTEXT)).decode()


def unseal(sealed: str) -> str:
    """The text that ``seal`` was given. Raises cryptography.exceptions.InvalidTag when the key is another one."""
    blob = base64.b64decode(sealed)
    return _cipher().decrypt(blob[:NONCE], blob[NONCE:], CONTEXT).decode()
