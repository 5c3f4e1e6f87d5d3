"""The register on screen: who did what, in French; filtered; exported; without a word that is not a code."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.urls import reverse

from quietude.audit.services import record
from quietude.councils.models import Organisation
from quietude.councils.queries.register import VERBS, act_in_words
from quietude.kit.registries import nouns
from quietude.permissions.roles import Role
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_an_act_is_a_sentence_and_a_refusal_says_so(cast: Cast, client_of: Callable) -> None:
    slug = cast.council.slug
    body = Organisation.objects.get(council=cast.council)
    client_of(Role.COORDINATOR).post(reverse("organisation_confirm", args=[slug, body.pk]))
    client_of(Role.EDUCATION).get(reverse("register", args=[slug]))
    address = reverse("register", args=[slug])
    page = client_of(Role.CHAIR).get(address).content.decode().replace("\u00a0", " ")
    assert "a confirmé un organisme" in page
    assert "s’est vu refuser « Lire le registre des actes »" in page
    refused = client_of(Role.CHAIR).get(f"{address}?vue=refus").content.decode()
    assert "Agnès Thévenot" in refused
    assert "a confirmé" not in refused


def test_lines_are_filtered_by_author_and_day_and_exported(cast: Cast, client_of: Callable) -> None:
    slug, council = cast.council.slug, cast.council.reference
    for role in (Role.COORDINATOR, Role.CHAIR):
        record("edit", object_type="council", object_reference=1, actor=cast[role].reference, council=council)
    record(
        "edit", object_type="council", object_reference=1, actor=cast.neighbour.reference, council=cast.other.reference
    )
    client, address = client_of(Role.DATA_PROTECTION_OFFICER), reverse("register", args=[slug])

    def authors(query: str) -> list[str]:
        return [line.who for line in client.get(f"{address}?{query}").context["page"].object_list]

    assert authors("") == ["Baptiste Roussel", "Camille Aubry"]
    assert authors(f"qui={cast[Role.CHAIR].reference}") == ["Baptiste Roussel"]
    assert authors("du=1/1/2020&au=2/1/2020") == []
    assert authors("du=n’importe quoi&qui=personne&page=99") == ["Baptiste Roussel", "Camille Aubry"]
    table = client.get(reverse("register_export", args=[slug, "csv"])).getvalue().decode("utf-8-sig")
    assert "Camille Aubry;a modifié le conseil" in table
    assert "Odile Brunet" not in table


def test_every_room_says_in_french_what_it_writes() -> None:
    assert {"sheet", "strategy", "import", "seat", "organisation", "mail"} <= nouns.keys()
    entry = apps.get_model("audit.Entry")
    for verb, words in (("sheet_rows_save", "rubriques"), ("import_undo", "a annulé"), ("step_reopen", "a rouvert")):
        assert words in act_in_words(entry(verb=verb, object_type="sheet"))
    assert all(words.startswith(("a ", "s’est")) for words in VERBS.values())
