"""A document arrives: checked and kept by ``intake``, then read in the background by a process of its own."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from quietude.councils.gate import Here
from quietude.intake.services import keep_upload
from quietude.strategy.models import StrategyImport
from quietude.strategy.services.imports import start_import
from quietude.strategy.tasks import read_document


def receive_document(here: Here, document: UploadedFile) -> StrategyImport:
    """Check and keep ``document``, and ask for its reading. Raises RefusedFile when it may not come in."""
    upload = keep_upload(document, council=here.council.reference)
    taken = start_import(here, file_name=upload.name, file_format=upload.kind, upload=upload.reference)
    transaction.on_commit(lambda: read_document.enqueue(taken.pk))
    return taken
