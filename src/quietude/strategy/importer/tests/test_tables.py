"""Tables of actions and sheets set as tables, in pages and in spreadsheets."""

from quietude.strategy.importer.assemble import read_strategy
from quietude.strategy.importer.draft import FundingLine
from quietude.strategy.importer.lines import Line, Source


def sheet(rows, name="Plan", table=0):
    return [
        Line(" | ".join(c for c in cells if c), n, page=name, kind="row", cells=tuple(cells), table=table)
        for n, cells in enumerate(rows, start=1)
    ]


def read(*sheets):
    return read_strategy(Source(tuple(line for lines in sheets for line in lines), "xlsx"))


def test_a_header_that_is_not_the_first_row_a_sparse_axis_and_totals():
    draft = read(
        sheet(
            [
                ("Plan d'actions de Montclair 2024-2026", "", "", ""),
                ("Axe", "N°", "Intitulé de l'action", "Service référent"),
                ("Écouter", "1", "Café des parents", "Centre social"),
                ("", "2", "Accueil des élèves exclus", "Service jeunesse"),
                ("Sous-total", "", "", ""),
                ("Apaiser", "3", "Correspondants de nuit", "Police municipale"),
            ]
        )
    )
    assert [(axis.title, [(a.number, a.title, a.fields.lead) for a in axis.actions]) for axis in draft.axes] == [
        (
            "Écouter",
            [("1", "Café des parents", ["Centre social"]), ("2", "Accueil des élèves exclus", ["Service jeunesse"])],
        ),
        ("Apaiser", [("3", "Correspondants de nuit", ["Police municipale"])]),
    ]
    assert draft.period == (2024, 2026)


def test_one_column_per_funder_and_a_total_that_is_none():
    draft = read(
        sheet(
            [
                ("Axe", "Action", "Ville", "Part FIPD (€)", "Coût total"),
                ("Écouter", "Café des parents", "1500", "3 000", "4500"),
                ("Écouter", "Accueil de jour", "", "2000", "2000"),
            ]
        )
    )
    first, second = draft.axes[0].actions
    assert first.fields.funding == [FundingLine("Ville", 1500), FundingLine("FIPD", 3000)]
    assert second.fields.funding == [FundingLine("FIPD", 2000)]


def test_one_sheet_per_axis():
    header = ("Réf.", "Action", "Pilote")
    draft = read(
        sheet([("AXE 1 - Écouter", "", ""), header, ("1.1", "Café des parents", "CCAS")], "Axe 1", 0),
        sheet([("AXE 2 - Apaiser", "", ""), header, ("2.1", "Marches du soir", "Ville")], "Axe 2", 1),
    )
    assert [(axis.title, [a.number for a in axis.actions]) for axis in draft.axes] == [
        ("Écouter", ["1.1"]),
        ("Apaiser", ["2.1"]),
    ]


def test_axis_objective_and_several_actions_in_a_cell(draft_of_page):
    draft = draft_of_page("""
        <h1>Plan d'actions du CLSPD</h1>
        <table><tr><th>Axe</th><th>Objectifs</th><th>Actions</th></tr>
        <tr><td>Écouter</td><td>Repérer tôt</td><td>Créer une veille<br>Former les agents</td></tr>
        <tr><td>Apaiser</td><td>Être présent</td><td>- Marcher le soir<br>- Éclairer le square</td></tr></table>
    """)
    assert [
        (axis.title, [o.title for o in axis.objectives], [a.title for a in axis.actions]) for axis in draft.axes
    ] == [
        ("Écouter", ["Repérer tôt"], ["Créer une veille", "Former les agents"]),
        ("Apaiser", ["Être présent"], ["Marcher le soir", "Éclairer le square"]),
    ]


def test_a_sheet_set_as_a_table_of_names_and_values(draft_of_page):
    draft = draft_of_page("""
        <h2>Axe 1 : Écouter</h2>
        <table><tr><th colspan="2">Fiche n°1 : Café des parents</th></tr>
        <tr><td>Porteur</td><td>Centre social</td></tr>
        <tr><td>Partenaires</td><td>CAF<br>Écoles</td></tr>
        <tr><td>Financement</td><td>Ville : 2 500 €</td></tr></table>
    """)
    action = draft.axes[0].actions[0]
    assert (action.number, action.title) == ("1", "Café des parents")
    assert action.fields.partners == ["CAF", "Écoles"]
    assert action.fields.funding == [FundingLine("Ville", 2500)]


def test_a_table_of_something_else_is_no_plan():
    draft = read(
        sheet(
            [("Nom", "Fonction", "Téléphone"), ("Mme Arnaud", "Adjointe", "poste 12"), ("M. Blin", "Agent", "poste 13")]
        )
    )
    assert draft.axes == []
