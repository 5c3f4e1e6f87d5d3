"""A form sent twice is done once: the second send is led to where the first one went."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from quietude.councils.gate import Here
from quietude.councils.models import Submission


def once(request: HttpRequest, here: Here, act: Callable[[], str]) -> str:
    """Do ``act``, which gives the address to go to, unless the form of this key was already received.

    A form without a readable key is done as it comes: only a double send of the same page is caught.
    """
    try:
        key = UUID(request.POST.get("submission_key", ""))
    except ValueError:
        return act()
    try:
        with transaction.atomic():
            received = Submission.objects.create(council=here.council, key=key, location="")
    except IntegrityError:
        return Submission.objects.get(council=here.council, key=key).location
    received.location = act()
    received.save(update_fields=["location"])
    return received.location
