"""Word plans in less common tables: label and value twice a row, merged objectives, captions, a number in its corner."""

from office.outline import read_outline
from office.plan import Action, Document, expect, lines, said
from office.word import Cell, page_break, para, run, table, write_docx

GRID = (
    (("Chef de file", "lead"), ("Public", "public")),
    (("Lieu", "territory"), ("Période", "calendar")),
    (("Partenaires", "partners"), ("Budget", "funding")),
)


def grid_21() -> Document:
    """Four columns, label then value twice a row; the title merged across the first one, the aim across the last."""
    plan, _ = read_outline(__file__, "docx-grid-21")
    body = [
        para(run("COMMUNE DE SAINT-AUBRAC", bold=True), align="center"),
        para(run("Plan local de prévention et de sécurité", bold=True, size=20), align="center"),
        para(run("2026 – 2029", size=14), align="center"),
        para(
            "Le présent plan a été arrêté par le conseil local réuni le 4 décembre 2025. Il comprend trois axes et "
            "huit fiches. Chaque fiche est tenue à jour par son chef de file."
        ),
    ]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(run(f"AXE {rank} – {(axis.title or '').upper()}", bold=True, size=14)))
        body += [_double(action) for action in axis.actions]
    expected = expect(
        plan,
        ("description", "lead", "public", "territory", "calendar", "partners", "funding", "indicators"),
        notes=["The title of a sheet is its first row, merged across. Axis titles are printed in capitals."],
        accept={"territory": ["Saint-Aubrac"]},
    )
    return Document("docx-grid-21.docx", write_docx(body, footer="Saint-Aubrac – page"), expected)


def _double(x: Action) -> str:
    rows: list[list[Cell | str]] = [
        [Cell(para(run(f"FICHE ACTION N° {x.number} : {x.title}", bold=True)), span=4, shade="D9E2F3")]
    ]
    for (left, first), (right, second) in GRID:
        rows.append([_bold(left), _stack(lines(x, first)), _bold(right), _stack(lines(x, second) or ["—"])])
    rows.append([_bold("Contenu"), Cell(para(x.description or ""), span=3)])
    rows.append([_bold("Mesure des résultats"), Cell("".join(para(one) for one in lines(x, "indicators")), span=3)])
    return table(rows, (1900, 2900, 1900, 2900))


def _bold(text: str) -> Cell:
    return Cell(para(run(text, bold=True)))


def _stack(told: list[str]) -> Cell:
    return Cell("".join(para(one) for one in told))


def merged_21() -> Document:
    """One table for the whole plan: axes merged across, objectives merged down, fields as heads of columns."""
    plan, _ = read_outline(__file__, "docx-merged-21")
    heads = ("Objectif", "Action", "Qui pilote ?", "Avec qui ?", "Quand ?", "Comment mesurer ?")
    rows: list[list[Cell | str]] = [[_bold(head) for head in heads]]
    for rank, axis in enumerate(plan.axes, 1):
        rows.append([Cell(para(run(f"Axe {rank}. {axis.title}", bold=True)), span=6, shade="FFE699")])
        seen = None
        for x in axis.actions:
            first = x.objective != seen
            seen = x.objective
            rows.append(
                [
                    Cell(para(x.objective or "") if first else "", merge="restart" if first else "continue"),
                    f"{x.number} {x.title}",
                    said(x, "lead", " / "),
                    Cell("".join(para(f"- {one}") for one in lines(x, "partners"))),
                    said(x, "calendar"),
                    Cell("".join(para(f"- {one}") for one in lines(x, "indicators"))),
                ]
            )
    body = [
        para(run(plan.title or "", bold=True, size=18)),
        para("Communauté de communes du Val de Drouette – 2025-2027"),
        para("Tableau adopté en séance plénière. Légende : en jaune, les trois axes."),
        table(rows, (2200, 3200, 2200, 2600, 1900, 2600)),
        para("Vu pour être annexé à la délibération du 12 mars 2025."),
    ]
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "indicators"),
        notes=["An objective is merged down over its actions; numbers are typed before the titles."],
        accept={"territory": ["Val de Drouette"]},
    )
    return Document("docx-merged-21.docx", write_docx(body, landscape=True), expected)


def caption_21() -> Document:
    """A table per axis, whose caption above is the only place where the axis is named."""
    plan, _ = read_outline(__file__, "docx-caption-21")
    body = [
        para("Pays de la Haute-Sioulette", align="right"),
        para(run(plan.title or "", bold=True, size=18)),
        para(run("Période 2024-2026", italic=True)),
        para(run("1. Ce que dit le diagnostic", bold=True)),
        para("Les faits constatés sont peu nombreux et stables. Ce qui pèse, c’est l’éloignement des services."),
        para("Deux communes sur six n’ont plus ni école ni guichet postal."),
        para(run("2. Ce que nous ferons", bold=True)),
        para("Les tableaux qui suivent donnent, pour chaque axe, les actions retenues."),
    ]
    for letter, (rank, axis) in zip("ABC", enumerate(plan.axes, 1), strict=False):
        body.append(para(run(f"Tableau {rank} – Axe {letter} : {axis.title}", italic=True), align="center"))
        rows: list[list[Cell | str]] = [[_bold(h) for h in ("Réf.", "Intitulé de l’action", "Pilotage", "Échéance")]]
        rows += [[x.number or "", x.title, said(x, "lead"), said(x, "calendar")] for x in axis.actions]
        body.append(table(rows, (900, 4700, 2400, 1700)))
    body += [
        para(run("3. Comment nous suivrons", bold=True)),
        para("Un comité réunit deux fois par an les maires, le parquet et les services de l’État."),
    ]
    expected = expect(
        plan,
        ("lead", "calendar"),
        notes=["Axes are read in the captions. Diagnosis and follow-up are not axes."],
    )
    return Document("docx-caption-21.docx", write_docx(body, footer="Page"), expected)


def corner_21() -> Document:
    """Sheets with the number alone in a corner, the axis in small under the title, ticked boxes, bullets in cells."""
    plan, _ = read_outline(__file__, "docx-corner-21")
    body = [
        para(run(plan.title or "", bold=True, size=22), align="center"),
        para("Ville de Port-Guirec", align="center"),
        para("2026-2028", align="center"),
        page_break(),
    ]
    for axis in plan.axes:
        for x in axis.actions:
            body += [_cornered(x, axis.title or ""), page_break()]
    expected = expect(
        plan,
        ("description", "lead", "partners", "calendar", "indicators", "status"),
        notes=["The ticked box gives the status: the other ones are choices that were not made."],
        accept={"territory": ["Port-Guirec"]},
    )
    return Document("docx-corner-21.docx", write_docx(body[:-1], header="CLSPD de Port-Guirec"), expected)


def _cornered(x: Action, axis: str) -> str:
    states = ("À lancer", "En préparation", "En cours", "Réalisée", "Reportée")
    ticks = "   ".join(f"{'☒' if state == x.status else '☐'} {state}" for state in states)

    def bulleted(key: str) -> Cell:
        return Cell("".join(para(f"•\t{one}") for one in lines(x, key)))

    rows: list[list[Cell | str]] = [
        [
            Cell(para(run(x.number or "", bold=True, size=28), align="center"), merge="restart", shade="1F3864"),
            Cell(para(run(x.title, bold=True, size=16)), span=2),
        ],
        [Cell("", merge="continue"), Cell(para(run(f"Axe : {axis}", italic=True)), span=2)],
        [Cell(para(run("Description", bold=True)), span=2), x.description or ""],
        [Cell(para(run("Structure porteuse", bold=True)), span=2), bulleted("lead")],
        [Cell(para(run("Structures associées", bold=True)), span=2), bulleted("partners")],
        [Cell(para(run("Calendrier", bold=True)), span=2), said(x, "calendar")],
        [Cell(para(run("Indicateurs", bold=True)), span=2), bulleted("indicators")],
        [Cell(para(run("État d’avancement", bold=True)), span=2), ticks],
    ]
    return table(rows, (1000, 2000, 6600))


DOCUMENTS = [grid_21, merged_21, caption_21, corner_21]
