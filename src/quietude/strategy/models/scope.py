"""Which rows a seat may see: everything here belongs to one council, and a seat sees its own council's."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models

from quietude.councils.models import Council, Seat
from quietude.permissions.matrix import Can, allows
from quietude.permissions.roles import Role


class CouncilQuerySet(models.QuerySet[Any]):
    """Rows of a council, seen by the seats that may read its strategy."""

    def visible_to(self, seats: Iterable[Seat]) -> Self:
        """Rows of the councils where one of ``seats`` may read the strategy; none for no seat."""
        councils = {seat.council_id for seat in seats if allows([Role(seat.role)], Can.READ_STRATEGY)}
        return self.filter(council__in=councils)


class CouncilRow(models.Model):
    """A row that belongs to a council, so that every table can be distributed by council."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="+", verbose_name="conseil")

    objects = CouncilQuerySet.as_manager()

    class Meta:
        abstract = True
