"""Who is told of a sheet that is blocked, or free again; which ones have been blocked for long."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from quietude.councils.models import Seat
from quietude.permissions.matrix import MATRIX, Can
from quietude.strategy.models import ActionSheet
from quietude.strategy.models.vocabulary import Status, Visibility

LONG = timedelta(days=30)
WEEK = timedelta(days=7)


def addresses_awaited(sheet: ActionSheet) -> list[str]:
    """Mail addresses of the members of the body that is awaited; of the lead when it has none or none is named."""
    bodies = [[sheet.blocked_by_body_id], [sheet.lead_id]]
    return next((found for body in bodies if (found := _addresses(sheet, body))), [])


def addresses_concerned(sheet: ActionSheet) -> list[str]:
    """Mail addresses of the members of the lead and of the partners."""
    return _addresses(sheet, [sheet.lead_id, *sheet.partners.values_list("organisation_id", flat=True)])


def _addresses(sheet: ActionSheet, bodies: Iterable[int | None]) -> list[str]:
    """Addresses of who holds a seat today for one of ``bodies`` and may read the sheet."""
    taking_part = [sheet.lead_id, *sheet.partners.values_list("organisation_id", flat=True)]
    seats = Seat.objects.current(timezone.localdate()).filter(
        council=sheet.council_id,
        role__in=MATRIX[Can.READ_STRATEGY],
        professional__organisation__in=[body for body in bodies if body],
    )
    if sheet.visibility == Visibility.RESTRICTED:
        parts = Q(professional__organisation__in=[body for body in taking_part if body])
        seats = seats.filter(parts | Q(role__in=MATRIX[Can.READ_RESTRICTED_SHEET]))
    written = seats.values_list("professional__email", "professional__user__email")
    return sorted({address for pair in written if (address := pair[0] or pair[1])})


def long_blocked(on: date) -> QuerySet[ActionSheet]:
    """Sheets of all councils that have been blocked for more than 30 days, of which nobody was reminded this week."""
    blocked = ActionSheet.objects.filter(status=Status.BLOCKED, blocked_on__lt=on - LONG)
    return blocked.exclude(reminded_on__gt=on - WEEK).select_related("council")
