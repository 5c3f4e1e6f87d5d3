"""The life of the sheets: what was held, what was written in the journal, the papers attached."""

from operator import itemgetter

from django.core.files.uploadedfile import SimpleUploadedFile

from quietude.audit.services import record
from quietude.demo.days import day
from quietude.demo.facts import DocumentFacts
from quietude.demo.loading_strategy.plan import Plan
from quietude.demo.loading_strategy.tables import Written, create
from quietude.documents.blocks import Paragraph
from quietude.documents.letter import Letter
from quietude.documents.pdf import as_pdf
from quietude.documents.queries import sender_of
from quietude.intake.services import keep_upload
from quietude.strategy.models import Event, JournalEntry, SheetDocument


def write_events(plan: Plan, sheets: Written) -> None:
    """What was held, and what is announced."""
    ground = plan.ground
    same = ("kind", "title", "place", "public", "participants", "note")
    create(
        Event,
        (
            Event(
                council=ground.council,
                sheet=sheet,
                held_on=day(one.held, ground.today),
                commune=ground.communes[one.commune] if one.commune else None,
                **{name: getattr(one, name) for name in same},
            )
            for sheet, told in sheets
            for one in told.events
        ),
    )


def write_journals(plan: Plan, sheets: Written) -> None:
    """Write the journals, the oldest day first, and say in the register who wrote."""
    ground = plan.ground
    told = [(day(on, ground.today), sheet, who, rest) for sheet, one in sheets for on, who, *rest in one.journal]
    told.sort(key=itemgetter(0))
    create(
        JournalEntry,
        (
            JournalEntry(
                council=ground.council,
                sheet=sheet,
                on=on,
                text=text,
                kind=kind[0] if kind else JournalEntry.Kind.NOTE,
                author=ground.user(who),
            )
            for on, sheet, who, (text, *kind) in told
        ),
    )
    for _, sheet, who, _ in told:
        record(
            "sheet_journal",
            object_type="sheet",
            object_reference=sheet.external_id,
            actor=ground.user(who).reference,
            council=ground.council.reference,
        )


def attach_documents(plan: Plan, sheets: Written) -> None:
    """The papers of the sheets, set on the paper of the council."""
    ground = plan.ground
    for sheet, one in ((sheet, one) for sheet, told in sheets for one in told.documents):
        upload = keep_upload(_paper(plan, one), council=ground.council.reference, lasting=True)
        SheetDocument.objects.create(
            council=ground.council,
            sheet=sheet,
            title=one.title,
            upload=upload.reference,
            added_on=day(one.added, ground.today),
            added_by=ground.user(one.by),
        )


def _paper(plan: Plan, told: DocumentFacts) -> SimpleUploadedFile:
    letter = Letter(
        sender=sender_of(plan.ground.here),
        title=told.title,
        subtitle="Document de démonstration",
        blocks=[Paragraph(text) for text in told.lines],
        made_on=day(told.added, plan.ground.today),
        note="Démonstration\u00a0: personnes, dates et faits fictifs.",
    )
    return SimpleUploadedFile(f"{told.title}.pdf", as_pdf(letter), "application/pdf")
