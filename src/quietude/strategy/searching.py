"""What a sheet is found by. The index is put at each write of the sheet, by its summary; it holds no text to show."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import prefetch_related_objects

from quietude.kit.fulltext import IndexTable, Texts

sheet_text = IndexTable("strategy_sheettext")
TOLD = ("lead", "steps", "partners__organisation", "served__objective", "journal")
"""What the words of a sheet are read from, beside the sheet itself."""
PIECE = 500


def texts_of(sheet: Any) -> Texts:
    """The words of a sheet, those that name it first. What the platform wrote by itself in the journal is no word."""
    lead = [sheet.lead.short_name, sheet.lead.name] if sheet.lead else []
    objectives = [row.objective.title for row in sheet.served.all()]
    steps = [f"{step.title} {step.note}" for step in sheet.steps.all()]
    partners = [
        f"{row.name} {row.part} {row.organisation.name if row.organisation else ''}" for row in sheet.partners.all()
    ]
    journal = [entry.text for entry in sheet.journal.all() if not entry.automatic]
    told = [sheet.context, sheet.description, sheet.perimeter, sheet.means, sheet.calendar, sheet.evaluation]
    return Texts(
        title=f"{sheet.number} {sheet.title}",
        main=" ".join([*lead, sheet.lead_name, sheet.public, *objectives]),
        rest=" ".join([*told, sheet.blocked_by, *steps, *partners, *journal]),
    )


def index_sheets(sheets: Iterable[Any]) -> None:
    """Put the sheets in the index, anew if they were there."""
    many = list(sheets)
    prefetch_related_objects(many, *TOLD)
    sheet_text.put_many((sheet.pk, sheet.council_id, texts_of(sheet)) for sheet in many)


def index_all(sheets: Any) -> int:
    """The same for a queryset of any size, piece by piece; gives how many."""
    count = 0
    for piece in _pieces(sheets):
        index_sheets(piece)
        count += len(piece)
    return count


def _pieces(sheets: Any) -> Iterator[list[Any]]:
    last = 0
    while piece := list(sheets.filter(pk__gt=last).order_by("pk")[:PIECE]):
        yield piece
        last = piece[-1].pk
