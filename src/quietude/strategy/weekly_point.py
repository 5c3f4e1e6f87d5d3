"""The weekly page of the mayor: what asks for a decision, what comes, what moved. One page, whatever the size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quietude.councils.gate import Here
from quietude.documents.blocks import Block, Bullets, Facts, Heading, Paragraph
from quietude.documents.letter import Letter
from quietude.documents.queries import sender_of
from quietude.kit.dates import date_text
from quietude.kit.typography import counted, percent_text
from quietude.strategy.models import ActionSheet, FundingCall, JournalEntry, Measurement, Step, Strategy
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.queries.deadlines import Deadline, deadlines

WEEK, AHEAD, CALLS_AHEAD = timedelta(days=7), timedelta(days=14), timedelta(days=45)
MOST = 5
"""Lines of a list: beyond, their number is said, and the page stays one page."""


@dataclass(frozen=True, slots=True)
class WeeklyPoint:
    """What the page says, as it stands on one Monday."""

    strategy: Strategy
    on: date
    late: Sequence[str]
    blocked: Sequence[str]
    coming: Sequence[str]
    moved: Sequence[str]
    calls: Sequence[str]
    total: int
    done: int
    progress: int

    @property
    def sentence(self) -> str:
        """« 2 fiches en retard, 1 bloquée ; 3 échéances dans les quinze jours. »"""
        asks = [counted(len(self.late), "fiche en retard", "fiches en retard", none="rien en retard")]
        asks.append(counted(len(self.blocked), "bloquée", none="rien de bloqué"))
        coming = counted(len(self.coming), "échéance", none="aucune échéance")
        return f"{', '.join(asks)}\u202f; {coming} dans les quinze jours."


def weekly_point(here: Here, strategy: Strategy, on: date) -> WeeklyPoint:
    """The week that ends on the day ``on``, and the two that follow; the number of queries does not depend on it."""
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).of_the_strategy()
    active = list(sheets.exclude(status=Status.ABANDONED).values_list("status", "progress", "weight"))
    weight = sum(row[2] for row in active)
    return WeeklyPoint(
        strategy=strategy,
        on=on,
        late=[
            f"{_named(s)}{_led(s)}, depuis le {date_text(s.next_due_on or on, year=False)}"
            for s in sheets.late(on).select_related("lead").order_by("next_due_on")
        ],
        blocked=[f"{_named(s)} : {s.blocked_by}" for s in sheets.filter(status=Status.BLOCKED).order_by("blocked_on")],
        coming=[_coming(o) for o in deadlines(here, strategy, (on, on + AHEAD)) if not o.done and o.kind != "call"],
        moved=_moved(here, strategy, on),
        calls=[
            f"{call.title}, ferme le {date_text(call.closes_on)}"
            for call in FundingCall.objects.visible_to(here.seats).filter(
                council=here.council, withdrawn_on=None, closes_on__range=(on, on + CALLS_AHEAD)
            )
        ],
        total=len(active),
        done=sum(row[0] == Status.DONE for row in active),
        progress=round(sum(row[1] * row[2] for row in active) / weight) if weight else 0,
    )


def _moved(here: Here, strategy: Strategy, on: date) -> list[str]:
    """What was done since a week: steps finished, values measured, decisions written."""
    since = (on - WEEK, on)
    steps = Step.objects.visible_to(here.seats).filter(sheet__strategy=strategy, done_on__range=since)
    measures = Measurement.objects.visible_to(here.seats).filter(indicator__sheet__strategy=strategy, on__range=since)
    entries = JournalEntry.objects.visible_to(here.seats).filter(
        sheet__strategy=strategy, on__range=since, kind=JournalEntry.Kind.DECISION
    )
    return [
        *(f"Décision : {one.text}" for one in entries),
        *(f"Étape faite : {one.title} ({_named(one.sheet)})" for one in steps.select_related("sheet")),
        *(f"Mesuré : {one.indicator.name}" for one in measures.select_related("indicator")),
    ]


def _named(sheet: ActionSheet) -> str:
    return f"{sheet.number}. {sheet.title}" if sheet.number else sheet.title


def _led(sheet: ActionSheet) -> str:
    return f" ({sheet.lead_label})" if sheet.lead_label else " (sans pilote)"


def _coming(one: Deadline) -> str:
    return f"{date_text(one.on, year=False)} : {one.title}"


def weekly_letter(here: Here, point: WeeklyPoint) -> Letter:
    """The page as a document."""
    return Letter(
        sender=sender_of(here),
        title="Le point de la semaine",
        subtitle=point.sentence[:1].upper() + point.sentence[1:],
        blocks=list(_blocks(point)),
        made_on=point.on,
        note="Démonstration : les personnes et l’état des fiches sont fictifs." if here.council.demonstration else "",
    )


def _blocks(point: WeeklyPoint) -> Iterator[Block]:
    share = percent_text(point.progress)
    yield Facts([("Fiches", str(point.total)), ("Réalisées", str(point.done)), ("Avancement pondéré", share)])
    lists = (
        ("Ce qui demande une décision", [f"Bloquée : {words}" for words in point.blocked]),
        ("Ce qui est en retard", point.late),
        ("Ce qui vient", point.coming),
        ("Ce qui a avancé", point.moved),
        ("Appels à projets qui ferment", point.calls),
    )
    full = [(title, lines) for title, lines in lists if lines]
    for title, lines in full:
        yield Heading(title)
        more = len(lines) - MOST
        rest = [f"et {counted(more, 'autre')}"] if more > 0 else []
        yield Bullets([*(_short(line) for line in lines[:MOST]), *rest])
    if not full:
        yield Paragraph("Rien ne demande votre attention cette semaine.")


def _short(line: str) -> str:
    """A line of the page: two lines of paper at most."""
    return line if len(line) <= 150 else f"{line[:149].rstrip()}…"
