from datetime import date

from django.db import models
from django.db.models import F, Q

from quietude.councils.models.council import Council
from quietude.councils.models.people import Professional
from quietude.councils.models.visibility import CouncilQuerySet


class InterimQuerySet(CouncilQuerySet["Interim"]):
    def current(self, on: date) -> "InterimQuerySet":
        """Interims that hold on the day ``on``."""
        return self.filter(starts_on__lte=on).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on))


class Interim(models.Model):
    """Who looks after the coordination while nobody holds it, or while its holder is away: receives the reminders."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="interims", verbose_name="conseil")
    professional = models.ForeignKey(
        Professional, models.PROTECT, related_name="+", verbose_name="qui assure l’intérim"
    )
    starts_on = models.DateField("à partir du")
    ends_on = models.DateField("jusqu’au", null=True, blank=True)
    reason = models.CharField("raison", max_length=200, blank=True)

    objects = InterimQuerySet.as_manager()

    class Meta:
        verbose_name = "intérim de la coordination"
        verbose_name_plural = "intérims de la coordination"
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="councils_interim_dates",
                violation_error_message="La fin de l’intérim précède son début.",
            )
        ]

    def __str__(self) -> str:
        return str(self.professional)
