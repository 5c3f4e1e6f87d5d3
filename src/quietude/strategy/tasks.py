"""Work of the strategy that a page does not wait for."""

from django.db import transaction
from django.tasks import task

from quietude.intake.errors import RefusedFile
from quietude.strategy.models import StrategyImport
from quietude.strategy.services.imports import record_failure, record_reading

SECONDS, MEGABYTES = 60, 900
"""Bounds of the process that reads a document."""


@task()
def read_document(import_pk: int) -> None:
    """Read the document of one taking-over; running it again reads it again, and changes nothing once read."""
    from quietude.intake.services import read_upload_apart

    taken = StrategyImport.objects.get(pk=import_pk)
    if taken.state != StrategyImport.State.READING or taken.upload is None:
        return
    try:
        reading = read_upload_apart(
            taken.upload,
            "quietude.strategy.importer:read_strategy_file",
            seconds=SECONDS,
            megabytes=MEGABYTES,
        )
    except RefusedFile as refusal:
        with transaction.atomic():
            record_failure(taken, str(refusal))
        return
    with transaction.atomic():
        record_reading(taken, reading)
