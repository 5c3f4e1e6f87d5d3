import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from quietude.councils.models import Organisation
from quietude.strategy.models.scope import CouncilQuerySet, CouncilRow
from quietude.strategy.models.strategy import Axis, Objective, Strategy
from quietude.territories.models import Commune


class Status(models.TextChoices):
    TO_LAUNCH = "to_launch", "à lancer"
    RUNNING = "running", "en cours"
    BLOCKED = "blocked", "bloquée"
    DONE = "done", "réalisée"
    ABANDONED = "abandoned", "abandonnée"


OPEN = (Status.TO_LAUNCH, Status.RUNNING, Status.BLOCKED)


class ActionSheetQuerySet(CouncilQuerySet):
    def late(self, on: date) -> "ActionSheetQuerySet":
        """Open sheets whose deadline, their own or that of one commune, has passed."""
        own = Q(status__in=OPEN, due_on__lt=on)
        here = Q(communes__due_on__lt=on) & (Q(communes__status__in=OPEN) | Q(communes__status="", status__in=OPEN))
        return self.filter(Q(pk__in=self.model._default_manager.filter(own | here).values("pk")))

    def due_within(self, on: date, until: date) -> "ActionSheetQuerySet":
        """Open sheets whose own deadline falls between ``on`` and ``until``, both included."""
        return self.filter(status__in=OPEN, due_on__range=(on, until))

    def open_by(self, until: date) -> "ActionSheetQuerySet":
        """Open sheets whose own deadline is past or comes by ``until``."""
        return self.filter(status__in=OPEN, due_on__lte=until)

    def led_by(self, organisations: Iterable[int]) -> "ActionSheetQuerySet":
        """Open sheets led by one of ``organisations`` (primary keys)."""
        return self.filter(status__in=OPEN, lead__in=organisations)

    def unfunded(self) -> "ActionSheetQuerySet":
        """Open sheets without any amount: none planned, not even zero euros."""
        return self.filter(status__in=OPEN).exclude(funding_lines__asked__isnull=False)

    def without_lead(self) -> "ActionSheetQuerySet":
        return self.filter(status__in=OPEN, lead__isnull=True, lead_name="")

    def without_indicator(self) -> "ActionSheetQuerySet":
        return self.filter(status__in=OPEN, indicators__isnull=True)


class ActionSheet(CouncilRow):
    """One action of the strategy: what, by whom, for whom, when, with what, and how one will know.

    ``version`` is checked at each write: two people on one sheet never overwrite each other.
    """

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="sheets", verbose_name="stratégie")
    axis = models.ForeignKey(Axis, models.CASCADE, related_name="sheets", verbose_name="axe")
    objective = models.ForeignKey(
        Objective, models.SET_NULL, null=True, blank=True, related_name="sheets", verbose_name="objectif"
    )
    external_id = models.UUIDField("identifiant stable", default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField("numéro", max_length=20, blank=True)
    position = models.PositiveSmallIntegerField("rang")
    title = models.CharField("titre", max_length=500)
    status = models.CharField("état", max_length=10, choices=Status.choices, default=Status.TO_LAUNCH)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="led_sheets", verbose_name="pilote"
    )
    lead_name = models.CharField("pilote, tel qu’il est écrit", max_length=300, blank=True)
    starts_on = models.DateField("début", null=True, blank=True)
    due_on = models.DateField("échéance", null=True, blank=True)
    blocked_by = models.CharField("bloquée par", max_length=300, blank=True)
    description = models.TextField("description", blank=True)
    context = models.TextField("constat", blank=True)
    public = models.CharField("public", max_length=500, blank=True)
    perimeter = models.CharField("périmètre", max_length=500, blank=True)
    means = models.TextField("moyens", blank=True)
    calendar = models.TextField("calendrier", blank=True)
    evaluation = models.TextField("évaluation", blank=True)
    version = models.PositiveIntegerField("version", default=1)
    changed_at = models.DateTimeField("modifiée le", auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="modifiée par"
    )

    objects = ActionSheetQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "fiche action"
        verbose_name_plural = "fiches action"
        ordering = ["strategy", "axis__position", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="strategy_actionsheet_dates",
                violation_error_message="L’échéance précède le début.",
            )
        ]
        indexes = [models.Index(fields=["council", "status", "due_on"], name="strategy_sheet_due")]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def origin(self) -> Any:
        """The link to the line of the document from which it was taken over; None when it was written here."""
        return getattr(self, "source", None)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_settled(self) -> bool:
        return not self.is_open

    @property
    def is_late(self) -> bool:
        return bool(self.is_open and self.due_on and self.due_on < timezone.localdate())

    @property
    def state(self) -> str:
        """The state as the interface draws it: the status, or "late" once the deadline has gone by."""
        return "late" if self.is_late and self.status != Status.BLOCKED else self.status

    @property
    def completeness(self) -> list[tuple[str, str, bool]]:
        """What makes a sheet usable: (name, section of the page, whether it is there); rows must be prefetched."""
        return [
            ("un pilote", "", bool(self.lead_id or self.lead_name)),
            ("une échéance", "", bool(self.due_on)),
            ("une description", "", bool(self.description)),
            ("un public", "", bool(self.public)),
            ("des étapes", "etapes", bool(self.steps.all())),
            ("un budget", "argent", any(line.asked is not None for line in self.funding_lines.all())),
            ("un indicateur", "indicateurs", bool(self.indicators.all())),
            ("des partenaires", "partenaires", bool(self.partners.all())),
        ]

    @property
    def completeness_percent(self) -> int:
        """Share of ``completeness`` that is there, from 0 to 100."""
        found = [there for _, _, there in self.completeness]
        return round(100 * sum(found) / len(found))

    @property
    def lead_label(self) -> str:
        """The lead as one reads it: the organisation when it is known, else the words of the document."""
        return str(self.lead) if self.lead else self.lead_name


class SheetPartner(CouncilRow):
    """An organisation that takes part in an action, and its part."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="partners", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="organisme"
    )
    name = models.CharField("nom, tel qu’il est écrit", max_length=300, blank=True)
    part = models.CharField("sa part", max_length=300, blank=True)

    class Meta:
        verbose_name = "partenaire"
        verbose_name_plural = "partenaires"
        ordering = ["sheet", "position", "id"]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The organisation when it is known, else the words of the document."""
        return str(self.organisation) if self.organisation else self.name


class SheetCommune(CouncilRow):
    """What differs in one commune on a sheet that several share; empty means « comme la fiche »."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="communes", verbose_name="fiche")
    commune = models.ForeignKey(Commune, models.PROTECT, related_name="+", verbose_name="commune")
    status = models.CharField("état", max_length=10, choices=Status.choices, blank=True)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pilote"
    )
    due_on = models.DateField("échéance", null=True, blank=True)

    class Meta:
        verbose_name = "commune de la fiche"
        verbose_name_plural = "communes de la fiche"
        ordering = ["sheet", "commune__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "commune"],
                name="strategy_sheetcommune_unique",
                violation_error_message="Cette commune est déjà sur la fiche.",
            )
        ]

    def __str__(self) -> str:
        return str(self.commune)

    @property
    def state(self) -> str:
        """The state in this commune, as the interface draws it."""
        status = self.status or self.sheet.status
        due_on = self.due_on or self.sheet.due_on
        late = status in OPEN and status != Status.BLOCKED and due_on and due_on < timezone.localdate()
        return "late" if late else status

    @property
    def lead_label(self) -> str:
        return str(self.lead) if self.lead else self.sheet.lead_label


class SheetVersion(CouncilRow):
    """The fields of a sheet as they stood when ``number`` was left behind: history, and base of a conflict."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="versions", verbose_name="fiche")
    number = models.PositiveIntegerField("version")
    values = models.JSONField("valeurs")
    """{"due_on": "2026-10-30", "lead": "12", …}: as a form sends them."""
    replaced_at = models.DateTimeField("remplacée le", auto_now_add=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="remplacée par"
    )

    class Meta:
        verbose_name = "version de fiche"
        verbose_name_plural = "versions de fiche"
        ordering = ["sheet", "-number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="strategy_sheetversion_unique")]


class PendingEdit(CouncilRow):
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
