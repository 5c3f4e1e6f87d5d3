"""Under an axis: sections named after fields, values that end, items that are actions without being called so."""


def outline(draft):
    return [(axis.title, [o.title for o in axis.objectives], [a.title for a in axis.actions]) for axis in draft.axes]


def test_sections_of_an_axis_are_its_lists_and_its_text_not_a_sheet(draft_of):
    draft = draft_of("""
        Stratégie de Valbrune

        Axe 1 - Les jeunes

        Constats
        - 12 % de décrochage

        Objectifs
        - Raccrocher

        Actions
        - Tutorat
        - Classe relais

        Indicateurs
        - nombre de tuteurs

        Partenaires
        Mission locale

        Axe 2 - Les gares

        Objectifs
        - Rassurer

        Actions
        - Équipes mixtes
    """)
    assert outline(draft) == [
        ("Les jeunes", ["Raccrocher"], ["Tutorat", "Classe relais"]),
        ("Les gares", ["Rassurer"], ["Équipes mixtes"]),
    ]
    assert "nombre de tuteurs" in draft.axes[0].description


def test_a_blank_line_ends_a_value_given_on_the_line_of_its_name(draft_of):
    draft = draft_of("""
        Stratégie de Valbrune

        Axe 1 - Les jeunes
        Action 1 : Accueil du soir
        Pilote : CCAS

        - ouvert du lundi au jeudi
        - repas fourni

        Action 2 : Tutorat
        Pilote : Mission locale
    """)
    assert [a.fields.lead for a in draft.axes[0].actions] == [["CCAS"], ["Mission locale"]]
    assert "repas fourni" in draft.axes[0].actions[0].description


def test_an_item_with_a_field_below_it_is_an_action(draft_of):
    draft = draft_of("""
        Plan d'actions du CISPD Arlon – Vezin – Brouck

        1. Jeunesse
        • Chantiers éducatifs
        Pilote : service jeunesse
        Échéance : 2025
        • Accueil des exclus
        Pilote : collège

        2. Tranquillité
        • Patrouilles à vélo
        Pilote : police municipale
        • Brigade verte
        Pilote : gardes champêtres
    """)
    assert outline(draft) == [
        ("Jeunesse", [], ["Chantiers éducatifs", "Accueil des exclus"]),
        ("Tranquillité", [], ["Patrouilles à vélo", "Brigade verte"]),
    ]
    assert draft.axes[1].actions[1].fields.lead == ["gardes champêtres"]
    assert draft.territory == "Arlon – Vezin – Brouck"


def test_a_plain_list_fills_an_axis_where_the_others_number_their_actions(draft_of):
    draft = draft_of("""
        Stratégie de Valbrune

        Volet 1. Les jeunes
        Action 1.1 Chantiers
        Volet 2. Les familles
        • Hébergement d'urgence
        • Café des parents
        Volet 3. Les quartiers
        Action 3.1 Fête des voisins
    """)
    assert outline(draft)[1] == ("Les familles", [], ["Hébergement d'urgence", "Café des parents"])


def test_the_first_title_under_an_axis_needs_no_blank_line(draft_of_page):
    draft = draft_of_page("""
        <h1>Plan intercommunal de prévention 2020-2023</h1>
        <div><div>Volet scolaire</div><div><span>Suivre les exclus</span><br><span>Une place pour chacun.</span><br><br>
        <span>Parler des écrans</span><br><span>Une séance par classe.</span></div></div>
        <div><div>Volet urbain</div><div><span>Éclairer la gare</span><br><span>Trente lampes neuves.</span><br><br>
        <span>Marcher la nuit</span><br><span>Une marche par saison.</span></div></div>
    """)
    assert [titles for _, _, titles in outline(draft)] == [
        ["Suivre les exclus", "Parler des écrans"],
        ["Éclairer la gare", "Marcher la nuit"],
    ]
