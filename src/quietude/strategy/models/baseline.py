"""The strategy as it was signed: frozen, numbered, and compared with the strategy as it runs.

The base itself refuses to change what is frozen; a strategy that has a frozen version is not deleted, unless its whole
council is. Who bypasses both is found by the digest.
"""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.db import models

from quietude.councils.models import Seat
from quietude.permissions.matrix import Can
from quietude.strategy.models.scope import CouncilQuerySet, CouncilRow, councils_opened
from quietude.strategy.models.sheet import ActionSheet
from quietude.strategy.models.strategy import Strategy


class Baseline(CouncilRow):
    """The strategy frozen on one day: at its signature, by an amendment, or for memory. Never changed afterwards."""

    class Kind(models.TextChoices):
        SIGNATURE = "signature", "signature"
        AMENDMENT = "amendment", "avenant"
        MILESTONE = "milestone", "point d’étape"

    strategy = models.ForeignKey(Strategy, models.RESTRICT, related_name="baselines", verbose_name="stratégie")
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
        ordering = ["strategy_id", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "number"],
                name="strategy_baseline_number",
                violation_error_message="Cette version existe déjà.",
            )
        ]

    def __str__(self) -> str:
        return f"Version {self.number} ({self.get_kind_display()})"

    @property
    def name(self) -> str:
        """« la signature », « l’avenant », « le point d’étape »: what one compares with."""
        return NAMES[self.Kind(self.kind)]

    def act(self, signatories: "Iterable[Signatory]") -> dict[str, Any]:
        """What was done on that day, and by whom: digested with the content."""
        return {
            "number": self.number,
            "kind": str(self.kind),
            "signed_on": self.signed_on.isoformat(),
            "deliberation": self.deliberation,
            "deliberated_on": self.deliberated_on.isoformat() if self.deliberated_on else None,
            "reason": self.reason,
            "signatories": [
                [one.name, one.quality, one.signed_on.isoformat() if one.signed_on else None] for one in signatories
            ],
        }


NAMES = {
    Baseline.Kind.SIGNATURE: "la signature",
    Baseline.Kind.AMENDMENT: "l’avenant",
    Baseline.Kind.MILESTONE: "le point d’étape",
}


class BaselineSheetQuerySet(CouncilQuerySet):
    def visible_to(self, seats: Iterable[Seat]) -> Self:
        """Frozen sheets of those that ``seats`` see today; who steers the council sees them all.

        The sheet as it is today decides: one that became restricted is not read through its old image, and nobody can
        say of one that is gone whom it would be open to.
        """
        seats = list(seats)
        opened = super().visible_to(seats)
        if councils_opened(seats, Can.READ_STRATEGY) <= councils_opened(seats, Can.READ_RESTRICTED_SHEET):
            return opened
        return opened.filter(external_id__in=ActionSheet.objects.visible_to(seats).values("external_id"))


class BaselineSheet(CouncilRow):
    """One sheet as it was when the baseline was frozen; known by its stable identifier, the sheet may be gone."""

    baseline = models.ForeignKey(Baseline, models.CASCADE, related_name="sheets", verbose_name="version figée")
    position = models.PositiveIntegerField("rang")
    external_id = models.UUIDField("identifiant stable de la fiche")
    portrait = models.JSONField("contenu")

    objects = BaselineSheetQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "fiche figée"
        verbose_name_plural = "fiches figées"
        ordering = ["baseline_id", "position"]
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
        ordering = ["baseline_id", "position", "id"]

    def __str__(self) -> str:
        return f"{self.name}, {self.quality}"
