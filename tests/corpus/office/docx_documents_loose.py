"""Word plans that lean on nothing but bold and capitals, content controls, nested tables, an annexed programme."""

from office.outline import read_outline
from office.plan import Document, Strategy, expect, lines, said
from office.word import Cell, page_break, para, run, table, write_docx


def _underlined(text: str) -> str:
    return run(text, bold=True).replace("<w:b/>", '<w:b/><w:u w:val="single"/>')


def normal_21() -> Document:
    """Every paragraph is « Normal »: capitals for axes, underlining for objectives, numbers typed by hand."""
    plan, _ = read_outline(__file__, "docx-normal-21")
    body = [
        para(run("VILLE DE MORLANGES", bold=True), align="center"),
        para(run((plan.title or "").upper(), bold=True), align="center"),
        para(run("2025 / 2028", bold=True), align="center"),
        para(""),
        para(run("PRÉAMBULE", bold=True)),
        para("La précédente stratégie (2019-2023) avait été prolongée d’un an. Un bilan en a été dressé au printemps."),
        para(""),
    ]
    for roman, axis in zip(("I", "II", "III"), plan.axes, strict=True):
        body += [para(run(f"{roman} – {(axis.title or '').upper()}", bold=True)), para(axis.description), para("")]
        for letter, objective in zip("ABC", axis.objectives, strict=False):
            body.append(para(_underlined(f"{letter}/ {objective}")))
            for x in axis.actions:
                if x.objective == objective:
                    body += [
                        para(run(f"{x.number}) {x.title}", bold=True)),
                        para(x.description or ""),
                        para(f"Pilote : {said(x, 'lead')}. Échéance : {said(x, 'calendar')}."),
                        para(""),
                    ]
    body += [
        para(run("GOUVERNANCE", bold=True)),
        para("Le comité restreint se réunit chaque trimestre ; la séance plénière, une fois l’an."),
        para("Fait à Morlanges, le 6 février 2025"),
        para("Le maire"),
    ]
    expected = expect(
        plan,
        ("description", "lead", "calendar"),
        notes=["2019-2023 is the previous strategy. Numbers run through the document."],
        accept={"territory": ["Morlanges"]},
    )
    return Document("docx-normal-21.docx", write_docx(body), expected)


def _control(content: str, name: str) -> str:
    """A content control around paragraphs, as form templates hold them."""
    head = f'<w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:text w:multiLine="1"/></w:sdtPr>'
    return f"<w:sdt>{head}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def controls_21() -> Document:
    """A form filled in: titles and values inside content controls, labels above in small capitals."""
    plan, _ = read_outline(__file__, "docx-controls-21")
    labels = (("PORTEUR DU PROJET", "lead"), ("COPORTEURS ET PARTENAIRES", "partners"), ("DATES", "calendar"))
    body = [
        _control(para(run(plan.title or "", bold=True, size=20)), "Titre"),
        _control(para("Communauté de communes Entre Vère et Tescou"), "Collectivité"),
        _control(para("Période : 2026-2028"), "Période"),
    ]
    for rank, axis in enumerate(plan.axes, 1):
        for x in axis.actions:
            body += [page_break(), para(run("AXE DE LA STRATÉGIE", bold=True, size=9))]
            body.append(_control(para(f"Axe {rank} : {axis.title}"), "Axe"))
            body.append(para(run(f"INTITULÉ DU PROJET N° {x.number}", bold=True, size=9)))
            body.append(_control(para(run(x.title, size=14)), "Intitulé"))
            for label, key in labels:
                body.append(para(run(label, bold=True, size=9)))
                body.append(_control("".join(para(one) for one in lines(x, key)), label.title()))
    expected = expect(
        plan,
        ("lead", "partners", "calendar"),
        notes=["The axis is told again on each form: same words, same axis."],
        accept={"territory": ["Entre Vère et Tescou"]},
    )
    return Document("docx-controls-21.docx", write_docx(body), expected)


def nested_21() -> Document:
    """An outer table for the layout: the axis on the left, a table of its actions inside the right cell."""
    plan, _ = read_outline(__file__, "docx-nested-21")
    rows: list[list[Cell | str]] = []
    for rank, axis in enumerate(plan.axes, 1):
        inner: list[list[Cell | str]] = [["Action", "Responsable", "Échéance"]]
        inner += [[x.title, said(x, "lead"), said(x, "calendar")] for x in axis.actions]
        left = Cell(para(run(f"Axe {rank}", bold=True)) + para(run(axis.title or "", bold=True)), shade="E2EFD9")
        rows.append([left, Cell(table(inner, (3800, 2200, 1600)))])
    body = [
        para(run(plan.title or "", bold=True, size=20)),
        para("Ville de Fontcouverte-sur-Ardèze"),
        table(rows, (2400, 7800)),
        para("Contact : mission prévention, 2e étage, bureau 214."),
    ]
    expected = expect(
        plan,
        ("lead", "calendar"),
        notes=["Each axis is the left cell of a row whose right cell holds a table."],
        accept={"territory": ["Fontcouverte-sur-Ardèze"]},
    )
    return Document("docx-nested-21.docx", write_docx(body, landscape=True), expected)


def lettered_21() -> Document:
    """Letters for axes, `A.1` typed before titles; two-column sheets that say everything under plain names."""
    plan, _ = read_outline(__file__, "docx-lettered-21")
    labels = (("Pourquoi ?", "context"), ("Quoi ?", "description"), ("Qui ?", "lead"), ("Quand ?", "calendar"))
    body = [para(run(f"{plan.title} – Sivom du Bas-Célé – 2024-2027", bold=True, size=16))]
    for letter, axis in zip("ABC", plan.axes, strict=True):
        body.append(para(run(f"{letter}. {axis.title}", bold=True, size=14)))
        for x in axis.actions:
            rows: list[list[Cell | str]] = [[Cell(para(run(f"{x.number} {x.title}", bold=True)), span=2)]]
            rows += [[label, said(x, key)] for label, key in labels]
            body.append(table(rows, (2200, 7400)))
    expected = expect(plan, ("context", "description", "lead", "calendar"), accept={"territory": ["Bas-Célé"]})
    return Document("docx-lettered-21.docx", write_docx(body), expected)


def negative_21() -> Document:
    """A blank sheet with its instructions: every label of a plan, not one action."""
    asked = (
        ("Axe de rattachement", "Recopier l’intitulé voté par le conseil"),
        ("Intitulé de l’action", "Un verbe, un objet, dix mots au plus"),
        ("Pilote", "Nom du service et de la personne à joindre"),
        ("Partenaires", "Un par ligne"),
        ("Calendrier", "Mois et année de début, puis de fin"),
        ("Financement", "Préciser les cofinancements demandés"),
        ("Indicateurs", "Trois au plus, mesurables"),
    )
    rows: list[list[Cell | str]] = [[Cell(para(run("FICHE ACTION N° …", bold=True)), span=2)]]
    rows += [[label, Cell(para(run(f"[{hint}]", italic=True)))] for label, hint in asked]
    body = [
        para(run("Modèle de fiche action", bold=True, size=18)),
        para("À remplir par le porteur et à renvoyer à la coordination avant le 30 avril."),
        table(rows, (3000, 6600)),
        para(run("Mode d’emploi", bold=True)),
        para("1. Remplir une fiche par action."),
        para("2. Ne pas modifier les titres des cases."),
        para("3. Joindre le budget signé."),
    ]
    expected = expect(
        Strategy(), notes=["A blank form: instructions are not actions."], accept={"title": ["Modèle de fiche action"]}
    )
    return Document("negative-docx-21.docx", write_docx(body), expected)


DOCUMENTS = [normal_21, controls_21, nested_21, lettered_21, negative_21]
