"""The strategy as it was signed: frozen, numbered, and compared with the strategy as it runs."""

from django.conf import settings
from django.db import models

from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.models.strategy import Strategy


class Baseline(CouncilRow):
    """The strategy frozen on one day: at its signature, by an amendment, or for memory. Never changed afterwards."""

    class Kind(models.TextChoices):
        SIGNATURE = "signature", "signature"
        AMENDMENT = "amendment", "avenant"
        MILESTONE = "milestone", "point d’étape"

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="baselines", verbose_name="stratégie")
    number = models.PositiveSmallIntegerField("version")
    kind = models.CharField("nature", max_length=10, choices=Kind.choices, default=Kind.SIGNATURE)
    signed_on = models.DateField("date")
    deliberation = models.CharField("numéro de la délibération", max_length=100, blank=True)
    deliberated_on = models.DateField("date de la délibération", null=True, blank=True)
    reason = models.CharField("objet", max_length=500, blank=True)
    portrait = models.JSONField("contenu")
    """The head, axes and objectives in words: see ``strategy.portraits``; each sheet has its own row."""
    digest = models.CharField("empreinte", max_length=64)
    """SHA-256 of the whole frozen content: what proves that it has not been touched."""
    scan = models.UUIDField("délibération numérisée", null=True, blank=True)
    """Reference of the stored upload in ``intake``."""
    frozen_at = models.DateTimeField("figée le", auto_now_add=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="figée par"
    )

    class Meta:
        verbose_name = "version figée"
        verbose_name_plural = "versions figées"
        ordering = ["strategy", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "number"],
                name="strategy_baseline_number",
                violation_error_message="Cette version existe déjà.",
            )
        ]

    def __str__(self) -> str:
        return f"Version {self.number} ({self.get_kind_display()})"


class BaselineSheet(CouncilRow):
    """One sheet as it was when the baseline was frozen; known by its stable identifier, the sheet may be gone."""

    baseline = models.ForeignKey(Baseline, models.CASCADE, related_name="sheets", verbose_name="version figée")
    position = models.PositiveIntegerField("rang")
    external_id = models.UUIDField("identifiant stable de la fiche")
    portrait = models.JSONField("contenu")

    class Meta:
        verbose_name = "fiche figée"
        verbose_name_plural = "fiches figées"
        ordering = ["baseline", "position"]
        constraints = [
            models.UniqueConstraint(fields=["baseline", "external_id"], name="strategy_baselinesheet_unique")
        ]


class Signatory(CouncilRow):
    """Who signed a baseline, in which quality, on which day: a record, not a link to a member who may leave."""

    baseline = models.ForeignKey(Baseline, models.CASCADE, related_name="signatories", verbose_name="version figée")
    position = models.PositiveSmallIntegerField("rang", default=0)
    name = models.CharField("nom", max_length=150)
    quality = models.CharField("qualité", max_length=200)
    signed_on = models.DateField("signé le", null=True, blank=True)

    class Meta:
        verbose_name = "signataire"
        verbose_name_plural = "signataires"
        ordering = ["baseline", "position", "id"]

    def __str__(self) -> str:
        return f"{self.name}, {self.quality}"
