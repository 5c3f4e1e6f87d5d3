"""Workbooks of another desk: months in columns, a board beside its data, a sheet per card; a budget and grants."""

import datetime

from office.grid import house_styles, write_rows, write_xlsx
from office.outline import read_outline
from office.plan import Document, Strategy, euros, expect, said

MONTHS = ("Janv.", "Févr.", "Mars", "Avr.", "Mai", "Juin", "Juil.", "Août", "Sept.", "Oct.", "Nov.", "Déc.")


def planning_21() -> Document:
    """Two header rows, months ticked with X, axes as full-width merged rows, a row of steps under some actions."""
    plan, _ = read_outline(__file__, "xlsx-planning-21")

    def fill(book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Planning")
        sheet.merge_range(0, 0, 0, 15, "Planning 2026 des actions du CLSPD - Ville de Quersac", style["title"])
        for column, head in enumerate(("N°", "Action", "Resp.")):
            sheet.merge_range(2, column, 3, column, head, style["head"])
        sheet.merge_range(2, 3, 2, 14, "Calendrier 2026", style["head"])
        sheet.merge_range(2, 15, 3, 15, "Obs.", style["head"])
        write_rows(sheet, 3, [[None, None, None, *MONTHS]], style["head"])
        row = 4
        for rank, axis in enumerate(plan.axes, 1):
            sheet.merge_range(row, 0, row, 15, f"AXE {rank} : {axis.title}", style["band"])
            row += 1
            for k, x in enumerate(axis.actions):
                ticks = ["X" if _ticked(rank, k, m) else None for m in range(12)]
                note = "Validé en bureau" if k == 0 else None
                row = write_rows(sheet, row, [[x.number, x.title, said(x, "lead"), *ticks, note]], style["cell"])
                if k == 0:
                    row = write_rows(sheet, row, [[None, "   dont choix du lieu"]], style["note"])
        sheet.write(row + 1, 1, "X : mois de réalisation", style["note"])
        sheet.set_column(1, 1, 38)

    expected = expect(
        plan,
        ("lead",),
        notes=["Months are columns: those that are ticked make the calendar. A row without number is a step."],
        accept={"territory": ["Quersac"], "period_null": True},
    )
    for rank, axis in enumerate(expected["axes"], 1):
        for k, action in enumerate(axis["actions"]):
            action["fields"]["calendar"] = ", ".join(MONTHS[m] for m in range(12) if _ticked(rank, k, m))
    return Document("xlsx-planning-21.xlsx", write_xlsx(fill), expected)


def _ticked(rank: int, k: int, month: int) -> bool:
    return (month + k + rank) % 4 == 0


def _due(rank: int) -> tuple[object, str]:
    """A date as a cell holds it, and as a careful reader writes it."""
    day = datetime.date(2025 + rank % 4, 1 + rank * 5 % 12, 15)
    return (
        (day, day.strftime("%d/%m/%Y")),
        (f"{day.month:02d}/{day.year}",) * 2,
        (f"T{1 + rank % 4} {day.year}",) * 2,
        (f"fin {day.year}",) * 2,
    )[rank % 4]


def dashboard_21() -> Document:
    """A board of counts first, then the data: short heads, other order, empty columns, numbers as floats, totals."""
    plan, _ = read_outline(__file__, "xlsx-dashboard-21")
    every = [(axis, x) for axis in plan.axes for x in axis.actions]
    costs = [1500 + 850 * rank for rank in range(len(every))]

    def fill(book) -> None:
        style, board = house_styles(book), book.add_worksheet("Synthèse")
        board.write(0, 1, "Tableau de bord de la stratégie territoriale 2025-2028", style["title"])
        board.write(1, 1, "CC Vallée de l’Ourtigue", style["note"])
        counts = [[axis.title, len(axis.actions)] for axis in plan.axes]
        write_rows(board, 3, [["Axe", "Nombre d’actions"], *counts, ["Total", len(every)]], style["cell"])
        sheet = book.add_worksheet("Données")
        heads = ["Éch.", "Resp.", None, "N°", "Action", "Axe", None, "Avanct", "Coût prév.", "Obs."]
        write_rows(sheet, 1, [heads], style["head"])
        for rank, (axis, x) in enumerate(every):
            due, row = _due(rank)[0], rank + 2
            if isinstance(due, datetime.date):
                sheet.write_datetime(row, 0, due, style["date"])
            else:
                sheet.write(row, 0, due, style["cell"])
            note = "Voir avec\nla sous-préfecture" if rank % 3 == 0 else None
            cells = [None, said(x, "lead", "\n"), None, float(x.number or 0), x.title, axis.title, None, x.status]
            write_rows(sheet, row, [[*cells, None, note]], style["cell"])
            sheet.write(row, 8, costs[rank], style["money"])
        write_rows(sheet, len(every) + 2, [[None] * 4 + ["TOTAL", None, None, None, sum(costs)]], style["total"])
        sheet.set_column(4, 4, 42)

    expected = expect(
        plan,
        ("lead", "status"),
        notes=["The first sheet counts the data of the second one; the total is not an action."],
        accept={"territory": ["Vallée de l’Ourtigue"]},
    )
    found = [action for axis in expected["axes"] for action in axis["actions"]]
    for rank, action in enumerate(found):
        action["fields"]["calendar"] = _due(rank)[1]
        action["fields"]["funding"] = [{"funder": None, "amount": costs[rank]}]
    return Document("xlsx-dashboard-21.xlsx", write_xlsx(fill), expected)


def cards_21() -> Document:
    """One sheet per card, labels in A and values in C, the list of cards on the first sheet."""
    plan, _ = read_outline(__file__, "xlsx-cards-21")
    labels = (
        ("Objectif de l’action", "description"),
        ("Pilote", "lead"),
        ("Partenaires", "partners"),
        ("Public", "public"),
        ("Échéance", "calendar"),
        ("Indicateurs", "indicators"),
    )

    def fill(book) -> None:
        style, first = house_styles(book), book.add_worksheet("Liste")
        first.write(0, 0, "Mairie d’Esternac", style["note"])
        first.write(1, 0, "Plan d’actions du conseil local 2025-2027", style["title"])
        named = [[x.number, x.title] for axis in plan.axes for x in axis.actions]
        write_rows(first, 3, [["Fiche", "Titre"], *named], style["cell"])
        for rank, axis in enumerate(plan.axes, 1):
            for x in axis.actions:
                sheet = book.add_worksheet(f"F{x.number}")
                sheet.merge_range(0, 0, 0, 2, f"Fiche action n° {x.number}", style["head"])
                told = [["Axe", None, f"{rank} - {axis.title}"], ["Intitulé", None, x.title]]
                told += [[label, None, said(x, key, "\n")] for label, key in labels]
                row = write_rows(sheet, 2, told, style["cell"])
                write_rows(sheet, row + 1, [["Budget"], *[[a, None, b] for a, b in x.funding or ()]], style["cell"])
                sheet.set_column(0, 2, 30)

    expected = expect(
        plan,
        (*(key for _, key in labels), "funding"),
        notes=["The list of the first sheet tells the same five cards again."],
        accept={"territory": ["Esternac"]},
        number_as_text=False,
    )
    return Document("xlsx-cards-21.xlsx", write_xlsx(fill), expected)


def negative_21() -> Document:
    """A yearly budget by « action » of the accounts: codes, votes, payments."""
    lines = (
        ("P112-A1", "Charges de personnel", 214000, 198450),
        ("P112-A2", "Fluides et locaux", 18600, 17210),
        ("P112-A3", "Parc de véhicules", 32500, 30115),
        ("P112-A4", "Contrats de maintenance", 41200, 41200),
        ("P112-A5", "Habillement et équipement", 9800, 7644),
        ("P112-A6", "Formation obligatoire", 6200, 6200),
        ("P112-A7", "Imprévus", 2500, 0),
    )

    def fill(book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("BP 2026")
        sheet.write(0, 0, "Budget primitif 2026 - politique « Sécurité »", style["title"])
        write_rows(sheet, 2, [["Code action", "Nature", "Crédits ouverts", "Mandaté", "%"]], style["head"])
        row = write_rows(sheet, 3, [[c, n, v, p, round(p / v, 2)] for c, n, v, p in lines], style["cell"])
        total = ["TOTAL", None, sum(x[2] for x in lines), sum(x[3] for x in lines)]
        write_rows(sheet, row, [total], style["total"])

    expected = expect(
        Strategy(),
        notes=["Accounts: the « actions » are budget codes."],
        accept={"period": [[2026, 2026]], "title": ["Budget primitif 2026 - politique « Sécurité »"]},
    )
    return Document("negative-xlsx-21.xlsx", write_xlsx(fill), expected)


def negative_22() -> Document:
    """Grants asked by associations for a call for projects: their titles are requests, not what the council decided."""
    asked = (
        ("Association Le Seuil", "Ateliers d’estime de soi", 8000, "Avis favorable"),
        ("Ring olympique", "Boxe éducative", 6500, "Avis réservé"),
        ("Les Voix du lavoir", "Chorale intergénérationnelle", 3000, "Avis défavorable"),
        ("Régie de quartier", "Chantiers d’été", 15000, "Avis favorable"),
        ("Ciné-club", "Projections débats", 2200, "Incomplet"),
        ("Secours routier", "Simulateur de conduite", 4100, "Avis favorable"),
    )

    def fill(book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Demandes")
        sheet.write(0, 0, "Appel à projets 2025 : demandes de subvention reçues", style["title"])
        heads = ["N° dossier", "Association", "Projet présenté", "Montant demandé", "Avis du comité"]
        rows = [[f"25-{n:03d}", *row] for n, row in enumerate(asked, 1)]
        write_rows(sheet, 2, [heads], style["head"])
        write_rows(sheet, 3, [*rows, [None, None, "Total", sum(x[2] for x in asked)]], style["cell"])
        sheet.write(11, 2, f"Enveloppe : {euros(20000)}", style["note"])

    expected = expect(
        Strategy(),
        notes=["Requests under examination, some refused: a list of grants is no plan."],
        accept={"period": [[2025, 2025]], "title": ["Appel à projets 2025 : demandes de subvention reçues"]},
    )
    return Document("negative-xlsx-22.xlsx", write_xlsx(fill), expected)


DOCUMENTS = [planning_21, dashboard_21, cards_21, negative_21, negative_22]
