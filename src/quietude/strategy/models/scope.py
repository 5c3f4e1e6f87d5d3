"""Which rows a seat may see: everything here belongs to one council, and a seat sees its own council's.

A restricted sheet, and all that hangs on it, is seen only by those who lead it, take part in it or steer the council.
"""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models

from quietude.councils.models import Council, Seat
from quietude.permissions.matrix import Can, allows
from quietude.permissions.roles import Role


def councils_opened(seats: Iterable[Seat], capability: Can) -> set[int]:
    """Primary keys of the councils where one of ``seats`` carries ``capability``."""
    return {seat.council_id for seat in seats if allows([Role(seat.role)], capability)}


class CouncilQuerySet(models.QuerySet[Any]):
    """Rows of a council, seen by the seats that may read its strategy."""

    def visible_to(self, seats: Iterable[Seat]) -> Self:
        """Rows of the councils where one of ``seats`` may read the strategy; none for no seat."""
        return self.filter(council__in=councils_opened(seats, Can.READ_STRATEGY))


class SheetRowQuerySet(CouncilQuerySet):
    """Rows that hang on a sheet: seen by those who see the sheet."""

    sheet_path = "sheet"

    def visible_to(self, seats: Iterable[Seat]) -> Self:
        """Rows of the sheets that ``seats`` may see."""
        seats = list(seats)
        rows = super().visible_to(seats)
        if councils_opened(seats, Can.READ_STRATEGY) <= councils_opened(seats, Can.READ_RESTRICTED_SHEET):
            return rows
        sheets = self.model._meta.apps.get_model("strategy", "ActionSheet")._default_manager.visible_to(seats)
        return rows.filter(**{f"{self.sheet_path}__in": sheets})


class CouncilRow(models.Model):
    """A row that belongs to a council, so that every table can be distributed by council."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="+", verbose_name="conseil")

    objects = CouncilQuerySet.as_manager()

    class Meta:
        abstract = True


class SheetRow(CouncilRow):
    """A row that hangs on a sheet by its field ``sheet``."""

    objects = SheetRowQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        abstract = True
