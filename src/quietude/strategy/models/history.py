"""What happened to a sheet: its former states, what two writers left to settle, its journal."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from quietude.strategy.models.scope import SheetRow
from quietude.strategy.models.sheet import ActionSheet


class SheetVersion(SheetRow):
    """The fields of a sheet as they stood when ``number`` was left behind: history, and base of a conflict."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="versions", verbose_name="fiche")
    number = models.PositiveIntegerField("version")
    values = models.JSONField("valeurs")
    """{"due_on": "2026-10-30", "lead": "12", …}: as a form sends them."""
    section = models.CharField("rubrique", max_length=20, blank=True)
    """The section of rows that was replaced; empty when the fields of the sheet were."""
    rows = models.JSONField("lignes", default=list)
    """The rows of ``section`` as they stood: [{"title": "Convention signée", …}], in words."""
    replaced_at = models.DateTimeField("remplacée le", auto_now_add=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="remplacée par"
    )

    class Meta:
        verbose_name = "version de fiche"
        verbose_name_plural = "versions de fiche"
        ordering = ["sheet_id", "-number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="strategy_sheetversion_unique")]


class PendingEdit(SheetRow):
    """What someone wrote on a sheet that another had changed meanwhile: kept seven days, lost never."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="pending_edits", verbose_name="fiche")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="auteur")
    base_version = models.PositiveIntegerField("version lue")
    values = models.JSONField("valeurs écrites")
    started_at = models.DateTimeField("commencée le")
    kept_until = models.DateTimeField("gardée jusqu’au")

    class Meta:
        verbose_name = "modification en attente"
        verbose_name_plural = "modifications en attente"
        ordering = ["-started_at"]


class JournalEntry(SheetRow):
    """A dated sentence in the life of an action; ``automatic`` when the platform wrote it."""

    class Kind(models.TextChoices):
        NOTE = "note", "fait"
        DECISION = "decision", "décision et sa raison"

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="journal", verbose_name="fiche")
    on = models.DateField("le", default=timezone.localdate)
    kind = models.CharField("nature", max_length=10, choices=Kind.choices, default=Kind.NOTE)
    text = models.TextField("texte")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="auteur"
    )
    automatic = models.BooleanField("écrite par la plateforme", default=False)
    at = models.DateTimeField("écrite le", auto_now_add=True)

    class Meta:
        verbose_name = "ligne du journal"
        verbose_name_plural = "journal"
        ordering = ["sheet_id", "-on", "-id"]

    def __str__(self) -> str:
        return self.text[:80]
