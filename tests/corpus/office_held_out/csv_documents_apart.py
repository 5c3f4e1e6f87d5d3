"""Delimited text set apart: semicolons in UTF-8 without mark, no axis."""

from office.grid import write_csv
from office.outline import read_outline
from office.plan import Document, expect, said, typed


def semicolon_02() -> Document:
    """A flat list: no axis, no number; the funders and their amounts share a cell; a last row counts."""
    plan, _ = read_outline(__file__, "csv-semicolon-02")
    heads = ["Libellé de l'action", "Service porteur", "Structures partenaires", "Public", "Secteur"]
    rows = [[*heads, "Plan de financement", "Début et fin", "Réalisation"]]
    for x in plan.axes[0].actions:
        who = [said(x, "lead", " / "), said(x, "partners"), said(x, "public"), said(x, "territory")]
        rows.append([x.title, *who, typed(said(x, "funding", " ; ")), said(x, "calendar"), said(x, "status")])
    rows.append([f"{len(plan.axes[0].actions)} actions", *[""] * 7])
    expected = expect(
        plan,
        ("lead", "partners", "public", "territory", "funding", "calendar", "status"),
        notes=["No axis column: one axis without title. The last row counts the others."],
    )
    return Document("csv-semicolon-02.csv", write_csv(rows, ";", "utf-8"), expected)


DOCUMENTS = [semicolon_02]
