"""Plans kept as delimited text: a cp1252 export with semicolons, a UTF-8 one with commas."""

from office.grid import write_csv
from office.outline import read_outline
from office.plan import Document, euros, expect, said, typed


def csv_semicolon_01() -> Document:
    """One row per action, axis and objective repeated; the only funder and its amount in two columns."""
    plan, _ = read_outline(__file__, "csv-semicolon-01")
    rows = [
        [
            "Axe",
            "Objectif",
            "N°",
            "Action",
            "Pilote",
            "Partenaires",
            "Calendrier",
            "Financeur",
            "Montant",
            "Indicateurs",
        ]
    ]
    for rank, axis in enumerate(plan.axes, 1):
        for x in axis.actions:
            funder, amount = x.funding[0] if x.funding else ("", None)
            money = typed(euros(amount)) if amount else ""
            who = [said(x, "lead"), said(x, "partners"), said(x, "calendar")]
            place = [f"Axe {rank} : {axis.title}", x.objective or "", x.number or "", x.title]
            rows.append([*place, *who, funder or "", money, said(x, "indicators", "\n")])
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "funding", "indicators"),
        notes=["Neither title, territory nor period is written in the file."],
    )
    return Document("csv-semicolon-01.csv", write_csv(rows, ";", "cp1252"), expected)


def csv_comma_01() -> Document:
    """Two title lines above the header; the orientation stands only on the first row of its group."""
    plan, _ = read_outline(__file__, "csv-comma-01")
    heads = ["Orientation", "Numéro de fiche", "Intitulé de la fiche", "Référent", "Acteurs associés"]
    heads += ["Bénéficiaires", "Statut"]
    rows = [
        ["Ville de Montrevel-le-Haut - Plan d'actions du contrat de prévention et de sécurité 2026-2029", *[""] * 6],
        ["Extraction du 4 novembre 2026", *[""] * 6],
        [""] * 7,
        heads,
    ]
    for axis in plan.axes:
        for k, x in enumerate(axis.actions):
            who = [said(x, "lead", " / "), said(x, "partners", " / "), said(x, "public"), said(x, "status")]
            rows.append(["" if k else axis.title or "", x.number or "", x.title, *who])
    expected = expect(plan, ("lead", "partners", "public", "status"))
    return Document("csv-comma-01.csv", write_csv(rows, ",", "utf-8-sig"), expected)


DOCUMENTS = [csv_semicolon_01, csv_comma_01]
