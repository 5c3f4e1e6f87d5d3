"""What a web page or a printed page puts around the text never reaches the plan."""


def test_menus_cookies_weather_and_numbers_are_left_out(draft_of):
    draft = draft_of("""
        Accueil > Ma ville > Sécurité

        Axe 1 : Écouter les familles

        - Ouvrir un café des parents
        - Tenir une permanence

        Tél. 03 00 00 00 00
        Ce site utilise des cookies pour mesurer son audience.

        Météo

        - Mardi : pluie
    """)
    assert [a.title for a in draft.axes[0].actions] == ["Ouvrir un café des parents", "Tenir une permanence"]
    assert "cookies" not in draft.axes[0].description


def test_a_table_of_contents_does_not_double_the_plan(draft_of):
    draft = draft_of("""
        Sommaire
        Axe 1 : Écouter les familles ........ 3
        Axe 2 : Apaiser les places .......... 5

        Axe 1 : Écouter les familles
        Action 1 : Ouvrir un café des parents

        Axe 2 : Apaiser les places
        Action 2 : Éclairer le square
    """)
    assert [axis.title for axis in draft.axes] == ["Écouter les familles", "Apaiser les places"]
    assert [len(axis.actions) for axis in draft.axes] == [1, 1]


def test_a_table_of_contents_that_is_all_there_is_remains_a_plan(draft_of):
    draft = draft_of("""
        Table des matières
        Axe 1 : Écouter les familles ........ 3
        Action 1 : Ouvrir un café des parents ........ 4
    """)
    assert [a.title for a in draft.axes[0].actions] == ["Ouvrir un café des parents"]


def test_page_marks_and_running_feet_are_left_out(draft_of):
    feet = "\n".join(
        f"{n}\nVille de Montclair      Stratégie 2024\n\nAction {n} : Agir autrement {'abc'[n - 1] * 9}\n"
        for n in (1, 2, 3)
    )
    draft = draft_of("Axe 1 : Agir\n\n" + feet)
    assert len(draft.axes[0].actions) == 3
    assert all("Montclair" not in action.description for action in draft.axes[0].actions)
