"""Deadlines as a calendar that any agenda subscribes to (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from quietude.documents.blocks import clean

if TYPE_CHECKING:
    from icalendar import Event

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Quiétude//Échéances//FR"
REFRESHED = timedelta(hours=12)
"""How often an agenda that subscribes may ask again."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is due. No person's name: a calendar is copied to telephones and shared screens."""

    uid: str
    """Stable and unique in the world, so that a deadline that moves is not shown twice."""
    on: date
    title: str
    description: str = ""
    url: str = ""


def as_ics(name: str, deadlines: Iterable[Deadline], *, now: datetime) -> bytes:
    """The calendar ``name``: one all-day event a deadline, which leaves the day free; ``now`` is aware."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(name))
    calendar.add("refresh-interval", REFRESHED, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESHED)
    for deadline in deadlines:
        calendar.add_component(_event(deadline, now))
    return calendar.to_ical()


def _event(deadline: Deadline, now: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", deadline.uid)
    event.add("dtstamp", now)
    event.add("dtstart", deadline.on)
    event.add("dtend", deadline.on + timedelta(days=1))
    event.add("summary", clean(deadline.title), {"LANGUAGE": "fr"})
    if deadline.description:
        event.add("description", clean(deadline.description), {"LANGUAGE": "fr"})
    if deadline.url:
        event.add("url", deadline.url)
    event.add("transp", "TRANSPARENT")
    return event
