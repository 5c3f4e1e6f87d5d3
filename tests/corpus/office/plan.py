"""What a document says (`Strategy`, `Axis`, `Action`), and the expected file that follows from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from random import Random
from zlib import crc32

from office.themes import COMMON, THEMES

LISTED = ("lead", "partners", "indicators")
EVERY_FIELD = (
    "lead",
    "partners",
    "public",
    "territory",
    "context",
    "means",
    "funding",
    "calendar",
    "indicators",
    "evaluation",
    "status",
)


@dataclass(frozen=True)
class Action:
    """One action; a field left at None is drawn from its theme, an empty one stays empty."""

    title: str
    theme: str
    number: str | None = None
    objective: str | None = None
    description: str | None = None
    lead: tuple[str, ...] | None = None
    partners: tuple[str, ...] | None = None
    public: str | None = None
    territory: str | None = None
    context: str | None = None
    means: str | None = None
    funding: tuple[tuple[str | None, int | None], ...] | None = None
    calendar: str | None = None
    indicators: tuple[str, ...] | None = None
    evaluation: str | None = None
    status: str | None = None


@dataclass(frozen=True)
class Axis:
    """The top level, whatever its document calls it; `title` is None for a flat list."""

    title: str | None
    actions: tuple[Action, ...] = ()
    objectives: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Strategy:
    """A whole document; `period` and `territory` are those that the document gives for itself."""

    title: str | None = None
    territory: str | None = None
    period: tuple[int | None, int | None] | None = None
    axes: tuple[Axis, ...] = ()
    general_objectives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A file to write, and what a careful reader extracts from it."""

    name: str
    write: Callable[[Path], None]
    expected: dict = field(default_factory=dict)


def euros(amount: int, space: str = "\u202f") -> str:
    """An amount in euros as French documents print it: `12 000 €`."""
    return f"{amount:,}".replace(",", space) + "\u00a0€"


def lines(action: Action, key: str) -> list[str]:
    """What a sheet prints for a field, one line per partner, funder or measure."""
    value = getattr(action, key)
    if key == "funding":
        return [f"{who} : {euros(much)}" if who and much else who or euros(much or 0) for who, much in value or ()]
    return list(value) if isinstance(value, tuple) else [value] if value else []


def said(action: Action, key: str, between: str = ", ") -> str:
    """What a sheet prints for a field, in one string."""
    return between.join(lines(action, key))


def dress(strategy: Strategy, years: tuple[int, int]) -> Strategy:
    """Fill the fields that the document's author left to the theme, the same way at each run."""
    axes = tuple(
        replace(axis, actions=tuple(_dress_action(action, years) for action in axis.actions)) for axis in strategy.axes
    )
    return replace(strategy, axes=axes)


def _dress_action(action: Action, years: tuple[int, int]) -> Action:
    draw = Random(crc32(action.title.encode()))
    theme = THEMES[action.theme]
    start, end = years
    first = draw.randint(start, max(start, end - 1))
    when = {"start": start, "end": end, "first": first, "next": min(first + 1, end)}
    drawn = {
        "description": draw.choice(theme["descriptions"]),
        "lead": tuple(draw.sample(theme["leads"], draw.choice((1, 1, 1, 2)))),
        "partners": tuple(draw.sample(theme["partners"], draw.randint(2, min(5, len(theme["partners"]))))),
        "public": draw.choice(theme["publics"]),
        "territory": draw.choice(COMMON["territories"]),
        "context": draw.choice(theme["contexts"]),
        "means": draw.choice(COMMON["means"]),
        "funding": tuple(
            (name, draw.randrange(1, 36) * 500) for name in draw.sample(COMMON["funders"], draw.randint(1, 3))
        ),
        "calendar": draw.choice(COMMON["calendars"]).format(**when),
        "indicators": tuple(draw.sample(theme["indicators"], draw.randint(2, 3))),
        "evaluation": draw.choice(COMMON["evaluations"]),
        "status": draw.choice(COMMON["statuses"]),
    }
    return replace(action, **{key: value for key, value in drawn.items() if getattr(action, key) is None})


def typed(text: str) -> str:
    """A text as an old keyboard types it: straight apostrophes, ordinary spaces."""
    return text.replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ")


def plain(strategy: Strategy) -> Strategy:
    """The same strategy as an old keyboard types it."""

    def flat(value: object) -> object:
        if isinstance(value, str):
            return typed(value)
        if isinstance(value, tuple):
            return tuple(flat(item) for item in value)
        if isinstance(value, Axis | Action):
            return replace(value, **{f.name: flat(getattr(value, f.name)) for f in fields(value)})
        return value

    return replace(strategy, **{f.name: flat(getattr(strategy, f.name)) for f in fields(strategy)})


def expect(
    strategy: Strategy,
    printed: Iterable[str] = (),
    notes: Iterable[str] = (),
    accept: dict | None = None,
    number_as_text: bool = True,
) -> dict:
    """The expected file: only the fields that the document prints, in its own words.

    `number_as_text` writes amounts as `12 000 €`; spreadsheets keep numbers.
    """
    printed = tuple(printed)
    out: dict = {
        "title": strategy.title,
        "territory": strategy.territory,
        "period": list(strategy.period) if strategy.period else None,
    }
    if strategy.general_objectives:
        out["general_objectives"] = list(strategy.general_objectives)
    out["axes"] = [_expect_axis(axis, printed, number_as_text) for axis in strategy.axes]
    if notes:
        out["_notes"] = list(notes)
    if accept:
        out["_accept"] = accept
    return out


def _expect_axis(axis: Axis, printed: tuple[str, ...], number_as_text: bool) -> dict:
    out: dict = {"title": axis.title}
    if axis.description:
        out["description"] = axis.description
    out["objectives"] = list(axis.objectives)
    out["actions"] = [_expect_action(action, printed, number_as_text) for action in axis.actions]
    return out


def _expect_action(action: Action, printed: tuple[str, ...], number_as_text: bool) -> dict:
    out: dict = {"number": action.number, "title": action.title}
    if action.objective:
        out["objective"] = action.objective
    if "description" in printed and action.description:
        out["description"] = action.description
    told: dict = {}
    for key in EVERY_FIELD:
        value = getattr(action, key)
        if key not in printed or not value:
            continue
        if key == "funding":
            told[key] = [{"funder": who, "amount": _amount(much, number_as_text)} for who, much in value]
        else:
            told[key] = list(value) if key in LISTED else value
    if told:
        out["fields"] = told
    return out


def _amount(amount: int | None, as_text: bool) -> str | int | None:
    return euros(amount) if as_text and amount is not None else amount
