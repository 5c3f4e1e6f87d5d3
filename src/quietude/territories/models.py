from django.db import models
from django.db.models import Q

from quietude.kit.text import fold


class Intercommunality(models.Model):
    """An EPCI with its own tax, known by its SIREN."""

    class Kind(models.TextChoices):
        CC = "CC", "communauté de communes"
        CA = "CA", "communauté d’agglomération"
        CU = "CU", "communauté urbaine"
        METRO = "METRO", "métropole"
        MET69 = "MET69", "métropole de Lyon"

    siren = models.CharField("SIREN", max_length=9, unique=True)
    name = models.CharField("nom", max_length=200)
    kind = models.CharField("nature", max_length=10, choices=Kind.choices)

    class Meta:
        verbose_name = "EPCI"
        verbose_name_plural = "EPCI"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class CommuneQuerySet(models.QuerySet["Commune"]):
    def current(self) -> "CommuneQuerySet":
        """Communes of the newest official code that was loaded: those that a merger ended stay, but are not offered."""
        newest = Commune.objects.order_by("-vintage").values("vintage")[:1]
        return self.filter(vintage=models.Subquery(newest))

    def named_like(self, text: str) -> "CommuneQuerySet":
        """Communes whose name starts with, or holds, ``text`` (accents put aside), or whose code starts with it."""
        words = fold(text)
        named = Q(folded_name__startswith=words) | Q(folded_name__contains=f" {words}")
        by_code = Q(code__startswith=text.strip().upper()) if text.strip()[:1].isdigit() else Q()
        return self.filter(named | by_code).annotate(is_exact=Q(folded_name=words))


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
    vintage = models.PositiveSmallIntegerField("millésime du code géographique", db_index=True)

    objects = CommuneQuerySet.as_manager()

    class Meta:
        verbose_name = "commune"
        verbose_name_plural = "communes"
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name


class CommuneContour(models.Model):
    """The shape of a commune, for maps; loaded from open data or absent, and nothing else depends on it."""

    commune = models.OneToOneField(Commune, models.CASCADE, related_name="contour", verbose_name="commune")
    polygons = models.JSONField("polygones")
    """Polygons of rings of [longitude, latitude]: see ``contours.Polygons``."""
    source = models.CharField("source", max_length=300)
    vintage = models.PositiveSmallIntegerField("millésime des contours")

    class Meta:
        verbose_name = "contour de commune"
        verbose_name_plural = "contours de communes"

    def __str__(self) -> str:
        return f"{self.commune}, {self.vintage}"


class NeighbourhoodQuerySet(models.QuerySet["Neighbourhood"]):
    def priority(self) -> "NeighbourhoodQuerySet":
        """Priority neighbourhoods (QPV): one is enough to make a council compulsory."""
        return self.filter(kind=Neighbourhood.Kind.PRIORITY)


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

    objects = NeighbourhoodQuerySet.as_manager()

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
