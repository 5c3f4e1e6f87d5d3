"""Several tables stacked on one worksheet, and a tabbed export with line ends inside its cells."""

from office.grid import write_csv
from office.odf import Cell, table, write_ods
from office.outline import read_outline
from office.plan import Document, expect, said


def blocks_21() -> Document:
    """A block per axis on the same sheet: its name, its own header, its actions, an empty row."""
    plan, _ = read_outline(__file__, "ods-blocks-21")
    rows: list[list[object]] = [
        [Cell("Feuille de route 2024-2027", 5)],
        [Cell("Commune de Brézins-la-Tour", 5)],
        [None],
    ]
    for rank, axis in enumerate(plan.axes, 1):
        rows += [[None, f"Axe {rank} – {axis.title}"], [None, "Action", "Référent", "Délai", "Indicateurs de suivi"]]
        rows += [
            [None, x.title, said(x, "lead"), said(x, "calendar"), said(x, "indicators", "\n")] for x in axis.actions
        ]
        rows.append([None])
    rows.append([None, "Mise à jour : mars 2025"])
    expected = expect(
        plan,
        ("lead", "calendar", "indicators"),
        notes=["Each block has its own header row; the line of the update is not the plan."],
        accept={"territory": ["Brézins-la-Tour"]},
    )
    return Document("ods-blocks-21.ods", write_ods([table(rows, "Suivi", 5)]), expected)


def tabs_21() -> Document:
    """Tabs between cells, quoted line ends inside them, the action before its axis."""
    plan, _ = read_outline(__file__, "csv-tabs-21")
    rows = [
        ["Code", "Intitulé action", "Orientation", "Obj. opérationnel", "Resp.", "Partenaires", "Éch.", "Indicateurs"]
    ]
    for axis in plan.axes:
        for x in axis.actions:
            place = [x.number or "", x.title, axis.title or "", x.objective or ""]
            told = [said(x, "lead"), said(x, "partners", "\n"), said(x, "calendar"), said(x, "indicators", "\n")]
            rows.append([*place, *told])
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "indicators"),
        notes=["Neither title, territory nor period is written in the file."],
    )
    return Document("csv-tabs-21.csv", write_csv(rows, "\t", "utf-8"), expected)


DOCUMENTS = [blocks_21, tabs_21]
