import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from quietude.councils.models import Organisation, Professional, Seat
from quietude.permissions.matrix import Can
from quietude.strategy.models import conditions
from quietude.strategy.models.scope import CouncilQuerySet, CouncilRow, councils_opened
from quietude.strategy.models.strategy import Axis, Objective, Strategy
from quietude.strategy.models.vocabulary import OPEN, Precision, Priority, Recurrence, Status, Visibility, state_of
from quietude.territories.models import Neighbourhood

PLAN_STEP = 100_000
"""Between the ranks in the plan of two axes that follow each other: more than an axis has sheets."""
SURVEYED = (
    "status",
    "due_on",
    "next_due_on",
    "planned_total",
    "has_indicator",
    "lead",
    "lead_name",
    "visibility",
    "priority",
    "completeness_percent",
    "progress",
    "axis",
    "plan_rank",
)
"""All that counting and sorting look at, in one index: the long texts of 20,000 sheets are then not read."""


class ActionSheetQuerySet(CouncilQuerySet):
    def visible_to(self, seats: Iterable[Seat]) -> Self:
        """Sheets of the councils of ``seats``; the restricted ones for who steers, leads or takes part."""
        seats = list(seats)
        opened = super().visible_to(seats)
        steered = councils_opened(seats, Can.READ_RESTRICTED_SHEET)
        if councils_opened(seats, Can.READ_STRATEGY) <= steered:
            return opened
        bodies = {seat.professional.organisation_id for seat in seats}
        partners = self.model._meta.apps.get_model("strategy", "SheetPartner")._default_manager
        taking_part = partners.filter(sheet=OuterRef("pk"), organisation__in=bodies)
        open_here = ~Q(visibility=Visibility.RESTRICTED) | Q(council__in=steered)
        return opened.filter(open_here | Q(lead__in=bodies) | Exists(taking_part))

    def of_the_strategy(self) -> Self:
        """Sheets of the strategy itself, without the actions that partners run outside it."""
        return self.filter(outside_strategy=False)

    def late(self, on: date) -> "ActionSheetQuerySet":
        """Open sheets whose deadline, their own or that of one commune, has passed."""
        return self.filter(conditions.late(on))

    def due_within(self, on: date, until: date) -> "ActionSheetQuerySet":
        """Open sheets whose own deadline falls between ``on`` and ``until``, both included."""
        return self.filter(conditions.due_within(on, until))

    def open_by(self, until: date) -> "ActionSheetQuerySet":
        """Open sheets whose own deadline is past or comes by ``until``."""
        return self.filter(status__in=OPEN, due_on__lte=until)

    def led_by(self, organisations: Iterable[int]) -> "ActionSheetQuerySet":
        """Open sheets led by one of ``organisations`` (primary keys)."""
        return self.filter(status__in=OPEN, lead__in=organisations)

    def unfunded(self) -> "ActionSheetQuerySet":
        """Open sheets without any amount: none planned, not even zero euros."""
        return self.filter(conditions.unfunded())

    def without_lead(self) -> "ActionSheetQuerySet":
        return self.filter(conditions.without_lead())

    def without_indicator(self) -> "ActionSheetQuerySet":
        return self.filter(conditions.without_indicator())


class ActionSheet(CouncilRow):
    """One action of the strategy: what, by whom, for whom, when, with what, and how one will know.

    ``version`` is checked at each write: two people on one sheet never overwrite each other.
    """

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="sheets", verbose_name="stratégie")
    axis = models.ForeignKey(Axis, models.CASCADE, related_name="sheets", verbose_name="axe")
    objectives: Any = models.ManyToManyField(
        Objective, through="SheetObjective", blank=True, related_name="sheets", verbose_name="objectifs servis"
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
    referent = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="élu référent"
    )
    priority = models.CharField("priorité", max_length=10, choices=Priority.choices, default=Priority.NORMAL)
    weight = models.PositiveSmallIntegerField("poids dans l’avancement", default=1)
    starts_on = models.DateField("début", null=True, blank=True)
    due_on = models.DateField("échéance", null=True, blank=True)
    precision = models.CharField("dates connues", max_length=10, choices=Precision.choices, default=Precision.DAY)
    recurrence = models.CharField("rythme", max_length=12, choices=Recurrence.choices, blank=True)
    visibility = models.CharField("lisible par", max_length=10, choices=Visibility.choices, default=Visibility.COUNCIL)
    outside_strategy = models.BooleanField("menée par un partenaire, hors de la stratégie", default=False)
    blocked_by = models.CharField("bloquée par", max_length=300, blank=True)
    blocked_by_sheet = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="blocks", verbose_name="fiche qui la bloque"
    )
    blocked_by_body = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="organisme attendu"
    )
    blocked_on = models.DateField("bloquée depuis le", null=True, blank=True)
    reminded_on = models.DateField("blocage rappelé le", null=True, editable=False)
    description = models.TextField("description", blank=True)
    context = models.TextField("constat", blank=True)
    public = models.CharField("public", max_length=500, blank=True)
    age_from = models.PositiveSmallIntegerField("à partir de (ans)", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("jusqu’à (ans)", null=True, blank=True)
    neighbourhoods: Any = models.ManyToManyField(
        Neighbourhood, through="SheetNeighbourhood", blank=True, related_name="+", verbose_name="quartiers"
    )
    perimeter = models.CharField("périmètre", max_length=500, blank=True)
    means = models.TextField("moyens", blank=True)
    calendar = models.TextField("calendrier", blank=True)
    evaluation = models.TextField("évaluation", blank=True)
    planned_total = models.DecimalField("prévu en tout", max_digits=14, decimal_places=2, null=True, editable=False)
    next_due_on = models.DateField("prochaine échéance ouverte", null=True, editable=False)
    """The earliest deadline still open, the sheet's own or one commune's: past, the sheet is late."""
    has_indicator = models.BooleanField("a un indicateur", default=False, editable=False)
    completeness_percent = models.PositiveSmallIntegerField("complète à", default=0, editable=False)
    progress = models.PositiveSmallIntegerField("avancement", default=0, editable=False)
    plan_rank = models.PositiveBigIntegerField("rang dans le plan", default=0, editable=False)
    """The rank of its axis, then its own (``PLAN_STEP`` apart): the order of the plan as one number."""
    sort_title = models.CharField("titre sans accents", max_length=60, blank=True, editable=False)
    """These seven are written by ``services.summary`` at each write, so that a list reads one table."""
    version = models.PositiveIntegerField("version", default=1)
    changed_at = models.DateTimeField("modifiée le", auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="modifiée par"
    )

    objects = ActionSheetQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "fiche action"
        verbose_name_plural = "fiches action"
        ordering = ["strategy_id", "axis__position", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="strategy_actionsheet_dates",
                violation_error_message="L’échéance précède le début.",
            ),
            models.CheckConstraint(
                condition=Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_to__gte=F("age_from")),
                name="strategy_actionsheet_ages",
                violation_error_message="L’âge de fin précède l’âge de début.",
            ),
            models.CheckConstraint(
                condition=Q(blocked_by_sheet__isnull=True) | ~Q(blocked_by_sheet=F("pk")),
                name="strategy_actionsheet_not_self_blocked",
                violation_error_message="Une fiche ne se bloque pas elle-même.",
            ),
        ]
        indexes = [
            models.Index(fields=["council", "status", "due_on"], name="strategy_sheet_due"),
            models.Index(fields=["strategy", "next_due_on"], name="strategy_sheet_next_due"),
            models.Index(fields=["strategy", "plan_rank"], name="strategy_sheet_plan"),
            models.Index(fields=["strategy", "sort_title", "plan_rank"], name="strategy_sheet_title"),
            models.Index(fields=["strategy", "council", *SURVEYED], name="strategy_sheet_survey"),
        ]

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
        return state_of(self.status, self.due_on, timezone.localdate())

    @property
    def ages(self) -> str:
        """« 11-16 ans », « à partir de 16 ans », « jusqu’à 25 ans »; empty when nothing is said."""
        first, last = self.age_from, self.age_to
        if first is not None and last is not None:
            return f"{first}\u00a0ans" if first == last else f"{first}-{last}\u00a0ans"
        if first is not None:
            return f"à partir de {first}\u00a0ans"
        return f"jusqu’à {last}\u00a0ans" if last is not None else ""

    @property
    def is_reminded(self) -> bool:
        """Whether a reminder of what blocks it left today: one a day is enough."""
        return self.reminded_on == timezone.localdate()

    @property
    def lead_label(self) -> str:
        """The lead as one reads it: the organisation when it is known, else the words of the document."""
        return str(self.lead) if self.lead else self.lead_name
