"""The post of coordination may be vacant: reminders then reach who stands in, else the chair."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quietude.councils.models import Interim, Seat
from quietude.councils.queries.stewards import Ground, stewards_of
from quietude.permissions.roles import Role
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def end_coordination(cast: Cast) -> None:
    """The coordinators' seats ended the day before yesterday, as a date that one sets in advance."""
    ended = timezone.localdate() - timedelta(days=2)
    Seat.objects.filter(council=cast.council, role=Role.COORDINATOR).update(ends_on=ended)


def test_the_coordination_receives_the_reminders(cast: Cast) -> None:
    stewards = stewards_of(cast.council, timezone.localdate())
    assert stewards.ground is Ground.COORDINATION
    assert cast[Role.COORDINATOR].email in stewards.addresses


def test_a_vacant_post_is_said_and_the_chair_is_reminded(cast: Cast, client_of: Callable) -> None:
    end_coordination(cast)
    stewards = stewards_of(cast.council, timezone.localdate())
    assert (stewards.ground, stewards.vacant_since) == (Ground.CHAIR, timezone.localdate() - timedelta(days=1))
    assert stewards.people == [cast.professionals[Role.CHAIR]]
    page = client_of(Role.CHAIR).get(reverse("council", args=[cast.council.slug])).content.decode()
    assert "Coordination vacante" in page
    assert "La présidence, faute de coordination et d’intérim" in page


def test_the_chair_names_who_stands_in_and_ends_it(cast: Cast, client_of: Callable) -> None:
    end_coordination(cast)
    client, form = client_of(Role.CHAIR), reverse("interim_new", args=[cast.council.slug])
    police = cast.professionals[Role.MUNICIPAL_POLICE]
    today = f"{timezone.localdate():%d/%m/%Y}"
    sent = {"professional": police.pk, "starts_on": today, "ends_on": "", "reason": "Poste vacant"}
    assert "Intérim noté" in client.post(form, sent, follow=True).content.decode()
    stewards = stewards_of(cast.council, timezone.localdate())
    assert (stewards.ground, stewards.people) == (Ground.INTERIM, [police])
    end = reverse("interim_end", args=[cast.council.slug, Interim.objects.get().pk])
    assert client_of(Role.EDUCATION).post(end).status_code == 404
    client.post(end)
    assert stewards_of(cast.council, timezone.localdate()).ground is Ground.CHAIR
    assert client_of(Role.EDUCATION).get(form).status_code == 404


def test_someone_without_address_cannot_stand_in(cast: Cast, client_of: Callable) -> None:
    somebody = cast.professionals[Role.HEALTH]
    somebody.user, somebody.email = None, ""
    somebody.save()
    form = reverse("interim_new", args=[cast.council.slug])
    sent = {"professional": somebody.pk, "starts_on": f"{timezone.localdate():%d/%m/%Y}", "ends_on": "", "reason": ""}
    assert "aucun rappel ne l’atteindrait" in client_of(Role.COORDINATOR).post(form, sent).content.decode()


def test_during_an_absence_both_are_reminded(cast: Cast) -> None:
    today, deputy = timezone.localdate(), cast.professionals[Role.ELECTED_DEPUTY]
    Interim.objects.create(council=cast.council, professional=deputy, starts_on=today)
    stewards = stewards_of(cast.council, today)
    assert not stewards.vacant
    assert {cast[Role.COORDINATOR].email, cast[Role.ELECTED_DEPUTY].email} <= set(stewards.addresses)
