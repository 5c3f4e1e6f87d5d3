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


DOCUMENTS = [normal_21]
