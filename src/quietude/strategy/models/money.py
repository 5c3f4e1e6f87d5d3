"""What an action costs, who pays, and the calls to which a council may answer."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from quietude.strategy.models.scope import CouncilRow, SheetRow
from quietude.strategy.models.sheet import ActionSheet


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
        ordering = ["sheet", "year", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(planned__isnull=True) | Q(planned__gte=0)) & (Q(real__isnull=True) | Q(real__gte=0)),
                name="strategy_budgetline_positive",
                violation_error_message="Un montant ne peut pas être négatif.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label or self.get_nature_display()}, {self.year}"


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
    documents = models.JSONField("pièces demandées", default=list)
    channel = models.CharField("où déposer", max_length=200, blank=True)
    source = models.CharField("source", max_length=500)
    sureness = models.CharField("sûreté", max_length=20)
    """A value of ``councils.models.LegalRule.Sureness``: how sure we are of this line."""

    class Meta:
        verbose_name = "programme de financement"
        verbose_name_plural = "programmes de financement"
        ordering = ["funder", "name"]

    def __str__(self) -> str:
        return self.name


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
    version = models.PositiveIntegerField("version", default=1)

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

    def is_open(self, on: date | None = None) -> bool:
        """Whether one may still answer on that day."""
        today = on or timezone.localdate()
        return self.closes_on >= today and (self.opens_on is None or self.opens_on <= today)


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

    class Meta:
        verbose_name = "financement"
        verbose_name_plural = "financements"
        ordering = ["sheet", "position", "id"]
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
