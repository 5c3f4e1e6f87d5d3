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
    key = _key(request)
    if key is None:
        return act()
    try:
        with transaction.atomic():
            received = Submission.objects.create(council=here.council, key=key, location="")
    except IntegrityError:
        return Submission.objects.get(council=here.council, key=key).location
    received.location = act()
    received.save(update_fields=["location"])
    return received.location


def led_to(request: HttpRequest, here: Here) -> str:
    """Where the first send of this form went; empty when it was not received yet."""
    key = _key(request)
    received = Submission.objects.filter(council=here.council, key=key).first() if key else None
    return received.location if received else ""


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("submission_key", ""))
    except ValueError:
        return None
