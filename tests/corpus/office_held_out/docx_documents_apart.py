"""Word documents set apart: typed titles, merged cells, sheets in one paragraph, a table per axis, a blank form."""

from office.outline import read_outline
from office.plan import Action, Document, Strategy, expect, lines, said
from office.word import Cell, footnote, page_break, para, run, table, write_docx

BLANK_SHEET = (
    ("Intitulé de l’action", "……………………"),
    ("Axe concerné", "Cocher : ☐ 1  ☐ 2  ☐ 3"),
    ("Pilote", "Nom du service"),
    ("Partenaires", "Préciser les structures"),
    ("Public visé", "Âge, nombre, lieu de vie"),
    ("Calendrier", "jj/mm/aaaa"),
    ("Budget prévisionnel", "…………… €"),
    ("Indicateurs", "Deux au plus, chiffrés"),
    ("Évaluation", "Par qui ? Quand ?"),
)


def bold(text: str) -> str:
    """A paragraph in bold."""
    return para(run(text, bold=True))


def headings_02() -> Document:
    """No style at all: parts in capitals, axes « I. », objectives « A. », actions « 1) » through the document."""
    plan, texts = read_outline(__file__, "docx-headings-02")
    body = [bold("VILLE DE LAMBREVILLE"), para(run(plan.title or "", bold=True, size=18)), bold("2025-2030")]
    for title, paragraphs in texts["front"]:
        body += [bold(title), *map(para, paragraphs)]
    for numeral, axis in zip(("I", "II", "III"), plan.axes, strict=True):
        body.append(para(run(f"{numeral}. {axis.title}", bold=True, size=14)))
        for letter, objective in zip("AB", axis.objectives, strict=False):
            body.append(bold(f"{letter}. {objective}"))
            for x in (x for x in axis.actions if x.objective == objective):
                engaged = f"Chef de file : {said(x, 'lead')}. Délai : {x.calendar}."
                body += [para(run(f"{x.number}) {x.title}", italic=True)), para(x.description or ""), para(engaged)]
    for title, paragraphs in texts["back"]:
        body += [bold(title), *map(para, paragraphs)]
    expected = expect(
        plan,
        ("lead", "calendar", "description"),
        notes=[
            "Parts one and three use the same numerals as the axes but are diagnosis and follow-up.",
            "2015-2022 is the urban contract. Lead and deadline share a line: « Chef de file : … . Délai : … . »",
        ],
    )
    return Document("docx-headings-02.docx", write_docx(body), expected)


def tables_02() -> Document:
    """Sheets as three-column tables with merged cells; axis and objective are only named inside each sheet."""
    plan, _ = read_outline(__file__, "docx-tables-02")
    body = [para(run(plan.title or "", bold=True, size=20)), para("Ville d’Ormoy-la-Forêt"), page_break()]
    for rank, axis in enumerate(plan.axes, 1):
        for x in axis.actions:
            body += [_merged_sheet(x, f"Axe {rank} – {axis.title}"), page_break()]
    expected = expect(
        plan,
        ("context", "description", "public", "lead", "partners", "calendar", "funding", "indicators"),
        notes=["No title outside the tables: the axis and its objective are read inside each sheet, and come once."],
    )
    write = write_docx(body, header="CLSPD d’Ormoy-la-Forêt", footer="Fiches actions – page")
    return Document("docx-tables-02.docx", write, expected)


def _merged_sheet(x: Action, axis: str) -> str:
    down = Cell("", merge="continue")
    money = "".join(map(para, lines(x, "funding")))
    measures = "".join(para(f"• {one}") for one in lines(x, "indicators"))
    rows = (
        [Cell(bold(f"FICHE ACTION N° {x.number}"), span=3, shade="FFD966")],
        [Cell(bold(x.title), span=3)],
        [Cell(bold("Axe stratégique")), Cell(para(axis), span=2)],
        [Cell(bold("Objectif opérationnel")), Cell(para(x.objective or ""), span=2)],
        [Cell(bold("Pourquoi ?"), merge="restart"), Cell(bold("Constats")), Cell(para(x.context or ""))],
        [down, Cell(bold("Descriptif")), Cell(para(x.description or ""))],
        [down, Cell(bold("Population visée")), Cell(para(x.public or ""))],
        [Cell(bold("Mise en œuvre"), merge="restart"), Cell(bold("Service pilote")), said(x, "lead", " / ")],
        [down, Cell(bold("Partenariat")), said(x, "partners")],
        [down, Cell(bold("Planning")), Cell(para(x.calendar or ""))],
        [down, Cell(bold("Sources de financement")), Cell(money)],
        [Cell(bold("Suivi")), Cell(bold("Indicateurs d’évaluation")), Cell(measures)],
    )
    return table(rows, (2200, 2600, 4800))


def sheets_01() -> Document:
    """A title in capitals and one paragraph whose fields are parted by soft line breaks; a one-line summary."""
    plan, texts = read_outline(__file__, "docx-sheets-01")
    until = "Document valable jusqu'au 31 décembre 2028. Il prend la suite du schéma 2016-2020"
    body = [
        para(plan.title or "", style="Titre"),
        para("Communauté urbaine de Basse-Lorne"),
        para(until, footnote(1), "."),
        para("Sommaire : 1. Tranquillité publique - 2. Prévention - 3. Solidarité avec les victimes - Annexes"),
    ]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(run(f"Volet n° {rank}", bold=True), align="center"))
        body.append(para(run(axis.title or "", bold=True, size=16), align="center"))
        for x in axis.actions:
            body += [bold(f"ACTION {x.number} - {x.title}"), para(x.description or ""), para(*_broken_lines(x))]
    body += [bold("Annexes"), para("Annexe 1 : carte des secteurs", footnote(2))]
    body.append(para("Annexe 2 : liste des signataires"))
    expected = expect(
        plan,
        ("lead", "partners", "public", "territory", "calendar", "indicators", "description"),
        notes=[
            "Only the end of the period is given; 2016-2020 is the former scheme.",
            "The one-line summary and the annexes are not the plan.",
        ],
    )
    write = write_docx(body, footnotes=texts["notes"][0][1], footer="Basse-Lorne")
    return Document("docx-sheets-01.docx", write, expected)


def _broken_lines(x: Action) -> list[str]:
    fields = (
        ("Référent", said(x, "lead")),
        ("Structures associées", said(x, "partners")),
        ("Bénéficiaires", said(x, "public")),
        ("Secteur géographique", said(x, "territory")),
        ("Échéance", said(x, "calendar")),
        ("Ce que nous mesurerons", said(x, "indicators", " ; ")),
    )
    runs = []
    for k, (label, value) in enumerate(fields):
        runs += [run(("\n" if k else "") + label + " : ", bold=True), run(value)]
    return runs


def tables_03() -> Document:
    """Landscape: one table per axis under its title, objectives as rows that span the whole width."""
    plan, _ = read_outline(__file__, "docx-tables-03")
    heads = ("N°", "Actions", "Copilotes", "Partenariats", "Période de réalisation", "Indicateurs quantitatifs")
    body = [
        para(run(plan.title or "", bold=True, size=20)),
        para("Pont-Authier – années 2024 à 2026 – document adossé au plan départemental 2020-2024"),
    ]
    for rank, axis in enumerate(plan.axes, 1):
        rows: list[list[Cell | str]] = [[Cell(bold(head)) for head in (*heads, "Avancée")]]
        for k, objective in enumerate(axis.objectives, 1):
            aim = run(f"Objectif {rank}.{k}. {objective}", italic=True)
            rows.append([Cell(para(aim), span=7, shade="EEEEEE")])
            rows += [_row(x) for x in axis.actions if x.objective == objective]
        title = para(run(f"Axe n°{rank} : {axis.title}", bold=True, size=14))
        body += [title, table(rows, (700, 3600, 2400, 2700, 1900, 2600, 1200))]
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "indicators", "status"),
        notes=["2020-2024 is the departmental plan."],
    )
    write = write_docx(body, landscape=True, header="CLSPDR – Pont-Authier", footer="Page")
    return Document("docx-tables-03.docx", write, expected)


def _row(x: Action) -> list[Cell | str]:
    measures = Cell("".join(para("- " + one) for one in lines(x, "indicators")))
    who = [said(x, "lead", " / "), said(x, "partners"), said(x, "calendar")]
    return [x.number or "", x.title, *who, measures, said(x, "status")]


def template_03() -> Document:
    """A blank sheet to fill in: every label, no action."""
    rows: list[list[Cell | str]] = [[Cell(bold("FICHE ACTION N° …"), span=2)]]
    rows += [[label, hint] for label, hint in BLANK_SHEET]
    body = [
        para(run("Modèle de fiche", bold=True, size=16)),
        para("À retourner à la coordination du CLSPD avant le 30 juin. Une fiche par action proposée."),
        table(rows, (3000, 6600)),
        para(
            "Notice : l’intitulé commence par un verbe. Le pilote est unique. "
            "Le montant s’entend toutes taxes comprises."
        ),
    ]
    expected = expect(
        Strategy(),
        notes=["A blank form: inventing an action called « …… » would be wrong."],
        accept={"title": ["Modèle de fiche"]},
    )
    return Document("negative-docx-03.docx", write_docx(body, header="Modèle 2025"), expected)


DOCUMENTS = [headings_02, tables_02, sheets_01, tables_03, template_03]
