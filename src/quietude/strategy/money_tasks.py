"""Work of the money that no page waits for."""

from django.tasks import task
from django.utils import timezone

from quietude.kit.tasks import repeatable
from quietude.strategy.services.reminders import remind_of_calls, remind_of_reports


@repeatable(3)
@task
def remind_of_money() -> int:
    """Tell the coordinations of the calls that close and of the reports that are due; gives how many."""
    today = timezone.localdate()
    return remind_of_calls(today) + remind_of_reports(today)
