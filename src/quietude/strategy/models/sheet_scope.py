"""Who takes part in a sheet, for whom and where: the rows that say its reach."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from quietude.councils.models import Organisation
from quietude.strategy.models.scope import SheetRow
from quietude.strategy.models.sheet import ActionSheet
from quietude.strategy.models.strategy import Objective
from quietude.strategy.models.vocabulary import OPEN, Category, Status
from quietude.territories.models import Commune, Neighbourhood


class SheetObjective(SheetRow):
    """An objective that a sheet serves."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="served", verbose_name="fiche")
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="served_by", verbose_name="objectif")

    class Meta:
        verbose_name = "objectif servi"
        verbose_name_plural = "objectifs servis"
        ordering = ["sheet_id", "objective__position"]
        constraints = [models.UniqueConstraint(fields=["sheet", "objective"], name="strategy_sheetobjective_unique")]


class SheetAudience(SheetRow):
    """A category of people to whom a sheet is addressed."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="audiences", verbose_name="fiche")
    category = models.CharField("catégorie", max_length=20, choices=Category.choices)

    class Meta:
        verbose_name = "public de la fiche"
        verbose_name_plural = "publics de la fiche"
        ordering = ["sheet_id", "id"]
        constraints = [models.UniqueConstraint(fields=["sheet", "category"], name="strategy_sheetaudience_unique")]

    def __str__(self) -> str:
        return self.get_category_display()


class SheetNeighbourhood(SheetRow):
    """A neighbourhood in which a sheet acts."""

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="+", verbose_name="fiche")
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+", verbose_name="quartier")

    class Meta:
        verbose_name = "quartier de la fiche"
        verbose_name_plural = "quartiers de la fiche"
        constraints = [
            models.UniqueConstraint(fields=["sheet", "neighbourhood"], name="strategy_sheetneighbourhood_unique")
        ]


class SheetLink(SheetRow):
    """Two sheets that go together, and how."""

    class Nature(models.TextChoices):
        COMPLETES = "completes", "complète"
        FOLLOWS = "follows", "fait suite à"
        NEEDS = "needs", "a besoin de"

    sheet = models.ForeignKey(ActionSheet, models.CASCADE, related_name="links", verbose_name="fiche")
    nature = models.CharField("lien", max_length=10, choices=Nature.choices, default=Nature.COMPLETES)
    other = models.ForeignKey(ActionSheet, models.CASCADE, related_name="linked_from", verbose_name="autre fiche")

    class Meta:
        verbose_name = "fiche liée"
        verbose_name_plural = "fiches liées"
        ordering = ["sheet_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "other", "nature"],
                name="strategy_sheetlink_unique",
                violation_error_message="Ces deux fiches sont déjà liées ainsi.",
            ),
            models.CheckConstraint(
                condition=~Q(sheet=F("other")),
                name="strategy_sheetlink_two_sheets",
                violation_error_message="Une fiche ne se lie pas à elle-même.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_nature_display()} {self.other}"


class SheetPartner(SheetRow):
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
        ordering = ["sheet_id", "position", "id"]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The organisation when it is known, else the words of the document."""
        return str(self.organisation) if self.organisation else self.name


class SheetCommune(SheetRow):
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
        ordering = ["sheet_id", "commune__name"]
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
