from django.conf import settings
from django.db import models

from quietude.councils.models.council import Council
from quietude.councils.models.visibility import CouncilQuerySet


class Organisation(models.Model):
    """A body that takes part: town service, State service, association, landlord…"""

    class Kind(models.TextChoices):
        TOWN = "town", "commune ou intercommunalité"
        STATE = "state", "service de l’État"
        JUSTICE = "justice", "justice"
        POLICE = "police", "police ou gendarmerie nationales"
        MUNICIPAL_POLICE = "municipal_police", "police municipale"
        EDUCATION = "education", "éducation"
        DEPARTMENT = "department", "Département"
        ASSOCIATION = "association", "association"
        LANDLORD = "landlord", "bailleur"
        TRANSPORT = "transport", "transporteur"
        HEALTH = "health", "santé"
        OTHER = "other", "autre"

    council = models.ForeignKey(Council, models.CASCADE, related_name="organisations", verbose_name="conseil")
    name = models.CharField("nom", max_length=200)
    short_name = models.CharField("nom court", max_length=60, blank=True)
    kind = models.CharField("nature", max_length=20, choices=Kind.choices, default=Kind.OTHER)
    siret = models.CharField("SIRET", max_length=14, blank=True)
    confirmed_on = models.DateField("confirmé le", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    objects = CouncilQuerySet["Organisation"].as_manager()

    class Meta:
        verbose_name = "organisme"
        verbose_name_plural = "organismes"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "name"],
                name="councils_organisation_name_unique",
                violation_error_message="Un organisme porte déjà ce nom dans ce conseil.",
            )
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


class Professional(models.Model):
    """A person as a member of the council. Many never sign in: ``user`` stays empty."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="professionals", verbose_name="conseil")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="professionals",
        verbose_name="compte",
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="professionals", verbose_name="organisme"
    )
    full_name = models.CharField("nom", max_length=150)
    job = models.CharField("fonction", max_length=150, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    objects = CouncilQuerySet["Professional"].as_manager()

    class Meta:
        verbose_name = "professionnel"
        verbose_name_plural = "professionnels"
        ordering = ["full_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "user"],
                name="councils_professional_user_unique",
                violation_error_message="Ce compte est déjà celui d’un autre membre du conseil.",
            )
        ]

    def __str__(self) -> str:
        return self.full_name
