"""Every day, the sheets that have been blocked for more than 30 days are recalled to who is awaited, once a week."""

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from quietude.kit.tasks import repeatable
from quietude.strategy.queries.blocking import long_blocked
from quietude.strategy.services.blocking import AlreadyReminded, remind_of_block


@repeatable(3)
@task
def remind_of_long_blocks() -> int:
    """Write about each sheet blocked for long; gives how many mails. What was sent this week is not sent again."""
    mails = 0
    for sheet in long_blocked(timezone.localdate()):
        try:
            with transaction.atomic():
                mails += remind_of_block(sheet, by=None)
        except AlreadyReminded:
            continue
    return mails
