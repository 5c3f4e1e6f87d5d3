"""The ways in which a lower room shows something of an upper one, filled in ``AppConfig.ready`` and by nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Room:
    """An entry of the left rail: ``url_name`` takes the council's slug; shown to who holds ``capability``."""

    group: str
    label: str
    icon: str
    url_name: str
    capability: str
    prefix: str
    """Start of the URL after the council's own, so that the rail knows where one is: "strategie/"."""
    position: int = 100
    count: Callable[[Any], int] | None = None
    """Figure shown beside the label, from the ``Here`` of the request: the same for the same seats, and changed by an
    act in the council alone, since the rail is kept until then."""


GROUPS = ("Piloter", "Accompagner", "Connaître")
rooms: list[Room] = []


def register_room(room: Room) -> None:
    """Add a room to the rail."""
    rooms.append(room)
    rooms.sort(key=lambda r: (GROUPS.index(r.group), r.position))


nouns: dict[str, str] = {}
"""What the register calls an object, with its article: {"sheet": "une fiche action"}."""


def register_nouns(**words: str) -> None:
    """Say in French, for the register, the types of object that a room writes there."""
    nouns.update(words)
