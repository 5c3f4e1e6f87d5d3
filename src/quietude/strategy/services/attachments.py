"""The papers attached to a sheet: checked and kept by ``intake``, let go with the sheet."""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile

from quietude.councils.gate import Here
from quietude.intake.services import discard_upload, keep_upload
from quietude.strategy.models import ActionSheet, SheetDocument
from quietude.strategy.services.turns import take_turn


def attach_document(here: Here, sheet: ActionSheet, document: UploadedFile, title: str) -> SheetDocument:
    """Check ``document``, keep it and attach it; without ``title`` it is called as its file.

    Raises RefusedFile when it may not come in: nothing is then kept.
    """
    upload = keep_upload(document, council=here.council.reference, lasting=True)
    take_turn(here, sheet, "documents")
    attached = SheetDocument.objects.create(
        council=here.council, sheet=sheet, title=title or upload.name, upload=upload.reference, added_by=here.user
    )
    _write(here, sheet)
    return attached


def remove_document(here: Here, document: SheetDocument) -> None:
    """Take a paper off its sheet, and delete its file for good."""
    take_turn(here, document.sheet, "documents")
    discard_documents([document])
    document.delete()
    _write(here, document.sheet)


def discard_documents(documents: Iterable[SheetDocument]) -> None:
    """Delete the files of ``documents``, that are about to go."""
    for document in documents:
        discard_upload(document.upload)


def _write(here: Here, sheet: ActionSheet) -> None:
    here.write_register("sheet_rows_save", object_type="sheet", object_reference=sheet.external_id, section="documents")
