"""How one will know: indicators and their measurements."""

from django.conf import settings
from django.db import models

from quietude.councils.models import Professional
from quietude.strategy.models.scope import CouncilRow, SheetRow, SheetRowQuerySet
from quietude.strategy.models.sheet import ActionSheet


class Indicator(SheetRow):
    """What is counted to know whether the action works."""

    class Nature(models.TextChoices):
        ACTIVITY = "activity", "activité"
        RESULT = "result", "résultat"
        IMPACT = "impact", "impact"

    class Direction(models.TextChoices):
        UP = "up", "plus, c’est mieux"
        DOWN = "down", "moins, c’est mieux"

    class Rhythm(models.TextChoices):
        MONTHLY = "monthly", "chaque mois"
        QUARTERLY = "quarterly", "chaque trimestre"
        HALF_YEARLY = "half_yearly", "chaque semestre"
        YEARLY = "yearly", "chaque année"

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="indicators", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    name = models.CharField("indicateur", max_length=300)
    definition = models.TextField("définition", blank=True)
    """What is counted exactly, and what is not; empty only for what an import brought and nobody completed."""
    nature = models.CharField("nature", max_length=10, choices=Nature.choices, blank=True)
    unit = models.CharField("unité", max_length=40, blank=True)
    baseline = models.DecimalField("valeur de départ", max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField("cible", max_digits=14, decimal_places=2, null=True, blank=True)
    baseline_on = models.DateField("valeur de départ au", null=True, blank=True)
    direction = models.CharField("sens", max_length=4, choices=Direction.choices, default=Direction.UP)
    rhythm = models.CharField("rythme des mesures", max_length=12, choices=Rhythm.choices, blank=True)
    frequency = models.CharField("fréquence, telle qu’elle est écrite", max_length=80, blank=True)
    source = models.CharField("source", max_length=200, blank=True)
    measured_by = models.ForeignKey(
        Professional, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="qui mesure"
    )
    figure = models.CharField("chiffre de la plateforme", max_length=60, blank=True)
    """Key of the registry ``kit.figures`` from which measures are taken; empty when someone types them."""

    class Meta:
        verbose_name = "indicateur"
        verbose_name_plural = "indicateurs"
        ordering = ["sheet_id", "position", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def last_measurement(self) -> "Measurement | None":
        """The latest value; measurements must be prefetched."""
        measures = list(self.measurements.all())
        return measures[-1] if measures else None


class MeasurementQuerySet(SheetRowQuerySet):
    sheet_path = "indicator__sheet"


class Measurement(CouncilRow):
    """One value of an indicator on one day."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="measurements", verbose_name="indicateur")
    on = models.DateField("le")
    value = models.DecimalField("valeur", max_digits=14, decimal_places=2)
    comment = models.CharField("observation", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="saisie par"
    )

    objects = MeasurementQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "mesure"
        verbose_name_plural = "mesures"
        ordering = ["indicator_id", "on"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"],
                name="strategy_measurement_unique",
                violation_error_message="Cet indicateur a déjà une mesure à cette date.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} : {self.value}"
