"""The timeline of the sheets, computed once and drawn by a template: lengths are whole units of the drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from quietude.kit.dates import SHORT_MONTHS, date_text, precise_text
from quietude.strategy.models.vocabulary import Status

WIDTH, LABELS, RIGHT = 1180, 300, 104
"""Units of the drawing: its width, the column of titles, the margin where the words of a bar stand."""
HEAD, GROUP, ROW = 72, 34, 28
LONGEST_TITLE = 40
WORDS = {
    "late": "en retard",
    "blocked": "bloquée",
    "done": "réalisée",
    "to_launch": "à lancer",
    "abandoned": "abandonnée",
}
CLOSED = (Status.DONE, Status.ABANDONED)


@dataclass(frozen=True, slots=True)
class Planned:
    """What the timeline needs of one sheet; ``signed`` are the dates of the signed version, None where it has none."""

    pk: int
    number: str
    title: str
    group: str
    status: str
    state: str
    starts_on: date | None
    due_on: date | None
    precision: str = "day"
    steps: Sequence[tuple[str, date, bool]] = ()
    """(title, day on which it is due or was done, whether it is done)."""
    signed: tuple[date | None, date | None] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A step on its bar."""

    x: int
    done: bool
    late: bool
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its words, its bar (``width`` 0 for a lone deadline) and, when they differ, the signed dates."""

    pk: int
    number: str
    title: str
    full_title: str
    y: int
    state: str
    x: int
    width: int
    elapsed: int
    """Part of ``width`` that lies before today; what is late shows its delay in the rest."""
    word: str
    words: str
    """The whole row in a sentence, for those who do not see it."""
    steps: tuple[Mark, ...] = ()
    signed: tuple[int, int] | None = None
    """From x, to x."""

    @property
    def word_x(self) -> int:
        """Where the word stands: after the bar and after its last step."""
        return max([self.x + self.width, *(step.x for step in self.steps)]) + 9


@dataclass(slots=True)
class Group:
    """The rows that stand under one heading."""

    title: str
    y: int
    bars: list[Bar] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tick:
    """A year, a quarter or a month on the scale; ``width`` is that of its column."""

    x: int
    width: int
    label: str


@dataclass(frozen=True, slots=True)
class Gantt:
    """The whole drawing."""

    height: int
    years: list[Tick]
    ticks: list[Tick]
    groups: list[Group]
    today: int | None
    today_words: str
    undated: list[Planned]
    width: int = WIDTH
    labels: int = LABELS
    head: int = HEAD
    end: int = WIDTH - RIGHT


class Scale:
    """Days to units of the drawing, between the first day of a month and the last day of another."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.unit = (WIDTH - LABELS - RIGHT) / max((last - first).days + 1, 1)

    def x(self, day: date) -> int:
        """Where ``day`` begins, kept inside the scale."""
        inside = min(max(day, self.first), self.last + timedelta(days=1))
        return round(LABELS + (inside - self.first).days * self.unit)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def draw_gantt(sheets: Iterable[Planned], *, today: date, year: int | None = None) -> Gantt:
    """The timeline of ``sheets`` in their order, whole or for one ``year``: no month before the first date or after."""
    every = list(sheets)
    dated = [s for s in every if s.starts_on or s.due_on]
    if year:
        dated = [s for s in dated if _first(s).year <= year <= _last(s).year]
    scale = _scale(dated, today, year)
    groups: list[Group] = []
    y = HEAD
    for sheet in dated:
        if not groups or groups[-1].title != sheet.group:
            groups.append(Group(sheet.group, y))
            y += GROUP
        groups[-1].bars.append(_bar(sheet, y, scale, today))
        y += ROW
    return Gantt(
        height=y + 10,
        years=_years(scale),
        ticks=_ticks(scale),
        groups=groups,
        today=scale.x(today) if scale.holds(today) else None,
        today_words=date_text(today, short=True),
        undated=[s for s in every if not (s.starts_on or s.due_on)],
    )


def _first(sheet: Planned) -> date:
    return sheet.starts_on or sheet.due_on  # type: ignore[return-value]


def _last(sheet: Planned) -> date:
    return sheet.due_on or sheet.starts_on  # type: ignore[return-value]


def _scale(dated: list[Planned], today: date, year: int | None) -> Scale:
    if year:
        return Scale(date(year, 1, 1), date(year, 12, 31))
    days = [day for s in dated for day in (_first(s), _last(s), *(d for d in s.signed or () if d))] or [today]
    first, last = min(days).replace(day=1), max(days)
    return Scale(first, _month_after(last) - timedelta(days=1))


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _bar(sheet: Planned, y: int, scale: Scale, today: date) -> Bar:
    start, end = _first(sheet), _last(sheet)
    open_ended = sheet.due_on is None
    if open_ended and sheet.status not in CLOSED:
        end = max(scale.last, start)
    planned = scale.x(end + timedelta(days=1))
    drawn = max(planned, scale.x(today)) if sheet.state == "late" else planned
    x = scale.x(start)
    width = max(drawn - x, 2) if sheet.starts_on else 0
    elapsed = width if sheet.status in CLOSED else min(max(scale.x(today) - x, 0), planned - x, width)
    return Bar(
        pk=sheet.pk,
        number=sheet.number,
        title=sheet.title if len(sheet.title) <= LONGEST_TITLE else sheet.title[: LONGEST_TITLE - 1].rstrip() + "…",
        full_title=sheet.title,
        y=y,
        state=sheet.state,
        x=x if width else scale.x(end),
        width=width,
        elapsed=elapsed,
        word=WORDS.get(sheet.state, "sans échéance" if open_ended else ""),
        words=_words(sheet),
        steps=tuple(_mark(step, scale, today) for step in sheet.steps if scale.holds(step[1])),
        signed=_signed(sheet, scale),
    )


def _words(sheet: Planned) -> str:
    state = WORDS.get(sheet.state, "en cours")
    if not sheet.starts_on:
        return f"échéance : {_said(sheet, _last(sheet))}, {state}"
    end = f"échéance : {_said(sheet, sheet.due_on)}" if sheet.due_on else "sans échéance"
    return f"début : {_said(sheet, sheet.starts_on)}, {end}, {state}"


def _said(sheet: Planned, day: date) -> str:
    """A day as precisely as it is known."""
    return precise_text(day, sheet.precision)  # type: ignore[arg-type]


def _mark(step: tuple[str, date, bool], scale: Scale, today: date) -> Mark:
    title, day, done = step
    return Mark(scale.x(day), done, not done and day < today, f"{title}, {date_text(day, short=True)}")


def _signed(sheet: Planned, scale: Scale) -> tuple[int, int] | None:
    """The signed dates when they are not those of today: a thin line below the bar."""
    if sheet.signed is None or sheet.signed == (sheet.starts_on, sheet.due_on):
        return None
    start, end = sheet.signed
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    return scale.x(first), scale.x(last + timedelta(days=1))


def _years(scale: Scale) -> list[Tick]:
    found = []
    for year in range(scale.first.year, scale.last.year + 1):
        x = scale.x(max(date(year, 1, 1), scale.first))
        found.append(Tick(x, scale.x(date(year + 1, 1, 1)) - x, str(year)))
    return found


def _ticks(scale: Scale) -> list[Tick]:
    """Months when they have room, else quarters, else none."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month + 1
    every = 1 if months <= 18 else 3 if months <= 60 else 0
    if not every:
        return []
    found, day = [], scale.first
    while day <= scale.last:
        if (day.month - 1) % every == 0:
            after = day
            for _ in range(every):
                after = _month_after(after)
            found.append(Tick(scale.x(day), scale.x(after) - scale.x(day), SHORT_MONTHS[day.month - 1]))
        day = _month_after(day)
    return found
