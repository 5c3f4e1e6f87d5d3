"""What surrounds a sheet on its page: objectives served, places, linked sheets, events, papers, what blocks it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.intake.models import Upload
from quietude.strategy.models import ActionSheet, Event, SheetDocument, SheetLink
from quietude.strategy.models.vocabulary import Status

Nature = SheetLink.Nature
BOTH_WAYS = {
    Nature.COMPLETES: ("Complète", "Complétée par"),
    Nature.FOLLOWS: ("Fait suite à", "Suivie par"),
    Nature.NEEDS: ("A besoin de", "Nécessaire à"),
}
"""How a link is said from the sheet that holds it, and from the other."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An attached document and what its file is."""

    document: SheetDocument
    kind: str
    """« PDF », empty when the file is gone."""
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Around:
    """What one reads around a sheet; nothing here names a sheet that the reader may not see."""

    objectives: list[Any]
    neighbourhoods: list[Any]
    links: list[tuple[str, ActionSheet]]
    events: list[Event]
    papers: list[Paper]
    blocked_by: ActionSheet | None
    blocks: list[ActionSheet]

    @property
    def held(self) -> list[Event]:
        """The events that took place, the latest first."""
        return [event for event in reversed(self.events) if event.held_on <= timezone.localdate()]

    @property
    def planned(self) -> list[Event]:
        """The events to come, the next one first."""
        return [event for event in self.events if event.held_on > timezone.localdate()]

    @property
    def participants(self) -> int:
        """How many came to the events held, as far as somebody counted."""
        return sum(event.participants or 0 for event in self.held)

    @property
    def way_is_free(self) -> bool:
        """Whether the sheet that was waited for is done."""
        return self.blocked_by is not None and self.blocked_by.status == Status.DONE


def sheet_around(here: Here, sheet: ActionSheet) -> Around:
    """Six queries at most whatever the number of rows; ``served__objective`` must be prefetched.

    Two plain questions rather than one with « or », for which a base reads every sheet.
    """
    visible = ActionSheet.objects.visible_to(here.seats).filter(council=here.council)
    named = visible.only("number", "title", "status", "blocked_by_sheet").order_by("pk")
    awaited = named.filter(pk=sheet.blocked_by_sheet_id).first() if sheet.blocked_by_sheet_id else None
    return Around(
        objectives=[row.objective for row in sheet.served.all()],
        neighbourhoods=list(sheet.neighbourhoods.select_related("commune")),
        links=_links(sheet, visible),
        events=list(sheet.events.select_related("commune")),
        papers=_papers(sheet),
        blocked_by=awaited,
        blocks=list(named.filter(blocked_by_sheet=sheet.pk, status=Status.BLOCKED)),
    )


def _links(sheet: ActionSheet, visible: Any) -> list[tuple[str, ActionSheet]]:
    """The sheets that go with this one, and how, said from here."""
    ends = SheetLink.objects.filter(Q(sheet=sheet) | Q(other=sheet)).select_related("sheet", "other")
    opened = ends.filter(sheet__in=visible.values("pk"), other__in=visible.values("pk"))
    said = []
    for link in opened:
        forth, back = BOTH_WAYS[Nature(link.nature)]
        said.append((forth, link.other) if link.sheet_id == sheet.pk else (back, link.sheet))
    return said


def _papers(sheet: ActionSheet) -> list[Paper]:
    documents = list(sheet.documents.select_related("added_by"))
    files = Upload.objects.filter(reference__in=[document.upload for document in documents]) if documents else []
    known = {upload.reference: upload for upload in files}
    return [
        Paper(document, upload.kind.upper() if upload else "", upload.size if upload else 0)
        for document in documents
        for upload in [known.get(document.upload)]
    ]
