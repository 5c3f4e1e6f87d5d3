from datetime import date

from django.db import models
from django.db.models import Q

from quietude.councils.models.council import Council
from quietude.councils.models.people import Professional
from quietude.councils.models.visibility import CouncilQuerySet
from quietude.permissions.roles import Role
from quietude.territories.models import Commune


class SeatQuerySet(CouncilQuerySet["Seat"]):
    def current(self, on: date) -> "SeatQuerySet":
        """Seats that hold on the day ``on``."""
        return self.filter(Q(starts_on__isnull=True) | Q(starts_on__lte=on)).filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on)
        )


class Seat(models.Model):
    """One professional x one council x one role, between two dates. Rights come from seats and from nothing else."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="seats", verbose_name="conseil")
    professional = models.ForeignKey(Professional, models.CASCADE, related_name="seats", verbose_name="titulaire")
    role = models.CharField("rôle", max_length=30, choices=[(r.value, r.label) for r in Role])
    kind = models.CharField("nature du siège", max_length=40, blank=True)
    """Code of the dated rule that founds the seat: member as of right, designated, associated."""
    commune = models.ForeignKey(
        Commune, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="commune représentée"
    )
    starts_on = models.DateField("depuis le", null=True, blank=True)
    ends_on = models.DateField("jusqu’au", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "siège"
        verbose_name_plural = "sièges"
        ordering = ["council", "role", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="councils_seat_dates",
                violation_error_message="La fin du siège précède son début.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.professional}, {Role(self.role).label}"
