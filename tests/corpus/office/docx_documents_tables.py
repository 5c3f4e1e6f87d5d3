"""Word plans carried by tables: a summary followed by its sheets, axes merged down a table, labels above values."""

from office.outline import read_outline
from office.plan import Action, Document, expect, lines, said
from office.word import Cell, deleted, footnote, inserted, page_break, para, run, table, write_docx

LINED = ("funding", "indicators")  # fields whose values stand one per line in a cell


def tables_01() -> Document:
    """A summary table of all the actions, then one table per action: field on the left, value on the right."""
    plan, _ = read_outline(__file__, "docx-tables-01")
    labels = (
        ("Objectifs de l’action", "description"),
        ("Pilote", "lead"),
        ("Partenaires", "partners"),
        ("Public cible", "public"),
        ("Périmètre", "territory"),
        ("Moyens", "means"),
        ("Financement", "funding"),
        ("Échéancier", "calendar"),
        ("Indicateurs de réalisation", "indicators"),
        ("Évaluation", "evaluation"),
    )
    past = "Ils ont permis de tourner la page du contrat 2014-2017, jamais évalué."
    summary = [[x.number or "", x.title, said(x, "lead")] for axis in plan.axes for x in axis.actions]
    body = [
        para("Communauté de communes Terres de Sauldre"),
        para(plan.title or "", style="Titre"),
        para("2024-2028"),
        para(f"Les travaux préparatoires ont duré un an. {past}"),
        para("Tableau récapitulatif des actions", style="Titre1"),
        table([["N°", "Action", "Pilote"], *summary], (900, 6000, 2700)),
        page_break(),
    ]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(f"Axe {rank} : {axis.title}", style="Titre1"))
        for x in axis.actions:
            body += [_sheet(x, labels), page_break()]
    expected = expect(
        plan,
        tuple(key for _, key in labels),
        notes=[
            "The summary table and the sheets tell the same twelve actions; an aim belongs to its sheet.",
            "2014-2017 is the previous contract.",
        ],
    )
    write = write_docx(body, header="CC Terres de Sauldre – CISPD", footer="STSPD 2024-2028 – page")
    return Document("docx-tables-01.docx", write, expected)


def _sheet(x: Action, labels: tuple[tuple[str, str], ...]) -> str:
    rows = [[Cell(para(run(text, bold=True)), shade="D9E2F3") for text in (f"Fiche action n° {x.number}", x.title)]]
    for label, key in labels:
        value = lines(x, key) if key in LINED else [said(x, key)]
        rows.append([Cell(para(run(label, bold=True))), Cell("".join(map(para, value)))])
    return table(rows, (2600, 7000))


def axes_01() -> Document:
    """A single table axe, objectif, action: the first two columns merged down, several actions in one cell."""
    plan, _ = read_outline(__file__, "docx-axes-01")
    heads = ("Axe", "Objectif", "Actions")
    rows: list[list[Cell | str]] = [[Cell(para(run(head, bold=True)), shade="CCCCCC") for head in heads]]
    for rank, axis in enumerate(plan.axes, 1):
        for k, objective in enumerate(axis.objectives):
            first = Cell("", merge="continue")
            if k == 0:
                first = Cell(para(run(f"{rank}. {axis.title}", bold=True)), merge="restart")
            names = [x.title for x in axis.actions if x.objective == objective]
            items = "".join(para(name, style="Paragraphedeliste", number=(1, 0)) for name in names)
            rows.append([first, f"{rank}.{k + 1} {objective}", Cell(items)])
    body = [
        para(run(plan.title or "", bold=True, size=18)),
        para("Agglomération du Haut-Vernois"),
        para(
            "La précédente stratégie couvrait les années 2018 à 2022 ; le plan national, la période 2020-2024. "
            "Le présent plan s’applique de 2023 à 2027."
        ),
        table(rows, (2400, 3000, 4200)),
        para("Plan adopté à l’unanimité en séance plénière le 14 février 2023."),
    ]
    expected = expect(plan, notes=["2018-2022 is the previous strategy and 2020-2024 the national one."])
    write = write_docx(body, lists=((("bullet", "\uf0b7"),),), header="CISPD du Haut-Vernois")
    return Document("docx-axes-01.docx", write, expected)


def labels_01() -> Document:
    """Labels in bold above their values, « FICHE N°1 » above its title; footnotes, tracked changes unaccepted."""
    plan, texts = read_outline(__file__, "docx-labels-01")
    labels = (
        ("Contexte", "context"),
        ("Description de l’action", "description"),
        ("Porteur", "lead"),
        ("Partenaires associés", "partners"),
        ("Bénéficiaires", "public"),
        ("Calendrier de mise en œuvre", "calendar"),
        ("Plan de financement", "funding"),
        ("Indicateurs de résultat", "indicators"),
    )
    body = [para(plan.title or "", style="Titre"), para("Port-Clairin, 2024-2026")]
    body.append(para("Neuf fiches composent ce document", footnote(3), "."))
    for rank, axis in enumerate(plan.axes, 1):
        heading = (f"PRIORITÉ {rank} : ", axis.title or "")
        body.append(para(*(run(text, bold=True, size=16) for text in heading)))
        for x in axis.actions:
            body += [para(run(f"FICHE N°{x.number}", bold=True), align="center"), _retouched(x)]
            for label, key in labels:
                body += [para(run(label, bold=True)), *_values(x, key)]
            body.append(page_break())
    expected = expect(
        plan,
        tuple(key for _, key in labels),
        notes=[
            "Struck text is gone and added text is there: the titles of sheets 4 and 6 are those after the changes.",
            "Footnotes are not the plan.",
        ],
    )
    write = write_docx(
        body,
        lists=((("bullet", "–"),),),
        footnotes=texts["notes"][0][1],
        header="CLSPD de Port-Clairin – STSPD 2024-2026",
        footer="Document de travail – page",
    )
    return Document("docx-labels-01.docx", write, expected)


def _values(x: Action, key: str) -> list[str]:
    """The values of a field, one per paragraph; the money of the first two sheets calls a footnote."""
    call = footnote(int(x.number or 0)) if key == "funding" and x.number in ("1", "2") else ""
    listed = key in ("partners", "indicators")
    style, bullet = ("Paragraphedeliste", (1, 0)) if listed else ("", None)
    return [
        para(run(line) + (call if k == 0 else ""), style=style, number=bullet) for k, line in enumerate(lines(x, key))
    ]


def _retouched(x: Action) -> str:
    """The title of a sheet; two of them carry a change that nobody has accepted yet."""
    if x.number == "4":
        pieces = run("Encadrer les terrasses et les ventes "), deleted("d’alcool", 41), inserted("à emporter", 42)
    elif x.number == "6":
        pieces = inserted("Sécuriser le retour", 61), deleted("Organiser le transport", 62), run(" des saisonniers")
    else:
        pieces = (run(x.title, bold=True),)
    return para(*pieces, align="center")


DOCUMENTS = [tables_01, axes_01, labels_01]
