"""Action sheets give their fields under all the names that French documents use."""

import pytest

from quietude.strategy.importer.draft import FundingLine
from quietude.strategy.importer.fields import field_key, named_field
from quietude.strategy.importer.values import parse_funding, split_names, split_sentences


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Pilote(s) de l'action", "lead"),
        ("Structure porteuse", "lead"),
        ("Référent", "lead"),
        ("Acteurs associés", "partners"),
        ("Bénéficiaires", "public"),
        ("Public(s) cible(s)", "public"),
        ("Territoire concerné", "territory"),
        ("Constats", "context"),
        ("Moyens humains et matériels", "means"),
        ("Moyens financiers", "funding"),
        ("Coût prévisionnel", "funding"),
        ("Échéancier", "calendar"),
        ("Indicateurs de suivi et d'évaluation", "indicators"),
        ("État d'avancement", "status"),
        ("Quand ?", "calendar"),
    ],
)
def test_a_field_is_known_under_its_many_names(name, key):
    assert field_key(name) == key


@pytest.mark.parametrize(
    "text",
    ["Partenariat avec les bailleurs", "Le suivi de la stratégie", "Gouvernance", "Public scolaire de Montclair"],
)
def test_a_title_that_says_more_than_a_name_is_no_field(text):
    assert field_key(text) is None


def test_a_name_in_bold_needs_no_colon():
    named = named_field("Pilote la Ville de Montclair", bold_lead=6)
    assert named is not None
    assert (named.key, named.value) == ("lead", "la Ville de Montclair")


def test_names_are_split_but_never_inside_brackets():
    assert split_names(["CAF, écoles (Prévert, Ferry), PJJ et bailleurs"]) == [
        "CAF",
        "écoles (Prévert, Ferry)",
        "PJJ",
        "bailleurs",
    ]
    assert split_names(["Maison de justice et du droit, CCAS"]) == ["Maison de justice et du droit", "CCAS"]


def test_indicators_are_split_at_commas_only_between_counts():
    assert split_sentences(["nombre d'élèves, part des retours"]) == ["nombre d'élèves", "part des retours"]
    assert split_sentences(["Nombre d'élèves, de parents et d'agents"]) == ["Nombre d'élèves, de parents et d'agents"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("FIPD 6 000 €, Ville 4 500 €", [("FIPD", 6000), ("Ville", 4500)]),
        ("FIPD : 6 000 € ; Ville : 4 500,50 €", [("FIPD", 6000), ("Ville", 4500.5)]),
        ("12 k€ de la Région", [("Région", 12000)]),
        ("Budget : 10 000 € dont FIPD 6 000 €, Ville 4 000 €", [("FIPD", 6000), ("Ville", 4000)]),
        ("FIPD", [("FIPD", None)]),
        ("Sans coût supplémentaire", []),
    ],
)
def test_money_is_read_by_funder(text, lines):
    assert parse_funding([text]) == [FundingLine(funder, amount) for funder, amount in lines]


def test_names_beside_above_and_in_lists(draft_of):
    draft = draft_of("""
        Axe 1 : Écouter

        Fiche action n°1
        Intitulé : Café des parents
        Pilote : Centre social
        Partenaires : CAF, écoles,
        PMI
        Calendrier : 2025

        Fiche action n°2 : Accueil des élèves exclus

        Porteur
        Service jeunesse

        Objectifs
        Garder le lien avec l'école

        Indicateurs
        - Nombre d'élèves
        - Part des retours
    """)
    first, second = draft.axes[0].actions
    assert (first.number, first.title) == ("1", "Café des parents")
    assert (first.fields.lead, first.fields.partners, first.fields.calendar) == (
        ["Centre social"],
        ["CAF", "écoles", "PMI"],
        "2025",
    )
    assert second.fields.lead == ["Service jeunesse"]
    assert second.fields.indicators == ["Nombre d'élèves", "Part des retours"]
    assert "Garder le lien avec l'école" in second.description
    assert draft.axes[0].objectives == []


def test_sheets_that_name_their_axis_are_grouped(draft_of):
    draft = draft_of("""
        FICHE ACTION N°1
        Titre : Café des parents
        Axe : Parentalité
        Porteur : Centre social
        Échéance : 2025

        FICHE ACTION N°2
        Titre : Marches du soir
        Axe : Espace public
        Porteur : Police municipale
        Échéance : 2026
    """)
    assert [(axis.title, [a.title for a in axis.actions]) for axis in draft.axes] == [
        ("Parentalité", ["Café des parents"]),
        ("Espace public", ["Marches du soir"]),
    ]
