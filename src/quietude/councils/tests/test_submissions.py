"""What the platform remembers of forms already received, and for how long."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from quietude.councils.models import Submission
from quietude.councils.tasks import forget_submissions
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_form_received_long_ago_is_forgotten_and_a_fresh_one_is_not(cast: Cast) -> None:
    old = Submission.objects.create(council=cast.council, key=uuid4(), location="/")
    fresh = Submission.objects.create(council=cast.council, key=uuid4(), location="/")
    Submission.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=8))
    assert forget_submissions.func() == 1
    assert Submission.objects.get() == fresh
