"""What was read of a council is kept until an act is done there, and for the same seats only."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from quietude.councils.gate import find_here
from quietude.councils.models import Council
from quietude.permissions.roles import Role
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def kept(cast: Cast, role: Role, value: str, *, reading: bool = True) -> str:
    here = find_here(cast[role], cast.council.slug, reading=reading)
    return here.recall("test", lambda: value)


def test_an_act_makes_every_reader_read_again(cast: Cast, client_of: Callable[..., Any]) -> None:
    assert kept(cast, Role.COORDINATOR, "before") == "before"
    assert kept(cast, Role.COORDINATOR, "after") == "before"
    refused = client_of(Role.HEALTH).post(reverse("organisation_new", args=[cast.council.slug]), {"name": "Foyer"})
    assert refused.status_code == 404
    assert kept(cast, Role.COORDINATOR, "after") == "before"
    client_of(Role.COORDINATOR).post(
        reverse("organisation_new", args=[cast.council.slug]), {"name": "Foyer", "kind": "association"}
    )
    assert kept(cast, Role.COORDINATOR, "after") == "after"


def test_other_seats_and_the_neighbour_read_for_themselves(cast: Cast) -> None:
    assert kept(cast, Role.COORDINATOR, "steered") == "steered"
    assert kept(cast, Role.HEALTH, "followed") == "followed"
    assert find_here(cast.neighbour, cast.other.slug, reading=True).recall("test", lambda: "away") == "away"


def test_nothing_is_kept_while_an_act_is_done(cast: Cast) -> None:
    assert kept(cast, Role.COORDINATOR, "uncertain", reading=False) == "uncertain"
    assert kept(cast, Role.COORDINATOR, "certain") == "certain"


def test_a_revision_never_comes_back(cast: Cast) -> None:
    council = Council.objects.get(pk=cast.council.pk)
    seen = {council.revision}
    for _ in range(3):
        council.renew()
        seen.add(Council.objects.get(pk=council.pk).revision)
    assert len(seen) == 4
