"""Work of the strategy that a page does not wait for."""

from datetime import timedelta

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from quietude.intake.errors import RefusedFile
from quietude.intake.services import discard_uploads_received_before, read_upload_apart
from quietude.kit.tasks import repeatable
from quietude.strategy.models import PendingEdit, StrategyImport
from quietude.strategy.services.imports import record_failure, record_reading
from quietude.strategy.services.measure_reminders import send_measure_reminders
from quietude.strategy.services.weekly_point import send_weekly_points

READER = "quietude.strategy.importer:read_strategy_file"
SECONDS, MEGABYTES = 60, 900
"""Bounds of the process that reads a document."""
MONTH = timedelta(days=30)
"""Between two reminders to those who measure."""
MONDAY = 0
UPLOADS_KEPT = timedelta(days=30)
"""A document whose review nobody ended in that time is deleted; its lines stay in the review."""


@repeatable(3, pause=5)
@task
def read_document(import_pk: int) -> None:
    """Read the document of one taking-over; running it again reads it again, and changes nothing once read."""
    taken = StrategyImport.objects.get(pk=import_pk)
    if taken.state != StrategyImport.State.READING or taken.upload is None:
        return
    try:
        reading = read_upload_apart(taken.upload, READER, seconds=SECONDS, megabytes=MEGABYTES)
    except RefusedFile as refusal:
        with transaction.atomic():
            record_failure(taken, str(refusal))
        return
    with transaction.atomic():
        record_reading(taken, reading)


@repeatable(3)
@task
def forget_what_waited() -> int:
    """Delete what was kept for a while: texts of unsettled conflicts, documents nobody reviewed; gives how many."""
    now = timezone.now()
    with transaction.atomic():
        edits, _ = PendingEdit.objects.filter(kept_until__lt=now).delete()
        return edits + discard_uploads_received_before(now - UPLOADS_KEPT)


@task
def remind_measures() -> int:
    """Write to each person whose measures are awaited; tried once, since a second run would write twice."""
    with transaction.atomic():
        return send_measure_reminders(timezone.localdate())


@task
def send_points() -> int:
    """Write to the chairs on Mondays; tried once, since a second run would write twice."""
    today = timezone.localdate()
    if today.weekday() != MONDAY:
        return 0
    with transaction.atomic():
        return send_weekly_points(today)
