"""OpenDocument texts: titles with styles, nested lists, sheets in « label : value » paragraphs, a letter."""

from office.odf import bold, bullets, heading, labelled, para, write_odt
from office.outline import read_outline
from office.plan import Document, Strategy, expect, said, typed


def headings_01() -> Document:
    """Axes in Roman numerals, actions in letters and digits (A1, B2); only the end of the period is given."""
    plan, texts = read_outline(__file__, "odt-headings-01")
    body = [para("Communauté de communes des Trois Lacs"), para(plan.title or "", style="GrosTitre")]
    for title, paragraphs in texts["front"]:
        body += [heading(title, 1), *map(para, paragraphs)]
    for title, items in texts["missions"]:
        body += [heading(title, 1), bullets(items)]
    for numeral, axis in zip(("I", "II", "III"), plan.axes, strict=True):
        body += [heading(f"{numeral}. {axis.title}", 1), para(axis.description)]
        for x in axis.actions:
            body += [
                heading(f"{x.number} – {x.title}", 2),
                para(x.description or ""),
                labelled("Pilote", said(x, "lead")),
                labelled("Acteurs associés", said(x, "partners")),
                labelled("Bénéficiaires", said(x, "public")),
            ]
    expected = expect(
        plan,
        ("lead", "partners", "public", "description"),
        notes=[
            "Only the end of the period is given; 2017 is the former contract.",
            "The missions of the council are not the plan.",
        ],
    )
    return Document("odt-headings-01.odt", write_odt(body, header="CC des Trois Lacs – CISPD", footer="Page"), expected)


def lists_01() -> Document:
    """Three levels of nested lists: orientations, objectives, actions, without a single number."""
    plan, _ = read_outline(__file__, "odt-lists-01")
    items = []
    for axis in plan.axes:
        inner = []
        for objective in axis.objectives:
            leaves = bullets(f"{x.title} ;" for x in axis.actions if x.objective == objective)
            inner.append(para(objective) + leaves)
        items.append(para(bold(axis.title or "")) + bullets(inner))
    body = [
        para("Ville de Malvérac"),
        para(plan.title or "", style="GrosTitre"),
        para("Les orientations ci-dessous ont été validées par la formation plénière."),
        bullets(items),
        para("Le suivi de ces orientations est confié à la coordinatrice."),
    ]
    return Document("odt-lists-01.odt", write_odt(body), expect(plan, notes=["The depth of the list gives the level."]))


def sheets_01() -> Document:
    """A flat set of sheets, one per page, « Label : value » paragraphs, no axis anywhere."""
    plan, _ = read_outline(__file__, "odt-sheets-01")
    body = [para("PAYS DE GRANDVAL", style="GrosTitre"), para(plan.title or "", style="GrosTitre"), para("Année 2026")]
    for x in plan.axes[0].actions:
        body += [
            para(bold(f"Fiche n°{x.number} : {x.title}"), style="Saut"),
            labelled("Structure porteuse", said(x, "lead", " / ")),
            labelled("Partenaires mobilisés", said(x, "partners")),
            labelled("Public visé", said(x, "public")),
            labelled("Secteur", said(x, "territory")),
            labelled("Déroulement", said(x, "description")),
            labelled("Budget", typed(said(x, "funding", " ; "))),
            labelled("Dates", said(x, "calendar")),
            labelled("Avancement", said(x, "status")),
        ]
    expected = expect(
        plan,
        ("lead", "partners", "public", "territory", "description", "funding", "calendar", "status"),
        notes=["No axis is written: one axis without title. The catalogue covers the year 2026."],
        accept={"period_null": True, "title_null": True},
    )
    return Document("odt-sheets-01.odt", write_odt(body, footer="Catalogue 2026 -"), expected)


def letter_01() -> Document:
    """A letter that announces a strategy to come, with three questions that are not axes."""
    questions = (
        "Quels progrès avez-vous constatés dans votre domaine ?",
        "Quelles difficultés demeurent ?",
        "Quels partenaires manquent autour de la table ?",
    )
    body = [
        para("Le président"),
        para("à"),
        para("Mesdames et Messieurs les membres du conseil"),
        para("Sauveterre-le-Mont, le 6 octobre 2025"),
        para(bold("Objet : préparation de la prochaine stratégie 2027-2030")),
        para("Madame, Monsieur,"),
        para(
            "Notre stratégie arrive à son terme dans un an. Avant d’écrire la suivante, "
            "je souhaite recueillir votre avis sur trois questions :"
        ),
        bullets(questions),
        para(
            "Je vous remercie de répondre avant le 15 novembre à la coordination. "
            "Une réunion de restitution se tiendra en décembre."
        ),
        para("Je vous prie de croire, Madame, Monsieur, à l’assurance de ma considération distinguée."),
    ]
    expected = expect(
        Strategy(),
        notes=["A letter: three questions, no plan. 2027-2030 is a period to come."],
        accept={
            "period": [[2027, 2030]],
            "title": ["préparation de la prochaine stratégie 2027-2030"],
            "territory": ["Sauveterre-le-Mont"],
        },
    )
    return Document("negative-odt-01.odt", write_odt(body), expected)


DOCUMENTS = [headings_01, lists_01, sheets_01, letter_01]
