"""The Monday mail that says the mayor's page is ready: counts, no name, no title."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from quietude.councils.gate import Here
from quietude.councils.models import Council, Seat
from quietude.outbox import COUNCIL_HEADER
from quietude.permissions.roles import Role
from quietude.strategy import queries
from quietude.strategy.weekly_point import weekly_point


def send_weekly_points(on: date) -> int:
    """Write to each chair who can sign in; a council without strategy in force gets nothing. Gives how many mails."""
    seats = Seat.objects.current(on).filter(role=Role.CHAIR, professional__user__is_active=True)
    held: dict[Council, list[Seat]] = {}
    for seat in seats.select_related("council", "professional__organisation", "professional__user"):
        held.setdefault(seat.council, []).append(seat)
    return sum(_send(council, seats_here, on) for council, seats_here in held.items())


def _send(council: Council, seats: list[Seat], on: date) -> int:
    """The chair reads the same point as on the page: what the mail counts is what the seat may see."""
    user = seats[0].professional.user
    assert user is not None  # noqa: S101 (the filter asked for an account)
    here = Here(council=council, seats=seats, user=user)
    strategy = queries.current_strategy(here)
    if strategy is None or not strategy.sheets.exists():
        return 0
    page = settings.BASE_URL + reverse("weekly_point", args=[council.slug])
    point = weekly_point(here, strategy, on)
    body = render_to_string("strategy/mail/weekly_point.txt", {"point": point, "page": page, "council": council})
    headers = {COUNCIL_HEADER: str(council.reference)}
    for seat in seats:
        address = seat.professional.user.email  # type: ignore[union-attr]
        EmailMessage(f"Le point de la semaine, {council}", body, to=[address], headers=headers).send()
    return len(seats)
