from django.db import models


class Entry(models.Model):
    """One line of the register. ``mac`` seals the line and, through ``previous``, all lines before it in its chain."""

    class Result(models.TextChoices):
        DONE = "done", "fait"
        REFUSED = "refused", "refusé"

    chain = models.CharField("chaîne", max_length=40)
    """Reference of the council, or "platform"."""
    number = models.PositiveBigIntegerField("numéro")
    at = models.DateTimeField("instant")
    actor = models.UUIDField("auteur", null=True, default=None)
    """Reference of the account; empty for the machine itself (scheduled work, command line)."""
    verb = models.CharField("acte", max_length=60)
    object_type = models.CharField("objet", max_length=60)
    object_reference = models.CharField("référence", max_length=60)
    result = models.CharField("résultat", max_length=10, choices=Result.choices, default=Result.DONE)
    details = models.JSONField("précisions", default=dict)
    """Codes and counts only: never a name, never free text."""
    previous = models.CharField("sceau précédent", max_length=64)
    mac = models.CharField("sceau", max_length=64)

    class Meta:
        verbose_name = "ligne du registre"
        verbose_name_plural = "registre"
        ordering = ["chain", "number"]
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="audit_entry_number_unique")]
        indexes = [models.Index(fields=["chain", "-at"], name="audit_entry_recent")]
