from django.db import models


class Intercommunality(models.Model):
    """An EPCI with its own tax, known by its SIREN."""

    siren = models.CharField("SIREN", max_length=9, unique=True)
    name = models.CharField("nom", max_length=200)
    kind = models.CharField("nature", max_length=10)

    class Meta:
        verbose_name = "EPCI"
        verbose_name_plural = "EPCI"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Commune(models.Model):
    """A commune as the official geographic code of ``vintage`` knows it."""

    code = models.CharField("code Insee", max_length=5, unique=True)
    name = models.CharField("nom", max_length=120)
    folded_name = models.CharField("nom sans accent", max_length=120, db_index=True)
    department = models.CharField("département", max_length=3)
    region = models.CharField("région", max_length=3)
    population = models.PositiveIntegerField("population municipale", null=True)
    population_year = models.PositiveSmallIntegerField("année de la population", null=True)
    intercommunality = models.ForeignKey(Intercommunality, models.PROTECT, null=True, related_name="communes")
    vintage = models.PositiveSmallIntegerField("millésime du code géographique")

    class Meta:
        verbose_name = "commune"
        verbose_name_plural = "communes"
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name


class Neighbourhood(models.Model):
    """A part of a commune: a priority neighbourhood (QPV) or one that the council names for itself."""

    class Kind(models.TextChoices):
        PRIORITY = "priority", "quartier prioritaire (QPV)"
        LOCAL = "local", "quartier local"

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="neighbourhoods", verbose_name="commune")
    kind = models.CharField("nature", max_length=10, choices=Kind.choices)
    code = models.CharField("code", max_length=12, blank=True)
    name = models.CharField("nom", max_length=150)
    source = models.CharField("source", max_length=300)

    class Meta:
        verbose_name = "quartier"
        verbose_name_plural = "quartiers"
        ordering = ["commune", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "name"],
                name="territories_neighbourhood_unique",
                violation_error_message="Ce quartier est déjà enregistré dans cette commune.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.commune})"
