"""Which rows: the answer shared by every noun that belongs to one council."""

from collections.abc import Iterable
from typing import Self

from django.db import models


class CouncilQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Rows of one council, reached through the seats that one holds there."""

    council_path = "council"
    """Where the council of a row stands."""

    def visible_to(self, seats: Iterable[models.Model]) -> Self:
        """Rows of the councils in which ``seats`` are held: inside one's council, the matrix decides what is shown."""
        councils = {seat.council_id for seat in seats}  # type: ignore[attr-defined]
        return self.filter(**{f"{self.council_path}__in": councils})
