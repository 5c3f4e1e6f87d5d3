"""What the layout of Word pages, spreadsheets and PDF tables says without a word: one short document per principle."""

import pytest

from quietude.strategy.importer.assemble import read_strategy
from quietude.strategy.importer.fields import field_key, named_field
from quietude.strategy.importer.lines import Line, Source
from quietude.strategy.importer.reading.pdf_aligned import with_aligned_tables
from quietude.strategy.importer.reading.pdf_glyphs import Segment, joined


def rows(*cells, table=0, page=None):
    return [
        Line(" | ".join(c for c in row if c), n, page=page, kind="row", cells=row, table=table)
        for n, row in enumerate(cells, start=1)
    ]


def read(*lines, form="docx"):
    return read_strategy(Source((Line("Plan d'actions de Montclair", 1, bold=True, size=18.0), *lines), form))


@pytest.mark.parametrize(
    ("header", "key"),
    [("Resp.", "lead"), ("Éch.", "calendar"), ("Obj. opérationnel", "description"), ("Indic. de suivi", "indicators")],
)
def test_a_shortened_header_is_read_in_full(header, key):
    assert field_key(header) == key


def test_a_question_followed_by_a_colon_names_its_field():
    assert named_field("Qui ? : Centre social").value == "Centre social"


def test_ticked_months_are_the_calendar_and_a_detail_is_no_action():
    draft = read(
        *rows(
            ("N°", "Action", "Resp.", "Mars", "Avr.", "Mai"),
            ("1.1", "Café des parents", "Centre social", "X", "", "X"),
            ("", "dont choix de la salle", "", "", "", ""),
            ("1,2", "Tournées à pied", "Police municipale", "", "X", ""),
        ),
        form="xlsx",
    )
    first, second = draft.axes[0].actions
    assert (first.fields.lead, first.fields.calendar) == (["Centre social"], "Mars, Mai")
    assert "choix de la salle" in first.description
    assert (second.number, second.fields.calendar) == ("1.2", "Avr.")


def test_an_axis_named_below_the_title_of_its_sheet_holds_it():
    draft = read(
        *rows(
            ("Fiche n° 1 – Café des parents", "Fiche n° 1 – Café des parents"),
            ("Axe 1 – Écouter", "Axe 1 – Écouter"),
            ("Porteur", "Centre social"),
            ("Public visé", "Parents"),
        ),
        *rows(
            ("Fiche n° 2 – Tournées à pied", "Fiche n° 2 – Tournées à pied"),
            ("Axe 2 – Apaiser", "Axe 2 – Apaiser"),
            ("Porteur", "Police municipale"),
            ("Public visé", "Habitants"),
            table=1,
        ),
    )
    assert [(axis.title, [(a.title, a.fields.lead) for a in axis.actions]) for axis in draft.axes] == [
        ("Écouter", [("Café des parents", ["Centre social"])]),
        ("Apaiser", [("Tournées à pied", ["Police municipale"])]),
    ]


def test_rows_of_amounts_below_the_budget_are_its_funders():
    draft = read(
        *rows(
            ("Fiche action n° 1 : Café des parents", "", ""),
            ("Pilote", "", "Centre social"),
            ("Public", "", "Parents"),
            ("Budget", "", ""),
            ("FIPD", "", "4500"),
            ("Ville", "", "2000"),
        ),
        form="xlsx",
    )
    action = draft.axes[0].actions[0]
    assert action.fields.lead == ["Centre social"]
    assert [(f.funder, f.amount) for f in action.fields.funding] == [("FIPD", 4500), ("Ville", 2000)]


def test_a_label_alone_in_a_cell_takes_the_next_line_as_its_title():
    draft = read(
        *rows(
            ("Axe 1\nÉcouter", "Action | Responsable | Échéance\nCafé des parents | Centre social | 2026"),
            ("Axe 2\nApaiser", "Action | Responsable | Échéance\nTournées à pied | Police municipale | 2027"),
        )
    )
    assert [(axis.title, [a.title for a in axis.actions]) for axis in draft.axes] == [
        ("Écouter", ["Café des parents"]),
        ("Apaiser", ["Tournées à pied"]),
    ]


def test_fields_that_follow_each_other_on_one_line_are_told_apart():
    draft = read(
        Line("Axe 1 : Écouter", 2),
        Line("Action 1 : Café des parents", 3),
        Line("Pilote : Centre social. Échéance : juin 2026.", 4),
    )
    fields = draft.axes[0].actions[0].fields
    assert (fields.lead, fields.calendar) == (["Centre social"], "juin 2026.")


def test_columns_without_rulings_hold_the_lines_that_part_them():
    def line(top, *parts):
        places = (50.0, 90.0, 260.0)
        segments = [
            Segment(text, x, x + 5 * len(text), top, top + 10, 10.0, bold=False, bold_lead=0, row=int(top))
            for x, text in zip(places, parts, strict=False)
        ]
        return joined(segments)

    region = [
        line(100, "N°", "Action", "Porteur"),
        line(120, "ÉCOUTER"),
        line(140, "1", "Café", "Ville"),
        line(160, "2", "Accueil", "CCAS"),
        line(180, "3", "Tutorat", "État"),
        line(200, "APAISER"),
        line(220, "4", "Tournées", "Police"),
    ]
    found = with_aligned_tables(region, 400.0, lambda a, b: f"{a} {b}")
    assert [row[0] for row in found[0].table.rows] == ["N°", "ÉCOUTER", "1", "2", "3", "APAISER", "4"]


def test_the_number_that_opens_a_sheet_is_the_number_of_its_action():
    draft = read(
        Line("A. Écouter", 2, bold=True, size=14.0),
        *rows(("A.1 Café des parents", "A.1 Café des parents"), ("Qui ?", "Centre social"), ("Quand ?", "2026")),
        Line("B. Apaiser", 9, bold=True, size=14.0),
        *rows(("B.1 Tournées", "B.1 Tournées"), ("Qui ?", "Police"), ("Quand ?", "2027"), table=1),
    )
    found = [(a.number, a.title, a.fields.lead) for axis in draft.axes for a in axis.actions]
    assert found == [("A.1", "Café des parents", ["Centre social"]), ("B.1", "Tournées", ["Police"])]


def test_a_title_named_with_its_number_is_the_label_of_the_next_line():
    draft = read(
        Line("Axe 1 : Écouter", 2),
        Line("INTITULÉ DU PROJET N° 1", 3, bold=True, size=9.0),
        Line("Café des parents", 4),
        Line("PORTEUR DU PROJET", 5, bold=True, size=9.0),
        Line("Centre social", 6),
    )
    action = draft.axes[0].actions[0]
    assert (action.number, action.title, action.fields.lead) == ("1", "Café des parents", ["Centre social"])


def test_the_largest_first_line_is_the_title_of_a_document_that_names_itself_otherwise():
    cover = Line("Vivre tranquille au bord de l’eau", 1, bold=True, size=22.0)
    lines = [cover, Line("Axe 1 : Écouter", 2, size=12.0), Line("Action 1 : Café des parents", 3, size=10.0)]
    assert read_strategy(Source(tuple(lines), "docx")).title == "Vivre tranquille au bord de l’eau"
