"""OpenDocument texts set apart: sheets as tables, and a table of axes with spanning cells."""

from office.odf import Cell, bold, bullets, heading, para, table, write_odt
from office.outline import read_outline
from office.plan import Action, Axis, Document, expect, lines, said


def tables_01() -> Document:
    """Themes and sheets have title styles; each sheet is a two-column table that repeats neither number nor title."""
    plan, texts = read_outline(__file__, "odt-tables-01")
    labels = (
        ("Action portée par", "lead"),
        ("Avec le concours de", "partners"),
        ("Destinataires", "public"),
        ("Lieu", "territory"),
        ("Problème observé", "context"),
        ("Contenu", "description"),
        ("Moyens humains et matériels", "means"),
        ("Coût et cofinancements", "funding"),
        ("Étapes et dates", "calendar"),
        ("Indicateurs retenus", "indicators"),
        ("Méthode d’évaluation", "evaluation"),
    )
    body = [para(plan.title or "", style="GrosTitre"), *map(para, texts["front"][0][1])]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(heading(f"Thématique {rank} – {axis.title}", 1))
        for k, x in enumerate(axis.actions):
            rows = [[para(bold(label)), _value(x, key)] for label, key in labels]
            body += [heading(f"Fiche {x.number} - {x.title}", 2), table(rows, f"Fiche{x.number}", 2)]
            body.append(para("", style="Saut" if k else "Standard"))
    expected = expect(plan, tuple(key for _, key in labels), notes=["2022-2026 is the health contract."])
    return Document("odt-tables-01.odt", write_odt(body, header="Vigneux-en-Plaine", footer="Fiches -"), expected)


def _value(x: Action, key: str) -> str:
    return bullets(lines(x, key)) if key in ("partners", "indicators") else said(x, key, "\n")


def axes_01() -> Document:
    """One table: orientation and objective span their rows, one action per row with its lead; an end, no start."""
    plan, _ = read_outline(__file__, "odt-axes-01")
    rows: list[list[object]] = [["Orientation", "Objectif", "Action", "Structure responsable"]]
    for letter, axis in zip("ABC", plan.axes, strict=True):
        rows += _spanning_rows(axis, f"{letter}. {axis.title}")
    body = [
        para("Bourg-Saint-Elme"),
        para(plan.title or "", style="GrosTitre"),
        para("Valable jusqu’en 2030, elle se substitue à la stratégie 2017-2021."),
        table(rows, "Feuille", 4),
        para("Les responsables rendent compte une fois par an devant le conseil."),
    ]
    expected = expect(plan, ("lead",), notes=["Only the end is given; 2017-2021 is the former strategy."])
    return Document("odt-axes-01.odt", write_odt(body), expected)


def _spanning_rows(axis: Axis, title: str) -> list[list[object]]:
    rows: list[list[object]] = []
    for objective in axis.objectives:
        these = [x for x in axis.actions if x.objective == objective]
        for k, x in enumerate(these):
            first = [] if rows else [Cell(title, rows=len(axis.actions))]
            second = [] if k else [Cell(objective, rows=len(these))]
            rows.append([*first, *second, x.title, said(x, "lead")])
    return rows


DOCUMENTS = [tables_01, axes_01]
