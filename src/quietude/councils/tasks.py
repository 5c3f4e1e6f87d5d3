"""Work of the councils that a page does not wait for."""

from datetime import timedelta

from django.tasks import task
from django.utils import timezone

from quietude.councils.models import Submission
from quietude.kit.tasks import repeatable

REMEMBERED = timedelta(days=7)
"""A form sent again later than that is a new form."""


@repeatable(3)
@task
def forget_submissions() -> int:
    """Forget the forms received long ago; gives how many."""
    return Submission.objects.filter(at__lt=timezone.now() - REMEMBERED).delete()[0]
