"""Signed links: one purpose, one addressee, until a deadline. Whoever holds the link is the addressee."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.utils import timezone


class LinkRefused(Exception):
    """The link is not ours, is for something else, or its time has passed."""


@dataclass(frozen=True)
class Link:
    """What a signed link says once its signature is checked."""

    purpose: str
    addressee: str
    """Opaque reference of the person or thing that the link was made for."""
    until: datetime
    facts: dict[str, Any]


def sign_link(purpose: str, addressee: object, *, lasts: timedelta, **facts: Any) -> str:
    """A token to put in a URL, good for ``purpose`` alone; ``facts`` are references and codes: anyone can read them."""
    until = timezone.now() + lasts
    return signing.dumps([str(addressee), until.timestamp(), facts], salt=_salt(purpose))


def read_link(purpose: str, token: str) -> Link:
    """The content of ``token``. Raises LinkRefused when it was not signed for ``purpose`` or is past its deadline."""
    try:
        addressee, until, facts = signing.loads(token, salt=_salt(purpose))
    except signing.BadSignature as error:
        raise LinkRefused from error
    link = Link(purpose, addressee, datetime.fromtimestamp(until, timezone.get_default_timezone()), facts)
    if link.until <= timezone.now():
        raise LinkRefused
    return link


def _salt(purpose: str) -> str:
    return f"quietude.link.{purpose}"
