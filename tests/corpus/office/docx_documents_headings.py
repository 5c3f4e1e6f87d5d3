"""Word plans carried by their titles: heading styles, automatic numbers, lists, text boxes."""

from office.outline import Sections, read_outline
from office.plan import Action, Axis, Document, expect, said
from office.word import contents, labelled, page_break, para, run, text_box, write_docx


def sections(texts: Sections) -> list[str]:
    """Titled paragraphs; a title that begins with `> ` is one level down."""
    body = []
    for title, paragraphs in texts:
        body.append(para(title.removeprefix("> "), style="Titre2" if title.startswith("> ") else "Titre1"))
        body += [para(text) for text in paragraphs]
    return body


def headings_01() -> Document:
    """Styles on three levels, among a preamble, a diagnosis and a governance part that wear the same styles."""
    plan, texts = read_outline(__file__, "docx-headings-01")
    body, toc = [], [("Préambule", 3), ("Le diagnostic partagé", 4), ("La gouvernance", 6)]
    for rank, axis in enumerate(plan.axes, 1):
        title = f"Axe {rank} – {axis.title}"
        toc.append((title, 5 + 2 * rank))
        body.append(para(title, style="Titre1"))
        for k, objective in enumerate(axis.objectives, 1):
            aim = f"Objectif {rank}.{k} : {objective}"
            toc.append((aim, 5 + 2 * rank + k // 2))
            body.append(para(aim, style="Titre2"))
            for x in (x for x in axis.actions if x.objective == objective):
                body += _titled_sheet(x)
    front = [
        para("Ville de Saint-Aubin-les-Forges", align="center"),
        para(plan.title or "", style="Titre"),
        para("2025 – 2028", align="center"),
        page_break(),
        contents([*toc, ("Suivi et évaluation", 14)]),
        page_break(),
    ]
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "indicators", "description"),
        notes=[
            "2019-2023 is the previous strategy, 2020-2024 the national one.",
            "Diagnosis, governance, follow-up and their subtitles are not the plan.",
        ],
    )
    whole = front + sections(texts["front"]) + body + sections(texts["back"])
    write = write_docx(whole, header="Ville de Saint-Aubin-les-Forges – STSPD 2025-2028", footer="Page")
    return Document("docx-headings-01.docx", write, expected)


def _titled_sheet(x: Action) -> list[str]:
    return [
        para(f"Action {x.number} – {x.title}", style="Titre3"),
        para(x.description or ""),
        labelled("Pilote", said(x, "lead")),
        labelled("Partenaires", said(x, "partners")),
        labelled("Calendrier", said(x, "calendar")),
        labelled("Indicateurs", said(x, "indicators", " ; ")),
    ]


def numbering_01() -> Document:
    """No label in the text: « Axe I », « a) » and « Action n° 1 » come from the automatic numbering of Word."""
    plan, _ = read_outline(__file__, "docx-numbering-01")
    body = [
        para(plan.title or "", style="Titre"),
        para("Commune de Montfort-l’Étang"),
        para("Période couverte : 2026-2030"),
        para("Le conseil a retenu trois axes. Chacun se lit séparément ; l’ordre n’est pas un ordre d’importance."),
    ]
    for axis in plan.axes:
        body.append(para(run(axis.title or "", bold=True, size=15), number=(1, 0)))
        for objective in axis.objectives or (None,):
            if objective:
                body.append(para(run(objective, italic=True, size=13), number=(1, 1)))
            for x in (x for x in axis.actions if x.objective == objective):
                body += [
                    para(run(x.title, bold=True), number=(2, 0)),
                    para(x.description or ""),
                    labelled("Référent", said(x, "lead", " / ")),
                    labelled("Public visé", said(x, "public")),
                    labelled("Échéancier", said(x, "calendar")),
                ]
    lists = ((("upperRoman", "Axe %1 :"), ("lowerLetter", "%2)")), (("decimal", "Action n° %1 :"),))
    expected = expect(
        plan,
        ("lead", "public", "calendar", "description"),
        notes=["The numbers are those that Word displays; they are nowhere in the text of the paragraphs."],
    )
    return Document("docx-numbering-01.docx", write_docx(body, lists=lists, footer="CLSPD"), expected)


def lists_01() -> Document:
    """Orientation above axe; bulleted actions with a run-in sentence, soft line breaks; cut in mid-item."""
    plan, _ = read_outline(__file__, "docx-lists-01")
    remark = "Cette note résume les orientations débattues en séance. Elle renvoie au plan départemental 2021-2024"
    body = [
        para(run(plan.title or "", bold=True, size=20)),
        para("Mairie de Canal-sur-Yvre"),
        para(f"{remark} pour le reste."),
    ]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(run(f"Orientation n°{rank}\n{axis.title}", bold=True, size=14)))
        for k, objective in enumerate(axis.objectives, 1):
            body.append(para(run(f"Axe {rank}.{k} : {objective}", bold=True)))
            for x in (x for x in axis.actions if x.objective == objective):
                text = f"{x.title} : {x.description}" if x.description else x.title
                body.append(para(text, style="Paragraphedeliste", number=(1, 0)))
    expected = expect(
        plan,
        ("description",),
        notes=[
            "Orientation is the top level and axe the second: the order of the text, not of the words.",
            "The last item is cut by the end of the file and kept as cut. 2021-2024 is the departmental plan.",
        ],
        accept={"prefix": True, "title_null": True},
    )
    return Document("docx-lists-01.docx", write_docx(body, lists=((("bullet", "•"),),)), expected)


def textbox_01() -> Document:
    """Each axis title sits in a text box; pull quotes sit in others; « Action 4 » stands alone above its title."""
    plan, texts = read_outline(__file__, "docx-textbox-01")
    quotes = texts["quotes"][0][1]
    body = [
        para("Ville de Rives-sur-Loue", align="center"),
        para(plan.title or "", style="Titre"),
        para("2024 > 2029", align="center"),
        page_break(),
    ]
    for rank, (axis, quote) in enumerate(zip(plan.axes, quotes, strict=True), 1):
        body += _banner(rank, axis, quote)
        for x in axis.actions:
            body += [
                para(run(f"Action {x.number}", bold=True)),
                para(run(x.title, bold=True, size=13)),
                para(x.description or ""),
                para(run("Qui pilote ? ", bold=True), run(said(x, "lead"))),
                para(run("Avec qui ? ", bold=True), run(said(x, "partners"))),
                para(run("Quand ? ", bold=True), run(said(x, "calendar"))),
            ]
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "description"),
        notes=[
            "The text boxes are twice in the file (drawing, fallback): each axis comes once. Quotes are not the plan."
        ],
    )
    header = "Rives-sur-Loue | Stratégie de sécurité et de prévention"
    write = write_docx(body, header=header, footer="www.rives-sur-loue.example -")
    return Document("docx-textbox-01.docx", write, expected)


def _banner(rank: int, axis: Axis, quote: str) -> list[str]:
    title = para(run(f"AXE {rank}", bold=True)) + para(run(axis.title or "", bold=True, size=18))
    return [text_box(title, 2 * rank), text_box(para(run(quote, italic=True)), 2 * rank + 1)]


DOCUMENTS = [headings_01, numbering_01, lists_01, textbox_01]
