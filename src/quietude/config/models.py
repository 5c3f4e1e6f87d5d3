"""What the processes of the background leave in the base: their signs of life, and which jobs they have enqueued."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models.functions import Now


class PulseQuerySet(models.QuerySet["Pulse"]):
    def heard_within(self, lease: timedelta) -> Self:
        """Those heard for less than ``lease``, by the clock of the base: those of the nodes may differ."""
        return self.filter(beat_at__gte=Now() - lease)


class Pulse(models.Model):
    """A worker or a scheduler that lives: it says so every few seconds, under a name that no other life has had."""

    class Kind(models.TextChoices):
        WORKER = "worker", "tâches"
        SCHEDULER = "scheduler", "échéances"

    kind = models.CharField("nature", max_length=10, choices=Kind.choices)
    name = models.CharField("nom", max_length=64, unique=True)
    started_at = models.DateTimeField("depuis le", db_default=Now())
    beat_at = models.DateTimeField("entendu le", db_default=Now())

    objects = PulseQuerySet.as_manager()

    class Meta:
        verbose_name = "signe de vie"
        verbose_name_plural = "signes de vie"
        ordering = ["kind", "name"]


class JobRun(models.Model):
    """A job was enqueued for this period: no other scheduler enqueues it again."""

    job = models.CharField("travail", max_length=60)
    period = models.CharField("période", max_length=40)
    enqueued_at = models.DateTimeField("mis en file le", auto_now_add=True)

    class Meta:
        verbose_name = "travail mis en file"
        verbose_name_plural = "travaux mis en file"
        ordering = ["-enqueued_at"]
        constraints = [models.UniqueConstraint(fields=["job", "period"], name="config_jobrun_unique")]
