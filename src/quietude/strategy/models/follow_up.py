"""The life of an action: its steps, what was held, the papers attached."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from quietude.strategy.models.scope import SheetRow
from quietude.strategy.models.sheet import ActionSheet
from quietude.territories.models import Commune


class Step(SheetRow):
    """A dated step of an action."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="steps", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    title = models.CharField("étape", max_length=300)
    starts_on = models.DateField("à partir du", null=True, blank=True)
    due_on = models.DateField("pour le", null=True, blank=True)
    done_on = models.DateField("faite le", null=True, blank=True)
    cost = models.DecimalField("coût", max_digits=12, decimal_places=2, null=True, blank=True)
    note = models.CharField("observation", max_length=500, blank=True)

    class Meta:
        verbose_name = "étape"
        verbose_name_plural = "étapes"
        ordering = ["sheet_id", "position", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_late(self) -> bool:
        return bool(not self.done_on and self.due_on and self.due_on < timezone.localdate())


class Event(SheetRow):
    """A thing held in the course of an action: a road-safety day, a debate evening, a talk in a class."""

    class Kind(models.TextChoices):
        ROAD_SAFETY = "road_safety", "journée de sécurité routière"
        DEBATE = "debate", "soirée-débat"
        SCHOOL = "school", "intervention scolaire"
        WORKSHOP = "workshop", "atelier"
        PUBLIC_MEETING = "public_meeting", "réunion publique"
        TRAINING = "training", "formation de professionnels"
        OUTING = "outing", "sortie ou chantier"
        OTHER = "other", "autre"

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="events", verbose_name="fiche")
    kind = models.CharField("nature", max_length=20, choices=Kind.choices, default=Kind.OTHER)
    title = models.CharField("intitulé", max_length=300)
    held_on = models.DateField("le")
    place = models.CharField("lieu", max_length=200, blank=True)
    commune = models.ForeignKey(
        Commune, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="commune"
    )
    public = models.CharField("public", max_length=200, blank=True)
    participants = models.PositiveIntegerField("participants", null=True, blank=True)
    note = models.CharField("observation", max_length=500, blank=True)

    class Meta:
        verbose_name = "événement"
        verbose_name_plural = "événements"
        ordering = ["sheet_id", "held_on", "id"]

    def __str__(self) -> str:
        return self.title


class SheetDocument(SheetRow):
    """A paper attached to a sheet; its bytes are those of an upload kept for good."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="documents", verbose_name="fiche")
    title = models.CharField("intitulé", max_length=200)
    upload = models.UUIDField("fichier", unique=True)
    """Reference of the stored upload in ``intake``."""
    added_on = models.DateField("ajouté le", default=timezone.localdate)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="ajouté par"
    )

    class Meta:
        verbose_name = "document de la fiche"
        verbose_name_plural = "documents de la fiche"
        ordering = ["sheet_id", "-added_on", "-id"]

    def __str__(self) -> str:
        return self.title
