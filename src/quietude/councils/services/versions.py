"""Writing a row that two people may have open: the second one is told, never overwritten in silence."""

from typing import Any

from django.db import models
from django.db.models import F

from quietude.kit.errors import VersionConflict


class Refused(Exception):
    """An act that would leave the council in a state it must not be in; the message, in French, is for who asked."""


def save_version(row: models.Model, values: dict[str, Any], *, version: int) -> None:
    """Write ``values`` on ``row`` if it still stands at ``version``. Raises VersionConflict otherwise."""
    manager = type(row)._default_manager
    if not manager.filter(pk=row.pk, version=version).update(**values, version=F("version") + 1):
        raise VersionConflict
    row.refresh_from_db()
