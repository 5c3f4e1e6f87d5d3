"""What is held in the course of an action: a road-safety day, a debate evening, a talk in a class."""

from typing import Any

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Event
from quietude.strategy.services.turns import take_turn


def add_event(here: Here, sheet: ActionSheet, values: dict[str, Any]) -> Event:
    """Write an event on ``sheet``, held or to come."""
    take_turn(here, sheet, "events")
    event = Event.objects.create(council=here.council, sheet=sheet, **values)
    _write(here, sheet)
    return event


def save_event(here: Here, event: Event, values: dict[str, Any], *, version: int) -> None:
    """Write ``values`` on an event of a sheet as it was at ``version``. Raises VersionConflict."""
    take_turn(here, event.sheet, "events", version=version)
    for name, value in values.items():
        setattr(event, name, value)
    event.save()
    _write(here, event.sheet)


def delete_event(here: Here, event: Event) -> None:
    """Take an event off its sheet; the history keeps it."""
    take_turn(here, event.sheet, "events")
    event.delete()
    _write(here, event.sheet)


def _write(here: Here, sheet: ActionSheet) -> None:
    here.write_register("sheet_rows_save", object_type="sheet", object_reference=sheet.external_id, section="events")
