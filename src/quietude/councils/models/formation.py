from datetime import date

from django.db import models
from django.db.models import F, Q

from quietude.councils.models.council import Council
from quietude.councils.models.people import Professional
from quietude.councils.models.visibility import CouncilQuerySet


class Formation(models.Model):
    """A way in which the council meets: data, not code."""

    class Kind(models.TextChoices):
        PLENARY = "plenary", "formation plénière"
        RESTRICTED = "restricted", "formation restreinte"
        WATCH_CELL = "watch_cell", "cellule de veille"
        URGENT_CELL = "urgent_cell", "cellule de veille d’urgence"
        THEMATIC = "thematic", "groupe thématique"
        TERRITORIAL = "territorial", "groupe territorial"
        ETHICS = "ethics", "comité d’éthique"
        PROSECUTOR_GROUP = "prosecutor_group", "GLTD (pour information : instance du procureur)"

    council = models.ForeignKey(Council, models.CASCADE, related_name="formations", verbose_name="conseil")
    kind = models.CharField("nature", max_length=20, choices=Kind.choices)
    name = models.CharField("nom", max_length=150)
    starts_on = models.DateField("depuis le", null=True, blank=True)
    ends_on = models.DateField("jusqu’au", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    objects = CouncilQuerySet["Formation"].as_manager()

    class Meta:
        verbose_name = "formation"
        verbose_name_plural = "formations"
        ordering = ["council", "kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "name"],
                name="councils_formation_name_unique",
                violation_error_message="Une formation porte déjà ce nom.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class FormationMemberQuerySet(CouncilQuerySet["FormationMember"]):
    def current(self, on: date) -> "FormationMemberQuerySet":
        """Members who sit on the day ``on``."""
        return self.filter(Q(starts_on__isnull=True) | Q(starts_on__lte=on)).filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on)
        )


class FormationMember(models.Model):
    """A titular member of a formation and, where one is named, the deputy; between two dates."""

    formation = models.ForeignKey(Formation, models.CASCADE, related_name="members", verbose_name="formation")
    council = models.ForeignKey(Council, models.CASCADE, related_name="+", verbose_name="conseil")
    titular = models.ForeignKey(Professional, models.PROTECT, related_name="titular_of", verbose_name="titulaire")
    deputy = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="deputy_of", verbose_name="suppléant"
    )
    starts_on = models.DateField("depuis le", null=True, blank=True)
    ends_on = models.DateField("jusqu’au", null=True, blank=True)

    objects = FormationMemberQuerySet.as_manager()

    class Meta:
        verbose_name = "membre de formation"
        verbose_name_plural = "membres de formation"
        ordering = ["formation", "titular__full_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["formation", "titular"],
                condition=Q(ends_on__isnull=True),
                name="councils_formationmember_unique",
                violation_error_message="Cette personne siège déjà dans cette formation.",
            ),
            models.CheckConstraint(
                condition=Q(deputy__isnull=True) | ~Q(deputy=F("titular")),
                name="councils_formationmember_deputy",
                violation_error_message="Le suppléant ne peut pas être le titulaire.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="councils_formationmember_dates",
                violation_error_message="La fin précède le début.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titular} – {self.formation}"
