from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from quietude.strategy.models.scope import CouncilRow


class Framework(models.Model):
    """A national or departmental frame in which a strategy stands: dated, sourced data (docs/law.md#frameworks)."""

    name = models.CharField("nom", max_length=200, unique=True)
    starts_on = models.DateField("depuis le", null=True, blank=True)
    ends_on = models.DateField("jusqu’au", null=True, blank=True)
    source = models.CharField("source", max_length=300)

    class Meta:
        verbose_name = "cadre"
        verbose_name_plural = "cadres"
        ordering = ["starts_on", "name"]

    def __str__(self) -> str:
        return self.name


class Strategy(CouncilRow):
    """A territorial strategy: one plan of the council over one period, by years or by exact dates."""

    class Status(models.TextChoices):
        DRAFT = "draft", "en préparation"
        ADOPTED = "adopted", "adoptée"
        EVALUATED = "evaluated", "évaluée"
        ARCHIVED = "archived", "archivée"

    title = models.CharField("titre", max_length=300)
    starts_on = models.DateField("début", null=True, blank=True)
    ends_on = models.DateField("fin", null=True, blank=True)
    status = models.CharField("état", max_length=10, choices=Status.choices, default=Status.DRAFT)
    adopted_on = models.DateField("adoptée le", null=True, blank=True)
    deliberation = models.CharField("délibération", max_length=100, blank=True)
    evaluated_on = models.DateField("évaluée le", null=True, blank=True)
    archived_on = models.DateField("archivée le", null=True, blank=True)
    legal_references = models.TextField("références juridiques", blank=True)
    frameworks = models.ManyToManyField(Framework, blank=True, related_name="strategies", verbose_name="cadres")
    description = models.TextField("présentation", blank=True)
    version = models.PositiveIntegerField("version", default=1)

    class Meta:
        verbose_name = "stratégie"
        verbose_name_plural = "stratégies"
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="strategy_strategy_period",
                violation_error_message="La fin de la stratégie précède son début.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def period(self) -> str:
        """« 2024-2027 », « jusqu’en 2029 », or an empty text when neither end is known."""
        start, end = self.starts_on, self.ends_on
        if start and end:
            return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
        if end:
            return f"jusqu’en {end.year}"
        return f"depuis {start.year}" if start else ""

    def is_past(self, on: date | None = None) -> bool:
        """Whether the period has ended and the strategy still waits for its evaluation."""
        today = on or timezone.localdate()
        return bool(self.ends_on and self.ends_on < today and self.status in (self.Status.DRAFT, self.Status.ADOPTED))


class Axis(CouncilRow):
    """The top level of a strategy, whatever its authors call it. Without title: actions that no axis gathers."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="axes", verbose_name="stratégie")
    position = models.PositiveSmallIntegerField("rang")
    title = models.CharField("titre", max_length=500, blank=True)
    description = models.TextField("présentation", blank=True)
    version = models.PositiveIntegerField("version", default=1)

    class Meta:
        verbose_name = "axe"
        verbose_name_plural = "axes"
        ordering = ["strategy_id", "position", "id"]

    def __str__(self) -> str:
        return self.title or "Actions sans axe"

    @property
    def origin(self) -> Any:
        """The link to the line of the document from which it was taken over; None when it was written here."""
        return getattr(self, "source", None)


class Objective(CouncilRow):
    """What is to be reached: under an axis, or general to the whole strategy (no axis)."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="objectives", verbose_name="stratégie")
    axis = models.ForeignKey(Axis, models.CASCADE, null=True, blank=True, related_name="objectives", verbose_name="axe")
    position = models.PositiveSmallIntegerField("rang")
    title = models.CharField("intitulé", max_length=500)
    description = models.TextField("présentation", blank=True)
    due_on = models.DateField("échéance", null=True, blank=True)
    target = models.CharField("cible", max_length=300, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    class Meta:
        verbose_name = "objectif"
        verbose_name_plural = "objectifs"
        ordering = ["strategy_id", "axis__position", "position", "id"]

    def __str__(self) -> str:
        return self.title
