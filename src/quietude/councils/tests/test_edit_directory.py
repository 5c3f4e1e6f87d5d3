"""Keeping the directory: add, mend, confirm, invite; two people on one row, one form sent twice, the end of a seat."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from quietude.accounts.models import User
from quietude.audit.models import Entry
from quietude.councils.models import Organisation, Professional, Seat
from quietude.permissions.roles import Role
from tests.cast import Cast, open_session

pytestmark = pytest.mark.django_db


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the form of a page, as a browser sends them back."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return dict(found) | dict(re.findall(r'<input type="hidden" name="(version)" value="(\d+)"', page))


def lines_of(council, verb: str, object_type: str) -> int:
    return Entry.objects.filter(chain=str(council.reference), verb=verb, object_type=object_type).count()


def test_an_organisation_is_added_with_a_siret_that_exists(cast: Cast, client_of: Callable) -> None:
    client, address = client_of(Role.COORDINATOR), reverse("organisation_new", args=[cast.council.slug])
    facts = {"name": "Mission locale", "kind": "association"}
    refused = client.post(address, {**facts, "siret": "123 456 789 00012"}).content.decode()
    assert "Ce SIRET n’existe pas" in refused
    assert "en 14 chiffres" in client.post(address, {**facts, "siret": "12"}).content.decode()
    answer = client.post(address, {**facts, "siret": "732 829 320 00074"})
    added = Organisation.objects.get(name="Mission locale")
    assert answer.url == reverse("organisation", args=[cast.council.slug, added.pk])
    assert (added.siret, added.council) == ("73282932000074", cast.council)
    assert "porte déjà ce nom" in client.post(address, {**facts}).content.decode()
    assert lines_of(cast.council, "add", "organisation") == 1
    assert client_of(Role.EDUCATION).post(address, facts).status_code == 404


def test_an_entry_is_confirmed_today(cast: Cast, client_of: Callable) -> None:
    body = Organisation.objects.filter(council=cast.council).first()
    client_of(Role.COORDINATOR).post(reverse("organisation_confirm", args=[cast.council.slug, body.pk]))
    body.refresh_from_db()
    assert body.confirmed_on == timezone.localdate()


@pytest.mark.on_postgres
def test_a_form_sent_twice_adds_one_person(cast: Cast, client_of: Callable) -> None:
    client, address = client_of(Role.COORDINATOR), reverse("member_new", args=[cast.council.slug])
    body = Organisation.objects.filter(council=cast.council).first()
    sent = {"full_name": "Nora Weiss", "organisation": body.pk, "submission_key": str(uuid4())}
    first, second = client.post(address, sent), client.post(address, sent)
    assert first.url == second.url
    assert Professional.objects.filter(full_name="Nora Weiss").count() == 1
    assert lines_of(cast.council, "add", "professional") == 1


def test_a_person_works_in_an_organisation_of_this_council_only(cast: Cast, client_of: Callable) -> None:
    away = Organisation.objects.filter(council=cast.other).first()
    address = reverse("member_new", args=[cast.council.slug])
    answer = client_of(Role.COORDINATOR).post(address, {"full_name": "Nora Weiss", "organisation": away.pk})
    assert answer.status_code == 200
    assert not Professional.objects.filter(full_name="Nora Weiss").exists()


@pytest.mark.on_postgres
def test_two_people_on_one_entry_choose_field_by_field(cast: Cast, client_of: Callable) -> None:
    person = cast.professionals[Role.HEALTH]
    address = reverse("member_edit", args=[cast.council.slug, person.pk])
    mine, other = client_of(Role.COORDINATOR), client_of(cast.unenrolled)
    Authenticator.objects.create(user=cast.unenrolled, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    open_session(other, cast.unenrolled)
    shown = hidden(mine.get(address).content.decode())
    facts = {"full_name": person.full_name, "organisation": person.organisation_id, "email": person.email}
    other.post(address, {**facts, **hidden(other.get(address).content.decode()), "phone": "03 20 00 00 01"})
    answer = mine.post(address, {**facts, **shown, "phone": "03 20 00 00 02", "job": "Médecin"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Nadia Ferreira" in page
    assert "03 20 00 00 01"[:8] in page
    assert "Médecin" in page
    person.refresh_from_db()
    assert person.phone == "03 20 00 00 01"
    mine.post(address, {**hidden(page), "phone": "saved", "job": "mine"})
    person.refresh_from_db()
    assert (person.phone, person.job, person.full_name) == ("03 20 00 00 01", "Médecin", "Anaïs Pruvost")


def test_a_third_version_during_the_choice_is_shown_again(cast: Cast, client_of: Callable) -> None:
    person = cast.professionals[Role.HEALTH]
    address = reverse("member_edit", args=[cast.council.slug, person.pk])
    client = client_of(Role.COORDINATOR)
    facts = {"full_name": "Anaïs Pruvost", "organisation": person.organisation_id, "version": person.version}
    Professional.objects.filter(pk=person.pk).update(version=2, phone="1")
    page = client.post(address, {**facts, "phone": "2"}).content.decode()
    Professional.objects.filter(pk=person.pk).update(version=3, phone="3")
    assert client.post(address, {**hidden(page), "phone": "mine"}).status_code == 409
    assert client.post(address, {**hidden(page), "version": 3, "keep": "1"}).status_code == 302
    person.refresh_from_db()
    assert person.phone == "3"


def test_an_invitation_opens_an_account_once(
    cast: Cast, client_of: Callable, django_capture_on_commit_callbacks: Callable
) -> None:
    body = Organisation.objects.filter(council=cast.council).first()
    person = Professional.objects.create(council=cast.council, organisation=body, full_name="Nora Weiss")
    client, address = client_of(Role.COORDINATOR), reverse("member_invite", args=[cast.council.slug, person.pk])
    page = reverse("member", args=[cast.council.slug, person.pk])
    assert "n’a pas d’adresse" in client.post(address, follow=True).content.decode()
    Professional.objects.filter(pk=person.pk).update(email="nora@exemple.test")
    shown = client.get(page).content.decode()
    assert "Inviter à ouvrir son compte" in shown
    for _ in range(2):
        client.post(address, {"submission_key": hidden(shown)["submission_key"]})
    person.refresh_from_db()
    assert person.user == User.objects.get(email="nora@exemple.test")
    assert "Renvoyer l’invitation" in client.get(page).content.decode()
    assert lines_of(cast.council, "invite", "professional") == 1
    assert client_of(Role.CHAIR).post(address).status_code == 404


def test_the_end_of_a_seat_closes_its_rights_at_the_next_request(cast: Cast, client_of: Callable) -> None:
    member, coordinator = client_of(Role.EDUCATION), client_of(Role.COORDINATOR)
    home, seat = reverse("member_list", args=[cast.council.slug]), cast.professionals[Role.EDUCATION].seats.get()
    assert member.get(home).status_code == 200
    coordinator.post(reverse("seat_end", args=[cast.council.slug, seat.pk]))
    assert member.get(home).status_code == 404
    seat.refresh_from_db()
    assert seat.ends_on == timezone.localdate() - timedelta(days=1)


def test_a_seat_opens_the_rights_of_its_role_between_its_dates(cast: Cast, client_of: Callable) -> None:
    person, coordinator = cast.professionals[Role.EDUCATION], client_of(Role.COORDINATOR)
    address = reverse("seat_new", args=[cast.council.slug, person.pk])
    register = reverse("register", args=[cast.council.slug])
    assert client_of(Role.EDUCATION).get(register).status_code == 404
    wrong = {"role": "chair", "starts_on": "30/11/2026", "ends_on": "1er novembre 2026"}
    assert "précède" in coordinator.post(address, wrong).content.decode()
    assert "Écrivez la date comme" in coordinator.post(address, {"role": "chair", "starts_on": "hier"}).content.decode()
    tomorrow = timezone.localdate() + timedelta(days=1)
    coordinator.post(address, {"role": "chair", "starts_on": f"{tomorrow:%d/%m/%Y}"})
    assert client_of(Role.EDUCATION).get(register).status_code == 404
    seat = person.seats.get(role="chair")
    edit = reverse("seat_edit", args=[cast.council.slug, seat.pk])
    coordinator.post(edit, {"role": "chair", "starts_on": "", "version": seat.version})
    assert client_of(Role.EDUCATION).get(register).status_code == 200


def test_a_seat_that_begins_today_and_is_ended_today_never_was(cast: Cast, client_of: Callable) -> None:
    person = cast.professionals[Role.HEALTH]
    seat = Seat.objects.create(
        council=cast.council, professional=person, role=Role.CHAIR, starts_on=timezone.localdate()
    )
    client_of(Role.COORDINATOR).post(reverse("seat_end", args=[cast.council.slug, seat.pk]))
    assert not Seat.objects.filter(pk=seat.pk).exists()


def test_the_last_coordinator_hands_over_before_leaving(cast: Cast, client_of: Callable) -> None:
    client, mine = client_of(Role.COORDINATOR), cast.professionals[Role.COORDINATOR].seats.get()
    Seat.objects.filter(professional__user=cast.unenrolled).delete()
    end, edit = (reverse(name, args=[cast.council.slug, mine.pk]) for name in ("seat_end", "seat_edit"))
    assert "dernier siège de coordination" in client.post(end, follow=True).content.decode()
    for change in ({"role": "health"}, {"role": "coordinator", "ends_on": "01/01/2026"}):
        assert "dernier siège" in client.post(edit, {**change, "version": mine.version}).content.decode()
    client.post(
        reverse("seat_new", args=[cast.council.slug, cast.professionals[Role.HEALTH].pk]), {"role": "coordinator"}
    )
    client.post(end)
    assert client.get(reverse("member_list", args=[cast.council.slug])).status_code == 404


def test_a_person_leaves_the_directory_once_without_seat(cast: Cast, client_of: Callable) -> None:
    client, person = client_of(Role.COORDINATOR), cast.professionals[Role.HEALTH]
    address = reverse("member_remove", args=[cast.council.slug, person.pk])
    assert "tient un siège" in client.post(address, follow=True).content.decode()
    person.seats.update(ends_on=timezone.localdate() - timedelta(days=1))
    formation = cast.council.formations.create(kind="thematic", name="Jeunes")
    membership = formation.members.create(council=cast.council, titular=person)
    assert "reste dans l’annuaire" in client.post(address, follow=True).content.decode()
    membership.delete()
    client.post(address)
    assert not Professional.objects.filter(pk=person.pk).exists()
    assert User.objects.filter(full_name="Anaïs Pruvost").exists()


def test_an_organisation_with_members_stays(cast: Cast, client_of: Callable) -> None:
    client, body = client_of(Role.COORDINATOR), Organisation.objects.get(council=cast.council)
    empty = Organisation.objects.create(council=cast.council, name="Erreur de saisie")
    for organisation in (body, empty):
        client.post(reverse("organisation_remove", args=[cast.council.slug, organisation.pk]))
    assert Organisation.objects.get(council=cast.council) == body
