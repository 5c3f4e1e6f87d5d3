"""Every page of the room opens for the coordinator, and shows what it is for."""

import pytest
from django.urls import reverse

from quietude.councils.services.rules import load_legal_rules
from quietude.permissions.roles import Role

PAGES = {
    "member_list": "Annuaire",
    "member_new": "Nouveau membre",
    "organisation_list": "Organismes",
    "organisation_new": "Nouvel organisme",
    "council": "Ce que la loi demande",
    "council_edit": "Modifier le conseil",
    "legal_rule_list": "plus de 5 000 habitants",
    "covered_communes": "Communes couvertes",
    "composition_act_new": "Noter un acte de composition",
    "neighbourhood_new": "Ajouter un quartier",
    "formation_new": "Nouvelle formation",
    "contacts_import": "Reprendre les membres",
    "register": "Registre",
    "mail_list": "Courriels",
    "council_rights": "Qui peut voir quoi",
}


@pytest.mark.parametrize(("name", "words"), PAGES.items())
def test_the_coordinator_opens_every_page(cast, client_of, name, words) -> None:
    load_legal_rules()
    answer = client_of(Role.COORDINATOR).get(reverse(name, args=[cast.council.slug]))
    assert answer.status_code == 200
    assert words in answer.content.decode().replace("\u202f", " ")


def test_the_pages_of_one_thing_open_too(cast, client_of) -> None:
    client, slug = client_of(Role.COORDINATOR), cast.council.slug
    person = cast.professionals[Role.EDUCATION]
    seat = person.seats.get()
    formation = cast.council.formations.create(kind="watch_cell", name="Cellule de veille")
    pages = {
        "member": person.pk,
        "member_edit": person.pk,
        "seat_new": person.pk,
        "seat_edit": seat.pk,
        "organisation": person.organisation_id,
        "organisation_edit": person.organisation_id,
        "formation": formation.pk,
        "formation_edit": formation.pk,
        "formation_member_new": formation.pk,
    }
    for name, pk in pages.items():
        assert client.get(reverse(name, args=[slug, pk])).status_code == 200, name
    assert client.get(reverse("rights")).status_code == 200
    assert client.get(reverse("my_councils")).status_code == 200
