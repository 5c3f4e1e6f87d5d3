from django.db import models

from quietude.councils.models.council import Council


class Submission(models.Model):
    """A form already received: the second send of the same form finds here where the first one led."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="+", verbose_name="conseil")
    key = models.UUIDField("clé")
    location = models.CharField("adresse de la réponse", max_length=300)
    at = models.DateTimeField("reçu le", auto_now_add=True)

    class Meta:
        verbose_name = "formulaire reçu"
        verbose_name_plural = "formulaires reçus"
        constraints = [models.UniqueConstraint(fields=["council", "key"], name="councils_submission_unique")]
