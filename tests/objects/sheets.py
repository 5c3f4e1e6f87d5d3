"""What the page of a sheet leads to: its history, its events, its papers, what blocks it."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from quietude.councils.models import Council
from quietude.intake.services import keep_upload
from quietude.strategy.models import Event, SheetDocument
from quietude.strategy.tests.stage import write_strategy
from tests.objects.reach import reached_by


@reached_by("sheet_history", "event_new", "sheet_document_add", "block_remind", "block_release")
def a_sheet_to_follow(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk}


@reached_by("event_edit", "event_delete")
def an_event(council: Council) -> dict[str, Any]:
    sheet = write_strategy(council)[0]
    event = Event.objects.create(council=council, sheet=sheet, title="Soirée-débat", held_on=timezone.localdate())
    return {"pk": event.pk}


@reached_by("sheet_document", "sheet_document_remove")
def a_paper(council: Council) -> dict[str, Any]:
    sheet = write_strategy(council)[0]
    upload = keep_upload(SimpleUploadedFile("convention.txt", b"Convention"), council=council.reference, lasting=True)
    paper = SheetDocument.objects.create(council=council, sheet=sheet, title="Convention", upload=upload.reference)
    return {"pk": paper.pk}
