"""The life of an upload: checked and kept, read apart, discarded."""

import hashlib
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.files import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from quietude.intake.checks import LARGEST, check_size, check_upload
from quietude.intake.child import MEGABYTES, SECONDS, run_apart
from quietude.intake.errors import refused
from quietude.intake.models import Upload
from quietude.intake.names import display_name


def keep_upload(document: UploadedFile, *, council: UUID, lasting: bool = False) -> Upload:
    """Check ``document`` and keep it for ``council``; raises RefusedFile, and then keeps nothing.

    ``lasting`` is for what gets attached to something; the rest waits for its review, thirty days at most.
    """
    with tempfile.NamedTemporaryFile() as copy:
        digest, size = hashlib.sha256(), 0
        for piece in document.chunks():
            size += len(piece)
            if size > LARGEST:
                check_size(max(size, document.size or 0))
            digest.update(piece)
            copy.write(piece)
        copy.flush()
        name = display_name(document.name or "")
        kind = check_upload(Path(copy.name), name)
        copy.seek(0)
        upload = Upload(council=council, name=name, kind=kind, size=size, sha256=digest.hexdigest(), lasting=lasting)
        default_storage.save(upload.stored_name, File(copy))
    upload.save(force_insert=True)
    return upload


def read_upload_apart(
    reference: UUID,
    function_path: str,
    *,
    beside: bytes = b"",
    seconds: int = SECONDS,
    megabytes: int = MEGABYTES,
) -> Any:
    """What ``function_path`` gives for an upload, read in a bounded process; see ``child.run_apart``.

    The process reads a copy, so that the storage may be on another machine. Raises RefusedFile.
    """
    upload = Upload.objects.filter(reference=reference).first()
    if upload is None or not default_storage.exists(upload.stored_name):
        raise refused("il n’est plus conservé\u202f; envoyez-le à nouveau")
    with tempfile.NamedTemporaryFile() as copy, default_storage.open(upload.stored_name) as kept:
        for piece in kept.chunks():
            copy.write(piece)
        copy.flush()
        bounds = {"seconds": seconds, "megabytes": megabytes}
        return run_apart(function_path, Path(copy.name), name=upload.name, beside=beside, **bounds)


def open_upload(reference: UUID, *, council: UUID) -> tuple[Upload, File]:
    """A kept file of ``council`` and its bytes, to be sent to who may have it. Raises RefusedFile when it is gone."""
    upload = Upload.objects.filter(reference=reference, council=council).first()
    if upload is None or not default_storage.exists(upload.stored_name):
        raise refused("il n’est plus conservé")
    return upload, default_storage.open(upload.stored_name)


def discard_upload(reference: UUID) -> None:
    """Delete an upload whose review has ended; nothing happens when it is already gone."""
    upload = Upload.objects.filter(reference=reference).first()
    if upload is not None:
        stored_name = upload.stored_name
        upload.delete()
        transaction.on_commit(lambda: default_storage.delete(stored_name))


def discard_uploads_received_before(instant: datetime) -> int:
    """Delete the uploads that nobody reviewed in time; gives how many."""
    references = list(Upload.objects.filter(received_at__lt=instant, lasting=False).values_list("reference", flat=True))
    for reference in references:
        discard_upload(reference)
    return len(references)
