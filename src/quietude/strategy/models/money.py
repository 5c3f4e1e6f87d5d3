"""What an action costs, who pays, and the calls to which a council may answer."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from quietude.councils.models import LegalRule
from quietude.kit.typography import NBSP, euros_text, number_text
from quietude.strategy.models.scope import CouncilQuerySet, CouncilRow, SheetRow, SheetRowQuerySet
from quietude.strategy.models.sheet import ActionSheet

YEARS = range(1990, 2100)
YEAR_ERROR = "Écrivez l’année en quatre chiffres, comme 2027."


class BudgetLine(SheetRow):
    """What a sheet costs in one year, planned and real: euros or full-time equivalents; empty is unknown."""

    class Nature(models.TextChoices):
        RUNNING = "running", "fonctionnement"
        INVESTMENT = "investment", "investissement"

    class Unit(models.TextChoices):
        EUROS = "euros", "€"
        FULL_TIME = "full_time", "ETP"

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="budget_lines", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    year = models.PositiveSmallIntegerField("année")
    label = models.CharField("dépense", max_length=200, blank=True)
    nature = models.CharField("nature", max_length=10, choices=Nature.choices, default=Nature.RUNNING)
    unit = models.CharField("unité", max_length=10, choices=Unit.choices, default=Unit.EUROS)
    planned = models.DecimalField("prévu", max_digits=12, decimal_places=2, null=True, blank=True)
    real = models.DecimalField("réel", max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "ligne de budget"
        verbose_name_plural = "lignes de budget"
        ordering = ["sheet_id", "year", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(planned__isnull=True) | Q(planned__gte=0)) & (Q(real__isnull=True) | Q(real__gte=0)),
                name="strategy_budgetline_positive",
                violation_error_message="Un montant ne peut pas être négatif.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label or self.get_nature_display()}, {self.year}"

    @property
    def planned_words(self) -> str:
        return self._in_words(self.planned)

    @property
    def real_words(self) -> str:
        return self._in_words(self.real)

    def _in_words(self, amount: Decimal | None) -> str:
        """« 12 500 € », « 0,5 ETP »; empty when unknown."""
        if amount is None:
            return ""
        return euros_text(amount) if self.unit == self.Unit.EUROS else f"{number_text(amount)}{NBSP}ETP"

    def clean(self) -> None:
        if self.year is not None and self.year not in YEARS:
            raise ValidationError({"year": YEAR_ERROR})


class FundingProgramme(models.Model):
    """A programme that pays for prevention, wherever it is open: dated, sourced data (docs/law.md#funding)."""

    code = models.SlugField("code", max_length=40, unique=True)
    name = models.CharField("nom", max_length=200)
    funder = models.CharField("financeur", max_length=200)
    purpose = models.CharField("ce qu’il paie", max_length=500)
    categories = models.JSONField("publics", default=list)
    """Values of ``Category``; empty for any public."""
    keywords = models.JSONField("mots", default=list)
    """Folded stems looked for in the words of a sheet: ["mediation", "parent"]."""
    nature = models.CharField("nature payée", max_length=10, choices=BudgetLine.Nature.choices, blank=True)
    """Empty when running costs and investment may both be paid, or when nobody said."""
    documents = models.JSONField("pièces demandées", default=list)
    channel = models.CharField("où déposer", max_length=200, blank=True)
    source = models.CharField("source", max_length=500)
    sureness = models.CharField("sûreté", max_length=20, choices=LegalRule.Certainty.choices)

    class Meta:
        verbose_name = "programme de financement"
        verbose_name_plural = "programmes de financement"
        ordering = ["funder", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_confirmed(self) -> bool:
        """Whether a source was read: what is not confirmed is shown as such."""
        return self.sureness != LegalRule.Certainty.UNKNOWN


class FundingCallQuerySet(CouncilQuerySet):
    def answerable(self, on: date) -> Self:
        """Calls open on the day ``on``, or that will open: what one may still prepare."""
        return self.filter(closes_on__gte=on, withdrawn_on__isnull=True)


class FundingCall(CouncilRow):
    """A programme opened in one place for some weeks: departments set their own windows, so a council writes them."""

    programme = models.ForeignKey(FundingProgramme, models.PROTECT, related_name="calls", verbose_name="programme")
    title = models.CharField("intitulé", max_length=200)
    department = models.CharField("département", max_length=3, blank=True)
    year = models.PositiveSmallIntegerField("pour l’année")
    opens_on = models.DateField("ouvre le", null=True, blank=True)
    closes_on = models.DateField("ferme le")
    documents = models.TextField("pièces demandées", blank=True)
    """One a line."""
    address = models.URLField("page de l’appel", blank=True)
    note = models.CharField("observation", max_length=300, blank=True)
    withdrawn_on = models.DateField("clos avant son terme le", null=True, blank=True)
    reminded_days = models.PositiveSmallIntegerField("rappelé à (jours)", null=True, editable=False)
    """The last reminder sent, in days before the closing: each one leaves once."""
    version = models.PositiveIntegerField("version", default=1)

    objects = FundingCallQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "appel à projets"
        verbose_name_plural = "appels à projets"
        ordering = ["closes_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
                name="strategy_fundingcall_window",
                violation_error_message="L’appel ferme avant d’ouvrir.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.year is not None and self.year not in YEARS:
            raise ValidationError({"year": YEAR_ERROR})

    @property
    def state(self) -> str:
        """ "coming", "open" or "closed", today."""
        today = timezone.localdate()
        if self.withdrawn_on or self.closes_on < today:
            return "closed"
        return "coming" if self.opens_on and self.opens_on > today else "open"

    @property
    def days_left(self) -> int:
        """Days until it closes, 0 on the last day."""
        return (self.closes_on - timezone.localdate()).days

    @property
    def asked_documents(self) -> list[str]:
        """The documents asked, one by one."""
        return [line.strip() for line in self.documents.splitlines() if line.strip()]


class FundingLineQuerySet(SheetRowQuerySet):
    def granted_money(self) -> Self:
        """Lines that somebody agreed to pay, whether the amount is known or not; zero euros is no money."""
        return self.filter(state__in=FundingLine.AGREED).exclude(granted=0)

    def reports_awaited(self, on: date) -> Self:
        """Grants of a year that has ended on the day ``on``, whose report nobody has handed in."""
        return (
            self.granted_money()
            .filter(year__lt=on.year, justified_on__isnull=True)
            .exclude(state=FundingLine.State.JUSTIFIED)
        )


class FundingLine(SheetRow):
    """What one funder was asked, granted and paid, in euros; empty is unknown, zero is zero."""

    class State(models.TextChoices):
        TO_ASK = "to_ask", "à demander"
        ASKED = "asked", "demandé"
        GRANTED = "granted", "accordé"
        REFUSED = "refused", "refusé"
        PAID = "paid", "versé"
        JUSTIFIED = "justified", "justifié"

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="funding_lines", verbose_name="fiche")
    position = models.PositiveSmallIntegerField("rang", default=0)
    funder = models.CharField("financeur", max_length=200)
    year = models.PositiveSmallIntegerField("année", null=True, blank=True)
    call = models.ForeignKey(
        FundingCall, models.SET_NULL, null=True, blank=True, related_name="lines", verbose_name="appel à projets"
    )
    state = models.CharField("état", max_length=10, choices=State.choices, default=State.ASKED)
    one_year = models.BooleanField("accordé pour un an seulement", default=False)
    asked = models.DecimalField("demandé", max_digits=12, decimal_places=2, null=True, blank=True)
    granted = models.DecimalField("accordé", max_digits=12, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField("versé", max_digits=12, decimal_places=2, null=True, blank=True)
    justified_on = models.DateField("compte rendu remis le", null=True, blank=True)
    note = models.CharField("observation", max_length=300, blank=True)
    reminded_days = models.PositiveSmallIntegerField("rappelé à (jours)", null=True, editable=False)
    """The last reminder of its report, in days before it is due: each one leaves once."""

    AGREED = (State.GRANTED, State.PAID, State.JUSTIFIED)
    WAITING = (State.TO_ASK, State.ASKED)

    objects = FundingLineQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "financement"
        verbose_name_plural = "financements"
        ordering = ["sheet_id", "position", "id"]
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

    @property
    def is_agreed(self) -> bool:
        """Whether somebody agreed to pay."""
        return self.state in self.AGREED

    @property
    def amount(self) -> Any:
        """What the line brings as far as one knows: granted, else asked; None when unknown or refused."""
        if self.state == self.State.REFUSED:
            return None
        return self.granted if self.granted is not None else self.asked

    def clean(self) -> None:
        """A state and its amounts say the same thing; what is unknown is never asked for."""
        errors: dict[str, str] = {}
        if self.year is not None and self.year not in YEARS:
            errors["year"] = YEAR_ERROR
        if self.granted and not self.is_agreed:
            errors["state"] = "Un montant est accordé : choisissez « accordé », ou videz ce montant."
        elif self.paid and not self.is_agreed:
            errors["state"] = "Un montant est versé : choisissez « versé », ou videz ce montant."
        elif self.justified_on and not self.is_agreed:
            errors["state"] = "Un compte rendu est remis : choisissez « justifié », ou videz cette date."
        if self.paid and self.granted is not None and self.paid > self.granted:
            errors["paid"] = "Le montant versé dépasse le montant accordé : corrigez l’un des deux."
        if self.justified_on and self.justified_on > timezone.localdate():
            errors["justified_on"] = "Cette date n’est pas encore venue : notez le jour où le compte rendu est parti."
        if errors:
            raise ValidationError(errors)
