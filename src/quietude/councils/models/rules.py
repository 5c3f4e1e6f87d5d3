from datetime import date

from django.db import models
from django.db.models import Q


class LegalRuleQuerySet(models.QuerySet["LegalRule"]):
    def in_force(self, on: date) -> "LegalRuleQuerySet":
        """Rules whose validity covers ``on``."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=on)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on)
        )


class LegalRule(models.Model):
    """A threshold, a seat kind or a period that a text sets: dated, sourced, with how sure we are of it."""

    class Kind(models.TextChoices):
        THRESHOLD = "threshold", "seuil"
        SEAT = "seat", "nature de siège"
        PERIOD = "period", "périodicité"

    class Certainty(models.TextChoices):
        CONFIRMED = "confirmed", "lu dans le texte"
        CONFIRMED_OLD = "confirmed_old", "lu dans une version ancienne"
        REPORTED = "reported", "rapporté, à vérifier"
        UNKNOWN = "unknown", "non confirmé"

    code = models.CharField("code", max_length=60)
    kind = models.CharField("nature", max_length=20, choices=Kind.choices)
    label = models.CharField("énoncé", max_length=300)
    value = models.JSONField("valeur", default=dict)
    anchor = models.CharField("ancre", max_length=60)
    """Anchor in docs/law.md, without the #."""
    source = models.CharField("source", max_length=300)
    certainty = models.CharField("certitude", max_length=20, choices=Certainty.choices)
    valid_from = models.DateField("en vigueur depuis le", null=True, blank=True)
    valid_to = models.DateField("jusqu’au", null=True, blank=True)

    objects = LegalRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "règle de droit"
        verbose_name_plural = "règles de droit"
        ordering = ["kind", "code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="councils_legalrule_unique"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_from__isnull=True), name="councils_legalrule_undated_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.label
