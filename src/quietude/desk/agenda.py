"""What an agenda that follows the council receives: the deadlines that every member may read, without any name."""

from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from quietude.accounts.links import Link, sign_link
from quietude.councils.gate import Here
from quietude.councils.models import CalendarFeed
from quietude.documents.calendars import Deadline, as_ics
from quietude.strategy import queries as strategies
from quietude.strategy.queries.deadlines import KINDS, deadlines

BEFORE, AFTER = timedelta(days=60), timedelta(days=420)
LASTS = timedelta(days=400)
"""A link is renewed once a year: one that nobody looks after ends by itself."""


def agenda(here: Here, on: date) -> bytes:
    """The deadlines around the day ``on`` as iCalendar; what is done stays out, and so does what is restricted."""
    strategy = strategies.current_strategy(here)
    span = (on - BEFORE, on + AFTER)
    found = deadlines(here, strategy, span, restricted=False) if strategy else []
    entries = [
        Deadline(
            uid=f"{one.uid}@{here.council.reference}",
            on=one.on,
            title=f"{KINDS[one.kind]} : {one.title}",
            url=settings.BASE_URL + one.url,
        )
        for one in found
        if not one.done
    ]
    return as_ics(f"Quiétude, {here.council}", entries, now=timezone.now())


def feed_of(here: Here) -> CalendarFeed | None:
    """The agenda that the reader follows here; None when it is closed."""
    feeds = CalendarFeed.objects.visible_to(here.seats).filter(council=here.council)
    return feeds.filter(professional__user=here.user).first()


def followed_feed(link: Link) -> CalendarFeed | None:
    """The agenda that a link was made for, while it is open and its reader has an account."""
    feeds = CalendarFeed.objects.select_related("professional__user", "council")
    return feeds.filter(reference=link.addressee, professional__user__is_active=True).first()


def feed_address(feed: CalendarFeed) -> str:
    """The whole address to give to an agenda; who holds it reads the deadlines."""
    return settings.BASE_URL + reverse("followed_agenda", args=[sign_link("agenda", feed.reference, lasts=LASTS)])
