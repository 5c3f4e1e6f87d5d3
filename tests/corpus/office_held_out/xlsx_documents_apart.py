"""Workbooks set apart: merged axes under a two-row header, worksheets named after their axis, statistics."""

import xlsxwriter
from office.grid import house_styles, write_rows, write_xlsx
from office.outline import read_outline
from office.plan import Action, Document, Strategy, expect, said

Book = xlsxwriter.Workbook
FUNDERS = ("État", "Commune", "Autres")
FACTS = (
    ("Atteintes aux biens", "Cambriolages de logements", 96, 88, 74),
    ("Atteintes aux biens", "Vols dans les véhicules", 140, 131, 152),
    ("Atteintes aux biens", "Dégradations", 61, 70, 66),
    ("Atteintes aux personnes", "Violences intrafamiliales", 58, 63, 79),
    ("Atteintes aux personnes", "Coups et blessures hors famille", 44, 41, 47),
    ("Stupéfiants", "Usage", 35, 52, 49),
    ("Route", "Accidents corporels", 27, 25, 22),
)
TOWNS = (("Aubrac-la-Plaine", 5210, 148), ("Coursolles", 2874, 51), ("Le Thil", 1630, 22), ("Marigny-lès-Bois", 912, 9))


def merged_01() -> Document:
    """Axis and objective merged down; a header on two rows, « Financement prévisionnel » above its three funders."""
    plan, _ = read_outline(__file__, "xlsx-merged-01")
    every = [x for axis in plan.axes for x in axis.actions]

    def fill(book: Book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Plan d'actions")
        sheet.merge_range(0, 0, 0, 9, plan.title, style["title"])
        sheet.merge_range(1, 0, 1, 9, "Commune de Fontenelle-sur-Auze – 2026-2028", style["note"])
        for column, head in ((0, "Axe"), (1, "Objectif"), (2, "N°"), (3, "Intitulé"), (9, "Échéance")):
            sheet.merge_range(3, column, 4, column, head, style["head"])
        sheet.merge_range(3, 4, 3, 5, "Pilotage", style["head"])
        sheet.merge_range(3, 6, 3, 8, "Financement prévisionnel (€)", style["head"])
        sheet.write_row(4, 4, ["Porteur", "Partenaires", *FUNDERS], style["head"])
        row = 5
        for axis in plan.axes:
            _down(sheet, row, 0, len(axis.actions), axis.title, style["band"])
            for objective in axis.objectives:
                these = [x for x in axis.actions if x.objective == objective]
                _down(sheet, row, 1, len(these), objective, style["cell"])
                for x in these:
                    given = dict(x.funding or ())
                    who = [said(x, "lead"), said(x, "partners", "\n")]
                    sheet.write_row(row, 2, [x.number, x.title, *who], style["cell"])
                    sheet.write_row(row, 6, [given.get(funder, "") for funder in FUNDERS], style["money"])
                    sheet.write(row, 9, x.calendar, style["cell"])
                    row += 1
        sums = [sum(dict(x.funding or ()).get(funder) or 0 for x in every) for funder in FUNDERS]
        sheet.write_row(row, 3, ["Total", "", "", *sums], style["total"])

    expected = expect(
        plan,
        ("lead", "partners", "funding", "calendar"),
        number_as_text=False,
        notes=["The total row is no action; « Autres » is the funder's name in the file."],
    )
    return Document("xlsx-merged-01.xlsx", write_xlsx(fill), expected)


def _down(sheet: object, row: int, column: int, rows: int, text: object, style: object) -> None:
    if rows > 1:
        sheet.merge_range(row, column, row + rows - 1, column, text, style)
    else:
        sheet.write(row, column, text, style)


def axes_02() -> Document:
    """Worksheets named after their axis, header on the first row, after a synthesis that lists the same actions."""
    plan, _ = read_outline(__file__, "xlsx-axes-02")
    heads = ["Libellé de l’action", "Référent(e)", "Partenaires", "Personnes visées", "Communes concernées"]
    heads += ["Critères et indicateurs", "Calendrier", "Statut"]

    def cells(x: Action) -> list[str | None]:
        who = [said(x, "lead", "\n"), said(x, "partners", " ; "), x.public, x.territory]
        return [x.title, *who, said(x, "indicators", "\n"), x.calendar, x.status]

    def fill(book: Book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Synthèse")
        write_rows(sheet, 0, [[plan.territory], [f"{plan.title} 2024-2029"]], style["title"])
        write_rows(sheet, 3, [["Axe", "Nombre d’actions", "Actions"]], style["head"])
        summary = [[axis.title, len(axis.actions), "\n".join(x.title for x in axis.actions)] for axis in plan.axes]
        row = write_rows(sheet, 4, summary, style["cell"])
        write_rows(sheet, row, [["Total", sum(len(axis.actions) for axis in plan.axes), ""]], style["total"])
        sheet.set_column(2, 2, 60)
        for axis in plan.axes:
            page = book.add_worksheet(axis.title)
            write_rows(page, 0, [heads], style["head"])
            write_rows(page, 1, [cells(x) for x in axis.actions], style["cell"])
            page.set_column(0, 6, 30)

    expected = expect(
        plan,
        ("lead", "partners", "public", "territory", "indicators", "calendar", "status"),
        notes=["The worksheets' names are the axes. The synthesis tells the same fourteen actions."],
        accept={"title_null": True, "territory": ["Pays de Morvaux"]},
    )
    return Document("xlsx-axes-02.xlsx", write_xlsx(fill), expected)


def negative_02() -> Document:
    """Figures by year and by commune, with themes in the first column."""
    facts = [[*fact, f"{100 * (fact[4] - fact[3]) / fact[3]:+.0f} %"] for fact in FACTS]
    towns = [[name, people, count, round(1000 * count / people, 1)] for name, people, count in TOWNS]

    def fill(book: Book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Faits constatés")
        sheet.write(0, 0, "Observatoire du CISPD – faits constatés 2022-2024", style["title"])
        write_rows(sheet, 2, [["Thème", "Indicateur", 2022, 2023, 2024, "Évolution"]], style["head"])
        write_rows(sheet, 3, facts, style["cell"])
        page = book.add_worksheet("Par commune")
        write_rows(page, 0, [["Commune", "Population", "Faits 2024", "Pour mille habitants"]], style["head"])
        write_rows(page, 1, towns, style["cell"])

    expected = expect(
        Strategy(),
        notes=["Statistics: themes and measures, no action."],
        accept={"period": [[2022, 2024]], "title": ["Observatoire du CISPD – faits constatés"]},
    )
    return Document("negative-xlsx-02.xlsx", write_xlsx(fill), expected)


DOCUMENTS = [merged_01, axes_02, negative_02]
