from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.models.sheet import ActionSheet


class Step(CouncilRow):
    """A dated step of an action."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="steps", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    title = models.CharField("étape", max_length=300)
    due_on = models.DateField("pour le", null=True, blank=True)
    done_on = models.DateField("faite le", null=True, blank=True)
    note = models.CharField("observation", max_length=500, blank=True)

    class Meta:
        verbose_name = "étape"
        verbose_name_plural = "étapes"
        ordering = ["sheet", "position", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_late(self) -> bool:
        return bool(not self.done_on and self.due_on and self.due_on < timezone.localdate())


class FundingLine(CouncilRow):
    """What one funder was asked, granted and paid, in euros; empty is unknown, zero is zero."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="funding_lines", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    funder = models.CharField("financeur", max_length=200)
    year = models.PositiveSmallIntegerField("année", null=True, blank=True)
    asked = models.DecimalField("demandé", max_digits=12, decimal_places=2, null=True, blank=True)
    granted = models.DecimalField("accordé", max_digits=12, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField("versé", max_digits=12, decimal_places=2, null=True, blank=True)
    note = models.CharField("observation", max_length=300, blank=True)

    class Meta:
        verbose_name = "financement"
        verbose_name_plural = "financements"
        ordering = ["sheet", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(asked__isnull=True) | Q(asked__gte=0))
                & (Q(granted__isnull=True) | Q(granted__gte=0))
                & (Q(paid__isnull=True) | Q(paid__gte=0)),
                name="strategy_fundingline_positive",
                violation_error_message="Un montant ne peut pas être négatif.",
            )
        ]

    def __str__(self) -> str:
        return self.funder


class Indicator(CouncilRow):
    """What is counted to know whether the action works."""

    class Nature(models.TextChoices):
        ACTIVITY = "activity", "activité"
        RESULT = "result", "résultat"
        IMPACT = "impact", "impact"

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="indicators", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    name = models.CharField("indicateur", max_length=300)
    nature = models.CharField("nature", max_length=10, choices=Nature.choices, blank=True)
    unit = models.CharField("unité", max_length=40, blank=True)
    baseline = models.DecimalField("valeur de départ", max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField("cible", max_digits=14, decimal_places=2, null=True, blank=True)
    frequency = models.CharField("fréquence", max_length=80, blank=True)
    source = models.CharField("source", max_length=200, blank=True)

    class Meta:
        verbose_name = "indicateur"
        verbose_name_plural = "indicateurs"
        ordering = ["sheet", "position", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def last_measurement(self) -> "Measurement | None":
        """The latest value; measurements must be prefetched."""
        measures = list(self.measurements.all())
        return measures[-1] if measures else None


class Measurement(CouncilRow):
    """One value of an indicator on one day."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="measurements", verbose_name="indicateur")
    on = models.DateField("le")
    value = models.DecimalField("valeur", max_digits=14, decimal_places=2)
    comment = models.CharField("observation", max_length=300, blank=True)

    class Meta:
        verbose_name = "mesure"
        verbose_name_plural = "mesures"
        ordering = ["indicator", "on"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"],
                name="strategy_measurement_unique",
                violation_error_message="Cet indicateur a déjà une mesure à cette date.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} : {self.value}"


class JournalEntry(CouncilRow):
    """A dated sentence in the life of an action; ``automatic`` when the platform wrote it."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="journal", verbose_name="fiche")
    on = models.DateField("le", default=timezone.localdate)
    text = models.TextField("texte")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="auteur"
    )
    automatic = models.BooleanField("écrite par la plateforme", default=False)
    at = models.DateTimeField("écrite le", auto_now_add=True)

    class Meta:
        verbose_name = "ligne du journal"
        verbose_name_plural = "journal"
        ordering = ["sheet", "-on", "-id"]

    def __str__(self) -> str:
        return self.text[:80]
