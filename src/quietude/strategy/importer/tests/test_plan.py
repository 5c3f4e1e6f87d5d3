"""The plan is found where there is one, with its levels; nowhere else is anything invented."""

import pytest


def outline(draft):
    return [(axis.title, [o.title for o in axis.objectives], [a.title for a in axis.actions]) for axis in draft.axes]


def test_the_outer_word_is_the_axis_whatever_it_is(draft_of):
    draft = draft_of("""
        Orientation 1 - Écouter
        Axe 1 - Les familles
        Axe 2 - Les écoles
        Orientation 2 - Apaiser
        Axe 1 - Les places
    """)
    assert outline(draft) == [("Écouter", ["Les familles", "Les écoles"], []), ("Apaiser", ["Les places"], [])]


def test_three_levels_without_words_are_axis_objective_action(draft_of):
    draft = draft_of("""
        STRATÉGIE LOCALE DE SÉCURITÉ

        I. ÉCOUTER

        A. Les familles
        1) Ouvrir un café des parents
        2) Former les animateurs

        B. Les écoles
        1) Nommer un médiateur

        II. APAISER

        A. Les places
        1) Éclairer le square
    """)
    assert outline(draft) == [
        (
            "ÉCOUTER",
            ["Les familles", "Les écoles"],
            ["Ouvrir un café des parents", "Former les animateurs", "Nommer un médiateur"],
        ),
        ("APAISER", ["Les places"], ["Éclairer le square"]),
    ]
    assert draft.axes[0].actions[2].objective == "Les écoles"


def test_a_list_that_only_explains_is_description(draft_of_markdown):
    draft = draft_of_markdown("""
        # Plan local de sécurité

        ## 1. Rapprocher

        ### 1.1 Nommer des correspondants

        Chaque correspondant :

        - tient une permanence ;
        - rend compte.

        ### 1.2 Ouvrir les portes

        ## 2. Protéger

        ### 2.1 Visiter les aînés

        ### 2.2 Équiper les halls
    """)
    assert outline(draft) == [
        ("Rapprocher", [], ["Nommer des correspondants", "Ouvrir les portes"]),
        ("Protéger", [], ["Visiter les aînés", "Équiper les halls"]),
    ]
    assert "tient une permanence" in draft.axes[0].actions[0].description


def test_a_flat_list_of_actions_stands_under_an_axis_without_title(draft_of):
    draft = draft_of("""
        Le CLSPD de Montclair mène les actions suivantes :

        - Ouvrir un café des parents
        - Éclairer le square
    """)
    assert outline(draft) == [(None, [], ["Ouvrir un café des parents", "Éclairer le square"])]


def test_run_in_titles_in_bold_are_items_of_the_announced_list(draft_of_page):
    draft = draft_of_page("""
        <p>Le CLSPD de Montclair a retenu deux priorités :</p>
        <p><b>Écouter les familles.</b> Un café ouvre chaque jeudi.</p>
        <p><b>Apaiser les places.</b> Deux agents passent le soir.</p>
        <h2>Infos pratiques</h2><p>La mairie est ouverte.</p>
    """)
    assert [(axis.title, axis.description) for axis in draft.axes] == [
        ("Écouter les familles", "Un café ouvre chaque jeudi."),
        ("Apaiser les places", "Deux agents passent le soir."),
    ]


def test_general_objectives_are_kept_apart_from_the_axes(draft_of):
    draft = draft_of("""
        Stratégie de Montclair

        Les objectifs généraux

        - vivre mieux
        - vivre ensemble

        Les axes

        Axe 1 : Écouter
        - Ouvrir un café des parents

        Axe 2 : Apaiser
        - Éclairer le square
    """)
    assert draft.general_objectives == ["vivre mieux", "vivre ensemble"]
    assert [axis.title for axis in draft.axes] == ["Écouter", "Apaiser"]


def test_governance_ends_the_plan(draft_of):
    draft = draft_of("""
        Axe 1 : Écouter
        - Ouvrir un café des parents

        Axe 2 : Apaiser
        - Éclairer le square

        Gouvernance

        - un comité restreint par trimestre
        - une séance plénière par an
    """)
    assert [len(axis.actions) for axis in draft.axes] == [1, 1]


def test_the_previous_strategy_is_not_the_plan(draft_of):
    draft = draft_of("""
        La stratégie 2018-2021 comportait deux axes :
        - la voirie
        - les parcs

        La nouvelle stratégie 2022-2025 s'articule autour de deux axes :
        - Écouter les familles
        - Apaiser les places
    """)
    assert [axis.title for axis in draft.axes] == ["Écouter les familles", "Apaiser les places"]
    assert draft.period == (2022, 2025)


def test_a_summary_and_its_sheets_are_one_plan(draft_of):
    draft = draft_of("""
        Les axes de la stratégie

        - Écouter les familles
        - Apaiser les places

        Axe 1 : Écouter les familles

        Fiche action 1 : Café des parents
        Pilote : Centre social

        Axe 2 : Apaiser les places

        Fiche action 2 : Correspondants de nuit
        Pilote : Police municipale
    """)
    assert outline(draft) == [
        ("Écouter les familles", [], ["Café des parents"]),
        ("Apaiser les places", [], ["Correspondants de nuit"]),
    ]


def test_what_the_text_announces_is_set_against_what_was_found(draft_of):
    draft = draft_of("""
        La stratégie de Montclair repose sur trois axes :
        - Écouter les familles
        - Apaiser les places
    """)
    assert draft.announced == {"axes": 3}
    assert draft.warnings == ["3 axes annoncés, 2 trouvés."]


@pytest.mark.parametrize(
    "text",
    [
        """
        Le CLSPD a pour missions :
        - favoriser l'échange d'informations ;
        - définir des objectifs communs ;
        - suivre le contrat local.
        """,
        """
        Le conseil comprend :
        - le préfet ou son représentant ;
        - le procureur de la République ;
        - les bailleurs.
        """,
        """
        Appel à projets 2024

        Les dossiers se rattachent à l'un des programmes suivants :
        - la jeunesse
        - la radicalisation
        """,
        """
        La police municipale

        Ses équipements :
        - trois véhicules
        - quarante caméras
        """,
    ],
)
def test_where_nothing_is_a_plan_the_draft_is_empty_and_says_so(draft_of, text):
    draft = draft_of(text)
    assert draft.axes == []
    assert draft.warnings == [
        "Aucun plan n’a été reconnu : ni axe, ni action annoncés ou nommés comme tels. Rien n’a été inventé."
    ]


def test_every_item_carries_its_source_and_its_confidence(draft_of):
    draft = draft_of("""
        Ville de Montclair

        Axe 1 : Écouter
        Action 1 : Ouvrir un café des parents
        Chaque jeudi.
    """)
    axis = draft.axes[0]
    action = axis.actions[0]
    assert (axis.source.line, axis.source.text) == (3, "Axe 1 : Écouter")
    assert (action.source.line, action.confidence, action.reason) == (4, 0.95, "le document le nomme lui-même")
    assert set(draft.used_lines) >= {1, 2, 3}
