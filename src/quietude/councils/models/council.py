import uuid

from django.db import models

from quietude.councils.models.visibility import CouncilQuerySet
from quietude.territories.models import Commune


class CouncilsQuerySet(CouncilQuerySet["Council"]):
    council_path = "pk"


class Council(models.Model):
    """The tenant: one local or intercommunal council, reached by its slug."""

    class Kind(models.TextChoices):
        CLSPD = "clspd", "CLSPD"
        CISPD = "cispd", "CISPD"

    class Basis(models.TextChoices):
        COMMUNE = "commune", "commune"
        INTERCOMMUNALITY = "intercommunality", "intercommunalité"
        AGREEMENT = "agreement", "accord de communes"

    class CoordinatorOrigin(models.TextChoices):
        MUNICIPAL = "municipal", "désignée par le maire ou le président"
        STATE = "state", "désignée par le préfet"

    reference = models.UUIDField("référence", default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField("adresse", max_length=60, unique=True)
    kind = models.CharField("nature", max_length=10, choices=Kind.choices)
    basis = models.CharField("fondement", max_length=20, choices=Basis.choices)
    name = models.CharField("nom", max_length=150)
    communes = models.ManyToManyField(Commune, related_name="councils", verbose_name="communes couvertes")
    coordinator_origin = models.CharField(
        "origine de la coordination",
        max_length=10,
        choices=CoordinatorOrigin.choices,
        default=CoordinatorOrigin.MUNICIPAL,
    )
    created_on = models.DateField("créé le", null=True, blank=True)
    demonstration = models.BooleanField("démonstration", default=False)
    version = models.PositiveIntegerField("version", default=1)
    revision = models.UUIDField("état", default=uuid.uuid4, editable=False)
    """Drawn anew by the gate at each act done here: what was read under it stays true until then (``Here.recall``)."""

    objects = CouncilsQuerySet.as_manager()

    class Meta:
        verbose_name = "conseil"
        verbose_name_plural = "conseils"
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    def renew(self) -> None:
        """Say that something of this council has changed: the gate does it after an act, a task does it by itself."""
        self.revision = uuid.uuid4()
        type(self).objects.filter(pk=self.pk).update(revision=self.revision)


class CompositionAct(models.Model):
    """The act of the chair that names the members: number, date, and what it covers."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="composition_acts", verbose_name="conseil")
    number = models.CharField("numéro", max_length=60)
    signed_on = models.DateField("signé le")
    note = models.CharField("observation", max_length=300, blank=True)

    objects = CouncilQuerySet["CompositionAct"].as_manager()

    class Meta:
        verbose_name = "acte de composition"
        verbose_name_plural = "actes de composition"
        ordering = ["-signed_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "number"],
                name="councils_compositionact_unique",
                violation_error_message="Un acte porte déjà ce numéro.",
            )
        ]

    def __str__(self) -> str:
        return self.number
