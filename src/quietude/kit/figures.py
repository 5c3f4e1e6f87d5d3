"""Figures that one room offers and another reads: how an indicator takes its measure from what the product counts.

A room registers its figures in ``AppConfig.ready`` and nowhere else; who reads one knows its key alone, never the room.
The capability to read stays with the page that shows the figure: a figure counts, it names nobody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Rhythm = Literal["monthly", "quarterly", "half_yearly", "yearly"]


class UnknownFigure(LookupError):
    """No room of this installation offers the figure of that key."""


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it."""

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("A period ends on its first day or after it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a figure was worth over a period: a value, « non publiable », or nothing counted (``value`` None).

    ``low`` and ``high`` bound the value where it is an estimate, both or neither; ``limit`` says in one sentence what
    the figure cannot tell. Values are in the unit of the figure. A reading that may not be published holds no number.
    """

    value: Decimal | None
    source: str
    publishable: bool = True
    low: Decimal | None = None
    high: Decimal | None = None
    limit: str = ""

    def __post_init__(self) -> None:
        numbers = (self.value, self.low, self.high)
        if not self.publishable and numbers != (None, None, None):
            raise ValueError("A reading that may not be published holds no number.")
        if (self.low is None) != (self.high is None):
            raise ValueError("An estimate has two bounds, or none.")
        if (
            self.low is not None
            and self.high is not None
            and not (self.value is not None and self.low <= self.value <= self.high)
        ):
            raise ValueError("The value of an estimate lies between its bounds.")

    @classmethod
    def unpublished(cls, source: str, limit: str = "") -> "Reading":
        """The answer where publishing could point at somebody: no number leaves, not even a zero."""
        return cls(value=None, source=source, publishable=False, limit=limit)


Read = Callable[[Any, Period, str | None], Reading]
"""From a council (as the room that registers wants it: the row), a period and a commune's code or None for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a room can count: ``key`` is "<room>.<what>", and its definition says what is counted and what is not."""

    key: str
    label: str
    unit: str
    source: str
    definition: str
    rhythm: Rhythm
    """How often it is worth reading anew."""
    read: Read


_figures: dict[str, Figure] = {}


def register_figure(figure: Figure) -> None:
    """Offer ``figure`` to the rooms above.

    Raises ValueError when the key is taken, is longer than the 60 letters that an indicator keeps of it, or when the
    figure says neither what it counts nor where that comes from.
    """
    if figure.key in _figures:
        raise ValueError(f"A figure is already called « {figure.key} ».")
    if not figure.key or len(figure.key) > 60:
        raise ValueError("The key of a figure has 1 to 60 letters.")
    if not (figure.label and figure.unit and figure.source and figure.definition):
        raise ValueError(f"The figure « {figure.key} » needs a label, a unit, a source and a definition.")
    _figures[figure.key] = figure


def figure(key: str) -> Figure:
    """The figure of that key. Raises UnknownFigure."""
    try:
        return _figures[key]
    except KeyError as error:
        raise UnknownFigure(f"No figure is called « {key} ».") from error


def figures() -> list[Figure]:
    """Every figure offered, by label."""
    return sorted(_figures.values(), key=lambda one: (one.label, one.key))


def read(council: Any, key: str, period: Period, territory: str | None = None) -> Reading:
    """What the figure ``key`` was worth in ``council`` over ``period``, in the commune ``territory`` or in all of them.

    Raises UnknownFigure; TypeError when the room that registered it answers something else than a reading.
    """
    answer = figure(key).read(council, period, territory)
    if not isinstance(answer, Reading):
        raise TypeError(f"The figure « {key} » answered {type(answer).__name__}, not a reading.")
    return answer
