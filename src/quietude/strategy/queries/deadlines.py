"""What falls due, whatever it hangs on: one list for the months, the feed of a calendar and the weekly page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from quietude.councils.addresses import location
from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Event, FundingCall, SheetCommune, Step, Strategy
from quietude.strategy.models.vocabulary import OPEN, Visibility

type Span = tuple[date, date]
type Sheets = QuerySet[ActionSheet]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing on one day; ``uid`` stays the same for ever, ``kind`` is a key of KINDS."""

    on: date
    kind: str
    title: str
    url: str
    uid: str
    done: bool = False


KINDS = {
    "sheet": "Échéance de fiche",
    "commune": "Échéance dans une commune",
    "step": "Étape",
    "event": "Événement",
    "call": "Clôture d’un appel à projets",
    "strategy": "Fin de la stratégie",
}


def deadlines(here: Here, strategy: Strategy, between: Span, *, restricted: bool = True) -> list[Deadline]:
    """Everything that falls between two days, both included, day after day, in five queries.

    ``restricted`` False leaves the restricted sheets out, for what goes beyond the pages of the council.
    """
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy)
    if not restricted:
        sheets = sheets.exclude(visibility=Visibility.RESTRICTED)
    found = [
        *_sheets(here, sheets, between),
        *_communes(here, sheets, between),
        *_steps(here, sheets, between),
        *_events(here, sheets, between),
        *_calls(here, between),
    ]
    if strategy.ends_on and between[0] <= strategy.ends_on <= between[1]:
        address = location(here, "strategy")
        found.append(Deadline(strategy.ends_on, "strategy", strategy.title, address, f"strategy-{strategy.pk}"))
    return sorted(found, key=lambda one: (one.on, [*KINDS].index(one.kind), one.title))


def _sheets(here: Here, sheets: Sheets, between: Span) -> list[Deadline]:
    rows = sheets.filter(due_on__range=between)
    values = rows.order_by("due_on").values_list("pk", "number", "title", "due_on", "status", "external_id")
    return [
        Deadline(day or between[0], "sheet", _named(number, title), _page(here, pk), f"sheet-{ref}", status not in OPEN)
        for pk, number, title, day, status, ref in values
    ]


def _communes(here: Here, sheets: Sheets, between: Span) -> list[Deadline]:
    rows = SheetCommune.objects.filter(sheet__in=sheets, due_on__range=between)
    return [
        Deadline(
            row.due_on or between[0],
            "commune",
            f"{_named(row.sheet.number, row.sheet.title)} ({row.commune.name})",
            _page(here, row.sheet_id),
            f"sheet-{row.sheet.external_id}-{row.commune.code}",
            (row.status or row.sheet.status) not in OPEN,
        )
        for row in rows.select_related("sheet", "commune")
    ]


def _steps(here: Here, sheets: Sheets, between: Span) -> list[Deadline]:
    rows = Step.objects.filter(sheet__in=sheets, due_on__range=between)
    values = rows.values_list("pk", "title", "due_on", "done_on", "sheet_id", "sheet__number")
    return [
        Deadline(
            day,
            "step",
            f"{title} (fiche {number})" if number else title,
            f"{_page(here, sheet)}#etapes",
            f"step-{pk}",
            done is not None,
        )
        for pk, title, day, done, sheet, number in values
    ]


def _events(here: Here, sheets: Sheets, between: Span) -> list[Deadline]:
    rows = Event.objects.filter(sheet__in=sheets, held_on__range=between)
    values = rows.values_list("pk", "title", "place", "held_on", "sheet_id")
    return [
        Deadline(day, "event", ", ".join(filter(None, [title, place])), _page(here, sheet), f"event-{pk}")
        for pk, title, place, day, sheet in values
    ]


def _calls(here: Here, between: Span) -> list[Deadline]:
    rows = FundingCall.objects.visible_to(here.seats).filter(council=here.council, withdrawn_on=None)
    closing = rows.filter(closes_on__range=between).values_list("pk", "title", "closes_on")
    return [Deadline(day, "call", title, location(here, "call", pk=pk), f"call-{pk}") for pk, title, day in closing]


def _named(number: str, title: str) -> str:
    return f"{number}. {title}" if number else title


def _page(here: Here, pk: int) -> str:
    return location(here, "action_sheet", pk=pk)
