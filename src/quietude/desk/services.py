"""Acts of the first screen: following the council from one's own agenda."""

from quietude.councils.gate import Here
from quietude.councils.models import CalendarFeed


def open_feed(here: Here) -> CalendarFeed:
    """Let the reader's agenda follow the council; opened again, the former link stops and a new one is made."""
    close_feed(here)
    professional = here.seats[0].professional
    feed = CalendarFeed.objects.create(council=here.council, professional=professional)
    here.write_register("open", object_type="calendar_feed", object_reference=feed.reference)
    return feed


def close_feed(here: Here) -> bool:
    """The link gives nothing any more; gives whether one was open."""
    feed = CalendarFeed.objects.filter(council=here.council, professional__user=here.user).first()
    if feed is None:
        return False
    here.write_register("close", object_type="calendar_feed", object_reference=feed.reference)
    feed.delete()
    return True
