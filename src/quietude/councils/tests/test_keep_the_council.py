"""The council itself: communes, acts, neighbourhoods, formations, and what the dated rules of law say of it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from quietude.councils.legal import requirements
from quietude.councils.models import CompositionAct, Council, FormationMember
from quietude.councils.services.rules import load_legal_rules
from quietude.kit.text import fold
from quietude.permissions.roles import Role
from quietude.territories.models import Commune, Neighbourhood
from tests.cast import Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def town(code: str, name: str, population: int) -> Commune:
    facts = {"folded_name": fold(name), "department": "99", "region": "99", "vintage": 2026}
    return Commune.objects.create(code=code, name=name, population=population, **facts)


def states(council: Council, **facts: list) -> dict[str, str]:
    """Where the council stands, by rule."""
    empty = {"communes": [], "neighbourhoods": [], "seats": [], "acts": []}
    return {line.rule.code: line.state for line in requirements(council, on=TODAY, **{**empty, **facts})}


def test_thresholds_count_from_the_next_inhabitant(cast: Cast) -> None:
    load_legal_rules()
    council = Council(kind=Council.Kind.CLSPD, basis=Council.Basis.COMMUNE, name="Essai")
    for population, compulsory, coordinator in (
        (5_000, "free", "free"),
        (5_001, "met", "free"),
        (15_000, "met", "free"),
        (15_001, "met", "missing"),
    ):
        found = states(council, communes=[Commune(name="Essai", population=population)])
        assert (found["council_compulsory"], found["coordinator_compulsory"]) == (compulsory, coordinator), population


def test_what_is_missing_is_named_and_what_is_not_confirmed_is_a_question(cast: Cast, client_of: Callable) -> None:
    load_legal_rules()
    found = states(cast.council, seats=list(cast.council.seats.all()))
    assert found["composition_act"] == "missing"
    assert found["intercommunal_coordinator"] == "to_check"
    assert found["prosecutor"] == found["state_representative"] == found["chair"] == "met"
    assert "department_president" not in found
    cast.professionals[Role.PROSECUTOR].seats.all().delete()
    assert states(cast.council, seats=list(cast.council.seats.all()))["prosecutor"] == "missing"
    page = client_of(Role.EDUCATION).get(reverse("council", args=[cast.council.slug])).content.decode()
    assert "Aucun acte de composition n’est noté." in page
    assert "non confirmé" in page


def test_an_act_older_than_the_law_is_to_be_read_again(cast: Cast, client_of: Callable) -> None:
    load_legal_rules()
    client = client_of(Role.COORDINATOR)
    address = reverse("composition_act_new", args=[cast.council.slug])
    client.post(address, {"number": "2024-17", "signed_on": "22 mars 2024"})
    assert (
        "porte déjà ce numéro" in client.post(address, {"number": "2024-17", "signed_on": "1/1/2025"}).content.decode()
    )
    assert states(cast.council, acts=list(CompositionAct.objects.all()))["composition_act"] == "to_check"
    client.post(address, {"number": "2024-18", "signed_on": "23/03/2024"})
    assert states(cast.council, acts=list(CompositionAct.objects.all()))["composition_act"] == "met"
    act = CompositionAct.objects.get(number="2024-18")
    client.post(reverse("composition_act_remove", args=[cast.council.slug, act.pk]))
    assert CompositionAct.objects.get().number == "2024-17"


def test_a_priority_neighbourhood_makes_a_communal_council_compulsory(cast: Cast, client_of: Callable) -> None:
    load_legal_rules()
    cast.council.kind, cast.council.basis = Council.Kind.CLSPD, Council.Basis.COMMUNE
    commune = cast.council.communes.get()
    client, address = client_of(Role.COORDINATOR), reverse("neighbourhood_new", args=[cast.council.slug])
    sent = {"commune": commune.pk, "kind": "priority", "name": "Les Tilleuls", "code": "QP099001"}
    assert "Dites d’où vient" in client.post(address, sent).content.decode()
    assert states(cast.council)["council_compulsory_priority"] == "free"
    client.post(address, {**sent, "source": "Décret du 28 décembre 2023"})
    found = list(Neighbourhood.objects.all())
    assert states(cast.council, neighbourhoods=found)["council_compulsory_priority"] == "met"
    client.post(reverse("neighbourhood_remove", args=[cast.council.slug, found[0].pk]))
    assert not Neighbourhood.objects.exists()


def test_a_commune_is_found_added_and_removed(cast: Cast, client_of: Callable) -> None:
    near = town("99003", "Saint-Orve", 1200)
    client, address = client_of(Role.COORDINATOR), reverse("covered_communes", args=[cast.council.slug])
    assert "Saint-Orve" in client.get(f"{address}?q=orve").content.decode()
    fragment = client.get(f"{address}?q=orve", headers={"HX-Request": "true"}).content.decode()
    assert "Saint-Orve" in fragment
    assert "<html" not in fragment
    client.post(address, {"code": near.code})
    assert set(cast.council.communes.values_list("code", flat=True)) == {"99001", "99003"}
    remove = reverse("commune_remove", args=[cast.council.slug, near.code])
    client.post(remove)
    last = client.post(reverse("commune_remove", args=[cast.council.slug, "99001"]), follow=True)
    assert "au moins une commune" in last.content.decode()
    assert cast.council.communes.get().code == "99001"
    assert client.post(remove).status_code == 404


def test_the_facts_of_the_council_are_mended_by_one_at_a_time(cast: Cast, client_of: Callable) -> None:
    client, address = client_of(Role.COORDINATOR), reverse("council_edit", args=[cast.council.slug])
    sent = {"name": "Vallée d’Orve", "kind": "cispd", "basis": "intercommunality", "coordinator_origin": "state"}
    assert client.post(address, {**sent, "version": 1}).status_code == 302
    cast.council.refresh_from_db()
    assert (cast.council.name, cast.council.coordinator_origin, cast.council.version) == ("Vallée d’Orve", "state", 2)
    conflict = client.post(address, {**sent, "name": "Orve", "version": 1})
    assert conflict.status_code == 409
    assert "Camille Aubry" in conflict.content.decode()
    assert (
        "tient à une intercommunalité"
        in client.post(address, {**sent, "basis": "commune", "version": 2}).content.decode()
    )


def test_members_enter_and_leave_a_formation(cast: Cast, client_of: Callable) -> None:
    client, slug = client_of(Role.COORDINATOR), cast.council.slug
    formation_page = client.post(reverse("formation_new", args=[slug]), {"kind": "watch_cell", "name": "Veille"}).url
    cell = cast.council.formations.get(name="Veille")
    address = reverse("formation_member_new", args=[slug, cell.pk])
    titular, deputy = cast.professionals[Role.EDUCATION], cast.professionals[Role.HEALTH]
    same = client.post(address, {"titular": titular.pk, "deputy": titular.pk})
    assert "ne peut pas être le titulaire" in same.content.decode()
    client.post(address, {"titular": titular.pk, "deputy": deputy.pk, "starts_on": "15/01/2026"})
    assert "siège déjà" in client.post(address, {"titular": titular.pk}).content.decode()
    shown = client_of(Role.GUEST_EXPERT).get(formation_page).content.decode()
    assert "Agnès Thévenot" in shown
    assert "Anaïs Pruvost" in shown
    member = FormationMember.objects.get()
    client.post(reverse("formation_member_end", args=[slug, member.pk]))
    member.refresh_from_db()
    assert member.ends_on == timezone.localdate()
    assert "1\u00a0ancien membre" in client.get(formation_page).content.decode()


def test_the_prosecutors_group_is_noted_and_holds_nothing(cast: Cast, client_of: Callable) -> None:
    group = cast.council.formations.create(kind="prosecutor_group", name="GLTD")
    page = client_of(Role.COORDINATOR).get(reverse("formation", args=[cast.council.slug, group.pk])).content.decode()
    assert "appartient au parquet" in page
    assert "Ajouter un membre" not in page
    address = reverse("formation_member_new", args=[cast.council.slug, group.pk])
    assert client_of(Role.COORDINATOR).get(address).status_code == 404
    cell = cast.council.formations.create(kind="watch_cell", name="Veille")
    cell.members.create(council=cast.council, titular=cast.professionals[Role.HEALTH])
    turned = {"kind": "prosecutor_group", "name": "Veille", "version": cell.version}
    edit = reverse("formation_edit", args=[cast.council.slug, cell.pk])
    assert "instance du procureur" in client_of(Role.COORDINATOR).post(edit, turned).content.decode()
