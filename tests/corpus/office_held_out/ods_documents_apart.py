"""An OpenDocument spreadsheet set apart: axes spanning their rows, one funding column per funder, a hidden sheet."""

from office.odf import Cell, table, write_ods
from office.outline import read_outline
from office.plan import Document, expect, said

FUNDERS = ("FIPD", "Ville", "Bailleurs")


def merged_01() -> Document:
    """The axis spans its rows and its subtotal; funders in columns; a legend on a hidden sheet."""
    plan, _ = read_outline(__file__, "ods-merged-01")
    heads = ["Axe", "N°", "Intitulé de l’action", "Responsable", "Public concerné"]
    rows: list[list[object]] = [
        [Cell("Ville de Garancelle", columns=8)],
        [Cell(f"{plan.title} 2025-2029", columns=8)],
        [None],
        [*heads, *(f"{who} (€)" for who in FUNDERS), "Terme"],
    ]
    for axis in plan.axes:
        for k, x in enumerate(axis.actions):
            first = [] if k else [Cell(axis.title, rows=len(axis.actions) + 1)]
            money = [dict(x.funding or ()).get(who) for who in FUNDERS]
            who = [said(x, "lead", "\n"), said(x, "public")]
            rows.append([*first, int(x.number or 0), x.title, *who, *money, x.calendar])
        sums = [sum(dict(x.funding or ()).get(who) or 0 for x in axis.actions) for who in FUNDERS]
        rows.append(["Sous-total", None, None, None, *sums, None])
    codes = [["Code", "Sens"], ["P", "Action pérenne"], ["N", "Action nouvelle"]]
    expected = expect(
        plan,
        ("lead", "public", "funding", "calendar"),
        number_as_text=False,
        notes=["Subtotals and the hidden legend are no actions."],
    )
    sheets = [table(rows, "Quartiers", 9), table(codes, "Légende", 2, style="Cachee")]
    return Document("ods-merged-01.ods", write_ods(sheets), expected)


DOCUMENTS = [merged_01]
