"""What the rules receive from each format: all the text that a reader of the page sees, in order, with its layout."""

import datetime

import pytest

from quietude.strategy.importer.tests.make_files import cell, docx, odt, paragraph, pdf, run, table, xlsx


def texts(source) -> list[str]:
    return [line.text for line in source.lines]


def rows(source) -> list[tuple[str, ...]]:
    return [line.cells for line in source.lines if line.kind == "row"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32", "mac_roman", "cp850"]
)
def test_text_is_read_in_whatever_encoding(read, encoding):
    written = (
        "Préambule : où l’on rappelle la délinquance.\n"
        if encoding != "cp850"
        else "Préambule : où l'on va, égalité.\n"
    )
    assert texts(read(written.encode(encoding), "plan.txt")) == [written.strip()]


def test_text_keeps_its_layout(read):
    source = read("Titre\r\n\r\n\r\n  • soft\u00adware\u00a0: e\u0301te\u0301 \ufb01n\r\n\tsuite\fAxe 2", "plan.txt")
    assert [(line.text, line.number, line.indent, line.blank_before, line.page) for line in source.lines] == [
        ("Titre", 1, 0, 0, "1"),
        ("• software : été fin", 4, 2, 2, "1"),
        ("suite", 5, 4, 0, "1"),
        ("Axe 2", 5, 0, 0, "2"),
    ]


def test_tabbed_text_is_a_table(read):
    source = read("Action\tPilote\tDate\nMédiation\tVille\t2026\n\n1.\tIntroduction\t3\n", "plan.txt")
    assert rows(source) == [("Action", "Pilote", "Date"), ("Médiation", "Ville", "2026")]
    assert texts(source)[2] == "1. Introduction 3"


def test_web_page_is_its_content(read):
    source = read(
        """<!doctype html><html><head><title>CLSPD &ndash; Ville</title><style>p{}</style></head>
        <body class="menu page"><header><a href="/">Ville</a></header><nav><ul><li>Accueil</li></ul></nav>
        <div class="cookie-banner">Nous utilisons des cookies</div>
        <main><h1>Stratégie</h1><p>Une <b>ligne</b><br>puis une autre<p><strong>Pilote :</strong> la ville
        <ol start=3 type=I><li>un<ul><li>sous-point</ul><li>deux</ol>
        <button aria-controls="a">Ouvrir</button><div id="a" hidden>Derrière l’accordéon</div><p hidden>Caché</p>
        <table><tr><th>Action<th>Pilote<tr><td rowspan=2>Médiation<td>Ville<tr><td>Bailleur<br>Association</table>
        </main><footer>Mairie, 01 99 00 00 00</footer><script>alert(1)</script></body></html>""",
        "page.html",
    )
    assert source.title == "CLSPD – Ville"
    assert texts(source) == [
        "Stratégie", "Une ligne", "puis une autre", "Pilote : la ville", "un", "sous-point", "deux",
        "Ouvrir", "Derrière l’accordéon", "Action | Pilote", "Médiation | Ville", "Médiation | Bailleur Association",
    ]  # fmt: skip
    heading, first, second, labelled, *items = source.lines
    assert (heading.kind, heading.level) == ("heading", 1)
    assert first.number == second.number != labelled.number
    assert (labelled.bold, labelled.bold_lead) == (False, len("Pilote :"))
    assert [(item.marker, item.level) for item in items[:3]] == [("III.", 0), ("•", 1), ("IV.", 0)]
    assert rows(source)[2] == ("Médiation", "Bailleur\nAssociation")


def test_layout_table_of_a_web_page_is_text(read):
    source = read("<table><tr><td><h2>Axe 1</h2><p>Prévenir</p></td></tr></table>", "page.html")
    assert [(line.kind, line.text) for line in source.lines] == [("heading", "Axe 1"), ("text", "Prévenir")]


def test_markdown_is_read_as_displayed(read):
    source = read(
        "---\ntitle: Plan\n---\n# Titre #\n\nUn paragraphe **gras**\ncoupé\nPilote : Ville\n\n* un\n    1. sous\n\n"
        "Axe\n---\n\n| A | B |\n|---|:-:|\n| x | [y](http://z) |\n<!-- rien -->\n",
        "plan.md",
    )
    assert source.title == "Plan"
    assert [(line.kind, line.level, line.marker, line.text, line.number) for line in source.lines] == [
        ("heading", 1, None, "Titre", 4),
        ("text", None, None, "Un paragraphe gras coupé", 6),
        ("text", None, None, "Pilote : Ville", 6),
        ("item", 0, "•", "un", 10),
        ("item", 1, "1.", "sous", 11),
        ("heading", 2, None, "Axe", 13),
        ("row", None, None, "A | B", 16),
        ("row", None, None, "x | y", 18),
    ]


def test_word_headings_and_automatic_numbers_are_those_displayed(read):
    source = read(
        docx(
            paragraph("Stratégie", "Titre")
            + paragraph("Sommaire 1", "TM1")
            + paragraph("Préambule", "MonTitre")
            + paragraph("Jeunes", number=(1, 0))
            + paragraph("École", number=(1, 1))
            + paragraph("Sport", number=(1, 1))
            + paragraph("Victimes", number=(1, 0))
            + paragraph("Accueil", number=(1, 1))
            + paragraph("Médiation", "Fiche")
            + paragraph("Chantiers", "Fiche")
            + paragraph("puce", number=(3, 0))
            + paragraph("Recommence", number=(4, 0))
        ),
        "plan.docx",
    )
    assert [(line.kind, line.level, line.marker, line.text) for line in source.lines] == [
        ("heading", 0, None, "Stratégie"),
        ("heading", 1, None, "Préambule"),
        ("item", 0, "Axe I :", "Jeunes"),
        ("item", 1, "1.1", "École"),
        ("item", 1, "1.2", "Sport"),
        ("item", 0, "Axe II :", "Victimes"),
        ("item", 1, "2.1", "Accueil"),
        ("heading", 2, "Fiche n° 4", "Médiation"),
        ("heading", 2, "Fiche n° 5", "Chantiers"),
        ("item", 0, "➢", "puce"),
        ("item", 0, "Axe I :", "Recommence"),
    ]
    assert (source.lines[1].bold, source.lines[1].size, source.lines[2].size) == (True, 16, 11)


def test_word_shows_insertions_boxes_and_breaks_but_no_deletion_nor_field(read):
    box = (
        "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
    )
    box += "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    box += "</mc:AlternateContent>"
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    source = read(
        docx(
            paragraph(
                run("Pilote :", bold=True) + "<w:ins>" + run(" ajouté") + "</w:ins><w:del>" + run("ôté") + "</w:del>"
            )
            + paragraph("<w:r>" + box.format(paragraph("Dans le cadre")) + "</w:r>" + run("Ancre"))
            + paragraph(run("Une") + "<w:r><w:br/></w:r>" + run("deux"))
            + paragraph("")
            + paragraph(
                field("begin")
                + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
                + field("separate")
                + run("Axe 1 … 3")
            )
            + paragraph(run("Axe 2 … 4") + field("end"))
            + paragraph("Fin<w:r/>".replace("<w:r/>", ""))
        ),
        "plan.docx",
    )
    assert [(line.text, line.number) for line in source.lines] == [
        ("Pilote : ajouté", 1), ("Ancre", 2), ("Dans le cadre", 3), ("Une", 4), ("deux", 4), ("Fin", 5),
    ]  # fmt: skip
    assert source.lines[0].bold_lead == len("Pilote :")
    assert source.lines[-1].blank_before == 3


def test_word_tables_repeat_merged_cells_and_frames_are_text(read):
    source = read(
        docx(
            table(
                [cell("Axe 1", span=2)], [cell("A", merge="start"), cell("x")], [cell("", merge="on"), cell("y", "z")]
            )
            + table([cell("Encadré", "Suite")])
            + table(["<w:tc>" + paragraph("Fiche 1", "Titre1") + "</w:tc>"], [cell("Pilote"), cell("Ville")])
        ),
        "plan.docx",
    )
    assert rows(source) == [("Axe 1", "Axe 1"), ("A", "x"), ("A", "y\nz"), ("Pilote", "Ville")]
    assert [line.text for line in source.lines if line.kind != "row"] == ["Encadré", "Suite", "Fiche 1"]
    assert texts(source)[0] == "Axe 1"


def test_opendocument_is_read_as_displayed(read):
    source = read(
        odt(
            "<text:table-of-content><text:index-body><text:p>Sommaire</text:p></text:index-body></text:table-of-content>"
            '<text:h text:outline-level="1">Jeunes</text:h><text:h text:outline-level="2">École</text:h>'
            '<text:p text:style-name="P1">Gras<text:note><text:note-body><text:p>Note</text:p></text:note-body>'
            "</text:note>"
            "<text:line-break/>suite</text:p><text:p/>"
            '<text:list text:style-name="L1"><text:list-item><text:p>un</text:p><text:list><text:list-item><text:p>sous'
            "</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>deux</text:p></text:list-item>"
            '</text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Fiche'
            "</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row>"
            "<table:table-cell "
            'table:number-rows-spanned="2"><text:p>A</text:p></table:table-cell><table:table-cell><text:p>x</text:p>'
            "</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>y"
            "</text:p></table:table-cell></table:table-row></table:table>",
            automatic='<style:style style:name="P1" style:family="paragraph">'
            '<style:text-properties fo:font-weight="bold" '
            'fo:font-size="14pt"/></style:style><text:list-style style:name="L1"><text:list-level-style-number '
            'text:level="1" style:num-format="a" style:num-suffix=")"/><text:list-level-style-bullet text:level="2" '
            'text:bullet-char="–"/></text:list-style>',
            styles='<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
            'style:num-prefix="Axe "/><text:outline-level-style text:level="2" style:num-format="1" '
            'text:display-levels="1" style:num-suffix="."/></text:outline-style>',
        ),
        "plan.odt",
    )
    assert [(line.kind, line.level, line.marker, line.text) for line in source.lines[:7]] == [
        ("heading", 1, "Axe I", "Jeunes"),
        ("heading", 2, "1.", "École"),
        ("text", None, None, "Gras"),
        ("text", None, None, "suite"),
        ("item", 0, "a)", "un"),
        ("item", 1, "–", "sous"),
        ("item", 0, "b)", "deux"),
    ]
    assert (source.lines[2].bold, source.lines[2].size, source.lines[4].blank_before) == (True, 14, 1)
    assert rows(source) == [("Fiche", "Fiche"), ("A", "x"), ("A", "y")]


def test_workbook_shows_values_as_a_french_reader_sees_them(read):
    def fill(workbook):
        sheet = workbook.add_worksheet("Suivi")
        sheet.merge_range("A2:A3", "Axe 1")
        sheet.write_row("B2", [3, 12.5, "deux\nlignes", True])
        sheet.write_datetime("B3", datetime.date(2026, 12, 31), workbook.add_format({"num_format": "dd/mm/yy"}))
        sheet.write("B6", "fin")
        workbook.add_worksheet("Brouillon").hide()

    source = read(xlsx(fill), "plan.xlsx")
    assert rows(source) == [
        ("Axe 1", "3", "12,5", "deux\nlignes", "VRAI"),
        ("Axe 1", "31/12/2026", "", "", ""),
        ("", "fin", "", "", ""),
    ]
    assert [(line.page, line.number, line.blank_before) for line in source.lines] == [
        ("Suivi", 2, 0), ("Suivi", 3, 0), ("Suivi", 6, 2),
    ]  # fmt: skip
    assert source.warnings == ("La feuille masquée «\u00a0Brouillon\u00a0» n’a pas été lue.",)


def test_headers_of_office_documents_are_told_apart_from_the_text(read):
    header = paragraph("Ville de Rives") + paragraph("Page 3 / 12")
    for source in (
        read(docx(paragraph("Axe 1"), header), "plan.docx"),
        read(odt("<text:p>Axe 1</text:p>", header="Ville de Rives"), "plan.odt"),
    ):
        assert texts(source) == ["Axe 1"]
        assert source.running == ("Ville de Rives",)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_separated_values_are_cut_at_their_own_separator(read, delimiter):
    written = 'Axe|Action|Pilote\n1|"Aider; écouter, ""agir"" | relier\tvite"|Ville\n\n2|Médiation|\n'
    content = "".join(delimiter if c == "|" and not inside else c for c, inside in _with_quotes(written))
    source = read(content.encode("cp1252"), "plan.csv")
    assert rows(source) == [
        ("Axe", "Action", "Pilote"),
        ("1", 'Aider; écouter, "agir" | relier vite', "Ville"),
        ("2", "Médiation", ""),
    ]
    assert [line.number for line in source.lines] == [1, 2, 4]


def _with_quotes(text):
    inside = False
    for character in text:
        inside ^= character == '"'
        yield character, inside


COLUMNS = """#set page(height: 22cm, width: 16cm, footer: context [Page #counter(page).display()])
#set par(justify: true)
= Notre plan pour la sécurité et la tranquillité
#columns(2)[
#for i in range(1, 7) [
== Axe #i
Le conseil local réunit les acteurs qui agissent pour la jeunesse, la famille, les victimes et la tranquillité de tous
dans chaque quartier de la ville, et les associe à la décision. Fin #i.
]]"""


def test_pdf_columns_are_read_one_after_the_other_without_margins(read):
    source = read(pdf(COLUMNS), "plan.pdf")
    written = " ".join(texts(source))
    order = [written.index(f"Axe {i}") for i in range(1, 7)] + [written.index(f"Fin {i}.") for i in range(1, 7)]
    assert sorted(order) == [place for pair in zip(order[:6], order[6:], strict=True) for place in pair]
    assert "Page" not in written
    assert source.lines[0].text == "Notre plan pour la sécurité et la tranquillité"
    title = next(line for line in source.lines if line.text == "Axe 2")
    body = next(line for line in source.lines if line.text.startswith("Le conseil"))
    assert title.bold
    assert title.blank_before
    assert title.size > body.size


def test_pdf_running_texts_are_left_out_but_told(read):
    pages = "\n#pagebreak()\n".join(
        f"= Fiche {i}\nTexte de la fiche numéro {i}, propre à cette page." for i in range(1, 5)
    )
    footer = 'align(center, context counter(page).display("1 / 1", both: true))'
    header = f"#set page(header: [Ville de Rives #h(1fr) STSPD], footer: {footer})\n"
    source = read(pdf(header + pages), "plan.pdf")
    assert [text for text in texts(source) if text.startswith("Fiche")] == [f"Fiche {i}" for i in range(1, 5)]
    assert len(source.lines) == 8
    assert set(source.running) == {"Ville de Rives", "STSPD"}
    assert [line.page for line in source.lines] == ["1", "1", "2", "2", "3", "3", "4", "4"]


def test_pdf_words_cut_at_the_end_of_a_line_are_whole(read):
    source = read(
        pdf(
            "#set page(width: 7cm)\n#set par(justify: true)\n#set text(hyphenate: true)\n"
            + "Prévention intercommunale des discriminations institutionnelles, rendez-vous hebdomadaires. " * 6
        ),
        "plan.pdf",
    )
    words = " ".join(texts(source)).replace(",", "").replace(".", "").split()
    assert set(words) == {
        "Prévention", "intercommunale", "des", "discriminations", "institutionnelles", "rendez-vous", "hebdomadaires",
    }  # fmt: skip


def test_pdf_tables_give_rows_with_or_without_rulings(read):
    cells = (
        "[*Fiche 1*], [*Médiation*], [Pilote], [Ville], [Partenaires], [Bailleurs \\ Associations], [Public], [Tous]"
    )
    ruled = read(pdf(f"Avant\n#table(columns: (3cm, 6cm), {cells})\nAprès"), "plan.pdf")
    bare = read(pdf(f"Avant\n#grid(columns: (3cm, 6cm), row-gutter: 8pt, {cells})\nAprès"), "plan.pdf")
    expected = [
        ("Fiche 1", "Médiation"),
        ("Pilote", "Ville"),
        ("Partenaires", "Bailleurs\nAssociations"),
        ("Public", "Tous"),
    ]
    for source in (ruled, bare):
        assert rows(source) == expected
        assert (texts(source)[0], texts(source)[-1]) == ("Avant", "Après")
        assert next(line for line in source.lines if line.kind == "row").bold


def test_pdf_footnotes_are_left_out(read):
    source = read(pdf("#set super(typographic: false)\nLe maire#footnote[Article du code.] préside."), "plan.pdf")
    assert texts(source) == ["Le maire préside."]
