"""What every page of a council knows: who one is here, what one may do, which rooms one may enter."""

from typing import Any

from django.http import HttpRequest

from quietude.kit.registries import GROUPS, rooms
from quietude.permissions.matrix import Can


class May:
    """``{% if may.edit_strategy %}``: the same question as the gate's, asked from a template."""

    def __init__(self, here: Any) -> None:
        self._here = here

    def __getitem__(self, name: str) -> bool:
        return self._here.may(Can[name.upper()])


def here(request: HttpRequest) -> dict[str, Any]:
    """``here``, ``may`` and ``rail`` (groups of rooms that the seat may enter), empty outside of a council."""
    found = getattr(request, "here", None)
    if found is None:
        return {"here": None, "may": None, "rail": []}
    open_rooms = [room for room in rooms if found.may(Can(room.capability))]
    rail = [(group, [room for room in open_rooms if room.group == group]) for group in GROUPS]
    return {"here": found, "may": May(found), "rail": [(group, entries) for group, entries in rail if entries]}
