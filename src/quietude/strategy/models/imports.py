import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.models.sheet import ActionSheet
from quietude.strategy.models.strategy import Axis, Objective, Strategy


class StrategyImport(CouncilRow):
    """A document being taken over: read, reviewed, then applied; undone as a whole if need be."""

    class State(models.TextChoices):
        READING = "reading", "lecture en cours"
        FAILED = "failed", "lecture impossible"
        REVIEW = "review", "à relire"
        APPLIED = "applied", "enregistrée"
        UNDONE = "undone", "annulée"
        ABANDONED = "abandoned", "abandonnée"

    reference = models.UUIDField("référence", default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField("état", max_length=10, choices=State.choices, default=State.READING)
    file_name = models.CharField("fichier", max_length=200)
    file_format = models.CharField("format", max_length=10, blank=True)
    upload = models.UUIDField("fichier reçu", null=True, default=None)
    """Reference of the stored upload in ``intake``, until the review ends."""
    lines = models.JSONField("lignes lues", default=list)
    """[{"text", "number", "page", "kind"}], in reading order."""
    review = models.JSONField("relecture", default=dict)
    """What the review has come to: see ``strategy.review``."""
    message = models.CharField("message", max_length=500, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="commencée par"
    )
    started_at = models.DateTimeField("commencée le", auto_now_add=True)
    applied_at = models.DateTimeField("enregistrée le", null=True, blank=True)
    undone_at = models.DateTimeField("annulée le", null=True, blank=True)
    strategy = models.ForeignKey(
        Strategy, models.SET_NULL, null=True, blank=True, related_name="imports", verbose_name="stratégie créée"
    )
    version = models.PositiveIntegerField("version", default=1)

    class Meta:
        verbose_name = "reprise"
        verbose_name_plural = "reprises"
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return self.file_name


class SourceLink(CouncilRow):
    """Where an imported item was read: page or sheet, line, exact text, and how sure the importer was."""

    taken_from = models.ForeignKey(StrategyImport, models.CASCADE, related_name="links", verbose_name="reprise")
    axis = models.OneToOneField(Axis, models.CASCADE, null=True, related_name="source", verbose_name="axe")
    objective = models.OneToOneField(
        Objective, models.CASCADE, null=True, related_name="source", verbose_name="objectif"
    )
    sheet = models.OneToOneField(ActionSheet, models.CASCADE, null=True, related_name="source", verbose_name="fiche")
    page = models.CharField("page", max_length=80, blank=True)
    line = models.PositiveIntegerField("ligne")
    last_line = models.PositiveIntegerField("dernière ligne", null=True)
    text = models.TextField("texte exact")
    confidence = models.FloatField("confiance")
    reason = models.CharField("raison", max_length=300, blank=True)
    to_check = models.BooleanField("à vérifier", default=False)
    """Applied while still « à vérifier »: the page of the item says so until someone confirms it."""

    class Meta:
        verbose_name = "lien à la source"
        verbose_name_plural = "liens à la source"
        constraints = [
            models.CheckConstraint(
                condition=Q(axis__isnull=False, objective__isnull=True, sheet__isnull=True)
                | Q(axis__isnull=True, objective__isnull=False, sheet__isnull=True)
                | Q(axis__isnull=True, objective__isnull=True, sheet__isnull=False),
                name="strategy_sourcelink_one_item",
            )
        ]
