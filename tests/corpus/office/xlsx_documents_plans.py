"""Workbooks that hold a plan: one row per action, under the headers and the shapes that offices invent."""

from datetime import date

import xlsxwriter

from office.grid import house_styles, write_rows, write_xlsx
from office.outline import read_outline
from office.plan import Action, Document, expect, said

Book = xlsxwriter.Workbook


def sparse_01() -> Document:
    """Title rows above the header; an axis written once, on the first row of its group, without merging."""
    plan, _ = read_outline(__file__, "xlsx-sparse-01")
    heads = ["Axe stratégique", "N°", "Intitulé de l'action", "Porteur", "Partenaires associés", "Public cible"]

    def fill(book: Book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Suivi")
        sheet.write(0, 0, plan.territory, style["title"])
        sheet.write(1, 0, f"{plan.title} 2024-2027", style["title"])
        sheet.write(2, 0, "Tableau de suivi - mise à jour du 12 mars 2025", style["note"])
        write_rows(sheet, 4, [[*heads, "Échéance", "Avancement"]], style["head"])
        row = 5
        for axis in plan.axes:
            for k, x in enumerate(axis.actions):
                who = [said(x, "lead", "\n"), said(x, "partners"), x.public, x.calendar, x.status]
                cells = [None if k else axis.title, float(x.number or 0), x.title, *who]
                row = write_rows(sheet, row, [cells], style["cell"])
            row += 1
        sheet.set_column(0, 0, 28)
        sheet.set_column(2, 4, 36)
        sheet.freeze_panes(5, 0)

    expected = expect(plan, ("lead", "partners", "public", "calendar", "status"))
    return Document("xlsx-sparse-01.xlsx", write_xlsx(fill), expected)


def axes_01() -> Document:
    """One worksheet per axis, after a notice and before a hidden sheet of lists."""
    plan, _ = read_outline(__file__, "xlsx-axes-01")
    heads = ["Réf.", "Action", "Pilote(s)", "Partenaires", "Calendrier prévisionnel", "Indicateurs de suivi"]
    notice = (
        "Plan d'actions du CISPD du Pays d'Aubrelle",
        "Période 2023-2026",
        None,
        "Un onglet par axe. Ne pas modifier les colonnes grisées.",
        "Renvoyer le fichier à la coordination avant chaque comité de pilotage.",
    )
    choices = (
        ("Statuts", "Services"),
        ("À lancer", "CCAS"),
        ("En cours", "Police municipale"),
        ("Réalisée", "Service jeunesse"),
        ("Reportée", "Services techniques"),
    )

    def cells(x: Action) -> list[str | None]:
        measures = "\n".join("- " + one for one in x.indicators or ())
        return [x.number, x.title, said(x, "lead", " / "), said(x, "partners", "\n"), x.calendar, measures, x.status]

    def fill(book: Book) -> None:
        style = house_styles(book)
        write_rows(book.add_worksheet("Mode d'emploi"), 0, [[line] for line in notice], style["note"])
        for rank, axis in enumerate(plan.axes, 1):
            sheet = book.add_worksheet(f"Axe {rank}")
            sheet.write(0, 0, f"AXE {rank} - {axis.title}", style["title"])
            write_rows(sheet, 2, [[*heads, "État d'avancement"]], style["head"])
            write_rows(sheet, 3, [cells(x) for x in axis.actions], style["cell"])
            sheet.set_column(1, 5, 32)
        lists = book.add_worksheet("Listes")
        write_rows(lists, 0, choices, style["cell"])
        lists.hide()

    expected = expect(plan, ("lead", "partners", "calendar", "indicators", "status"))
    return Document("xlsx-axes-01.xlsx", write_xlsx(fill), expected)


def funding_01() -> Document:
    """One column per funder, the axis repeated, a subtotal after each axis and a grand total."""
    plan, _ = read_outline(__file__, "xlsx-funding-01")
    funders = ("FIPD", "Ville", "Département", "CAF")

    def total(actions: list[Action]) -> list[int]:
        sums = [sum(dict(x.funding or ()).get(who) or 0 for x in actions) for who in funders]
        return [*sums, sum(sums)]

    def fill(book: Book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Programmation 2025")
        sheet.merge_range(0, 0, 0, 8, f"{plan.title} - Castelroc - année 2025", style["title"])
        write_rows(
            sheet, 2, [["Axe", "N° action", "Action", "Maître d'ouvrage", *funders, "Coût total"]], style["head"]
        )
        row = 3
        for axis in plan.axes:
            for x in axis.actions:
                given = dict(x.funding or ())
                sheet.write_row(row, 0, [axis.title, int(x.number or 0), x.title, said(x, "lead")], style["cell"])
                for k, who in enumerate(funders):
                    if who in given:
                        sheet.write(row, 4 + k, given[who], style["money"])
                sheet.write(row, 8, sum(much or 0 for much in given.values()), style["total"])
                row += 1
            subtotal = [f"Sous-total {axis.title}", "", "", "", *total(list(axis.actions))]
            row = write_rows(sheet, row, [subtotal], style["total"])
        everything = total([x for axis in plan.axes for x in axis.actions])
        write_rows(sheet, row, [["TOTAL GÉNÉRAL", "", "", "", *everything]], style["total"])
        sheet.set_column(0, 3, 30)

    expected = expect(
        plan,
        ("lead", "funding"),
        number_as_text=False,
        notes=["The file programmes the year 2025 only. The total column is no funder; subtotals are no actions."],
        accept={"period_null": True},
    )
    return Document("xlsx-funding-01.xlsx", write_xlsx(fill), expected)


def headers_01() -> Document:
    """Axes as merged bands, objectives as lighter bands, numbers as floats, deadlines as real dates."""
    plan, _ = read_outline(__file__, "xlsx-headers-01")
    heads = ["N°", "Intitulé de l'action", "Chef de file", "Public visé", "Échéance", "Coût TTC", "Financeur"]

    def fill(book: Book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("FDR")
        sheet.merge_range(0, 0, 0, 7, plan.title, style["title"])
        sheet.merge_range(1, 0, 1, 7, "Ville de La Ferté-Vidal - 2025/2028", style["note"])
        write_rows(sheet, 3, [[*heads, "Où en est-on ?"]], style["head"])
        row = 4
        for rank, axis in enumerate(plan.axes, 1):
            sheet.merge_range(row, 0, row, 7, f"AXE {rank} : {(axis.title or '').upper()}", style["band"])
            row += 1
            for k, objective in enumerate(axis.objectives, 1):
                sheet.merge_range(row, 0, row, 7, f"Objectif {rank}.{k} - {objective}", style["note"])
                row += 1
                for x in (x for x in axis.actions if x.objective == objective):
                    funder, cost = x.funding[0] if x.funding else ("", 0)
                    sheet.write_row(row, 0, [float(x.number or 0), x.title, said(x, "lead"), x.public], style["cell"])
                    due = date(*map(int, reversed((x.calendar or "").split("/"))))
                    sheet.write_datetime(row, 4, due, style["date"])
                    sheet.write(row, 5, cost, style["money"])
                    sheet.write_row(row, 6, [funder, x.status], style["cell"])
                    row += 1
        sheet.set_column(1, 3, 34)

    expected = expect(
        plan,
        ("lead", "public", "calendar", "funding", "status"),
        number_as_text=False,
        notes=["The cost belongs to the only funder of its row. Axis titles are in capitals in the file."],
    )
    return Document("xlsx-headers-01.xlsx", write_xlsx(fill), expected)


def fiches_01() -> Document:
    """One worksheet per action sheet, field beside value, after a table of contents that repeats the titles."""
    plan, _ = read_outline(__file__, "xlsx-fiches-01")
    labels = (
        ("Pilote de l'action", "lead"),
        ("Partenaires mobilisés", "partners"),
        ("Public concerné", "public"),
        ("Territoire concerné", "territory"),
        ("Constats", "context"),
        ("Descriptif", "description"),
        ("Moyens à mobiliser", "means"),
        ("Calendrier", "calendar"),
        ("Indicateurs", "indicators"),
        ("Modalités d'évaluation", "evaluation"),
    )

    def fill(book: Book) -> None:
        style, index = house_styles(book), book.add_worksheet("Sommaire")
        index.write(0, 0, "CLSPD de Bois-le-Comte - Fiches-actions", style["title"])
        write_rows(index, 2, [["Axe", "Fiche", "Titre"]], style["head"])
        sheets = [(axis.title, x) for axis in plan.axes for x in axis.actions]
        write_rows(index, 3, [[axis, f"Fiche {x.number}", x.title] for axis, x in sheets], style["cell"])
        index.set_column(0, 2, 40)
        for axis, x in sheets:
            sheet = book.add_worksheet(f"Fiche {x.number}")
            sheet.merge_range(0, 0, 0, 1, f"FICHE ACTION N° {x.number}", style["title"])
            write_rows(sheet, 1, [["Axe", axis], ["Intitulé", x.title]], style["band"])
            write_rows(sheet, 3, [[label, said(x, key, "\n")] for label, key in labels], style["cell"])
            sheet.set_column(0, 0, 24)
            sheet.set_column(1, 1, 80)

    expected = expect(
        plan,
        tuple(key for _, key in labels),
        notes=["The table of contents names each action once more: the same seven actions."],
        accept={"title_null": True, "title": ["CLSPD de Bois-le-Comte"]},
    )
    return Document("xlsx-fiches-01.xlsx", write_xlsx(fill), expected)


DOCUMENTS = [sparse_01, axes_01, funding_01, headers_01, fiches_01]
