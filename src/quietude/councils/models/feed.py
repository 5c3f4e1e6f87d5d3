import uuid

from django.db import models

from quietude.councils.models.council import Council
from quietude.councils.models.people import Professional
from quietude.councils.models.visibility import CouncilQuerySet


class CalendarFeed(models.Model):
    """The deadlines of a council, followed by one member's agenda through a link; closed, the link gives nothing."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="+", verbose_name="conseil")
    professional = models.OneToOneField(
        Professional, models.CASCADE, related_name="calendar_feed", verbose_name="membre"
    )
    reference = models.UUIDField("référence", default=uuid.uuid4, unique=True, editable=False)
    opened_at = models.DateTimeField("ouvert le", auto_now_add=True)

    objects = CouncilQuerySet["CalendarFeed"].as_manager()

    class Meta:
        verbose_name = "agenda suivi"
        verbose_name_plural = "agendas suivis"

    def __str__(self) -> str:
        return str(self.reference)
