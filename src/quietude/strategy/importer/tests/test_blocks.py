"""Lines broken by the layout are put together again as their author thought them."""


def test_a_title_broken_over_lines_with_blanks_is_one_title(draft_of):
    draft = draft_of("""
        Axe 1 :

        Des rues où l'on

        se sent bien

        Axe 2 :

        Des familles

        épaulées
    """)
    assert [axis.title for axis in draft.axes] == ["Des rues où l'on se sent bien", "Des familles épaulées"]


def test_a_label_alone_takes_the_title_before_it_when_the_document_does_so(draft_of):
    draft = draft_of("""
        Écouter les familles (axe 1)

        Café des parents (action 1)
        On y parle de tout.

        Apaiser les places (axe 2)

        Correspondants de nuit (action 2)
    """)
    assert [axis.title for axis in draft.axes] == ["Écouter les familles", "Apaiser les places"]
    assert [(a.number, a.title) for axis in draft.axes for a in axis.actions] == [
        ("1", "Café des parents"),
        ("2", "Correspondants de nuit"),
    ]


def test_an_enumeration_inside_a_sentence_is_a_list(draft_of):
    draft = draft_of("""
        La stratégie de la ville s'articule autour de trois axes : 1- écouter les familles ; 2- apaiser les places ;
        3- soutenir les victimes.
    """)
    assert [axis.title for axis in draft.axes] == [
        "écouter les familles",
        "apaiser les places",
        "soutenir les victimes",
    ]


def test_a_comma_list_is_a_list_when_the_count_agrees(draft_of):
    draft = draft_of("La stratégie comprend trois axes : la jeunesse, l'accès au droit et la sécurité routière.")
    assert [axis.title for axis in draft.axes] == ["la jeunesse", "l'accès au droit", "la sécurité routière"]


def test_lines_closed_by_semicolons_are_items_without_marks(draft_of):
    draft = draft_of("""
        Orientation A : la prévention

        Ouvrir un café des parents ;
        Former les gardiens ;
        Tenir une permanence.

        Orientation B : la présence

        Marcher le soir ;
        Éclairer les passages.
    """)
    assert [len(axis.actions) for axis in draft.axes] == [3, 2]


def test_hard_wrapped_paragraphs_are_joined(draft_of):
    draft = draft_of("""
        Action 1 : Installer un accueil de jour pour les élèves exclus du collège
        pendant une semaine au plus
        L'élève est reçu le matin pour faire ses devoirs et l'après-midi dans un
        service de la commune, où un agent volontaire lui fait découvrir le métier
        qu'il exerce depuis longtemps et qu'il aime assez pour en parler bien.
    """)
    action = draft.axes[0].actions[0]
    assert action.title.endswith("pendant une semaine au plus")
    assert action.description.startswith("L'élève est reçu")
