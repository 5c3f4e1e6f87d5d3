"""How people look at the strategy: the views they saved, the gaps they accepted."""

from django.conf import settings
from django.db import models

from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.models.strategy import Strategy


class SavedView(CouncilRow):
    """A named way of looking at the table of sheets: filters, columns, grouping, order, as an address holds them."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="auteur")
    name = models.CharField("nom", max_length=60)
    query = models.CharField("adresse", max_length=1000)
    """The query string without "?"."""
    shared = models.BooleanField("montrée à tous les membres", default=False)

    class Meta:
        verbose_name = "vue enregistrée"
        verbose_name_plural = "vues enregistrées"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "owner", "name"],
                name="strategy_savedview_unique",
                violation_error_message="Vous avez déjà une vue de ce nom.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class AcceptedGap(CouncilRow):
    """An empty cell of the coverage that the council chose to leave empty, and why."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="accepted_gaps", verbose_name="stratégie")
    row = models.CharField("ligne", max_length=60)
    """"objective:12", "axis:3"."""
    column = models.CharField("colonne", max_length=60)
    """"commune:59360", "category:parents", "age:16"."""
    reason = models.CharField("raison", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="assumé par"
    )
    on = models.DateField("le", auto_now_add=True)

    class Meta:
        verbose_name = "vide assumé"
        verbose_name_plural = "vides assumés"
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "row", "column"],
                name="strategy_acceptedgap_unique",
                violation_error_message="Ce vide est déjà assumé.",
            )
        ]
