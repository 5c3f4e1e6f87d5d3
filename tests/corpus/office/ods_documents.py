"""OpenDocument spreadsheets: a sparse plan with its dates and amounts, a list of contacts."""

from datetime import date

from office.odf import Cell, table, write_ods
from office.outline import read_outline
from office.plan import Document, Strategy, expect, said


def day(text: str | None) -> date:
    """The date that `31/12/2026` writes."""
    return date(*map(int, reversed((text or "").split("/"))))


def sparse_01() -> Document:
    """A blank column on the left, theme and aim written once per group, deadlines as dates, costs as numbers."""
    plan, _ = read_outline(__file__, "ods-sparse-01")
    heads = ["Thème", "But poursuivi", "N°", "Action", "Responsable", "Acteurs associés", "Échéance"]
    rows: list[list[object]] = [
        [None, Cell(plan.title, columns=9)],
        [None, Cell("Marsillac-le-Vieux, 2025-2027", columns=9)],
        [None],
        [None, *heads, "Coût prévisionnel (€)", "Mesure du résultat"],
    ]
    for axis in plan.axes:
        last = None
        for k, x in enumerate(axis.actions):
            place = [None if k else axis.title, None if x.objective == last else x.objective, int(x.number or 0)]
            who = [said(x, "lead"), said(x, "partners", "\n")]
            cost = x.funding[0][1] if x.funding else None
            rows.append([None, *place, x.title, *who, day(x.calendar), cost, said(x, "indicators", "\n")])
            last = x.objective
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "funding", "indicators"),
        number_as_text=False,
        notes=["« But poursuivi » is the second level; costs come without a funder."],
    )
    return Document("ods-sparse-01.ods", write_ods([table(rows, "Plan", 10)]), expected)


def contacts_01() -> Document:
    """The address book of the council: names, offices, telephones; people and numbers are invented."""
    people = (
        ("BELLANGER", "Odile", "Maire", "Commune d’Aubeterre-le-Lac", "01 99 00 12 01"),
        ("KERDRAON", "Yann", "Référent prévention", "Gendarmerie nationale", "01 99 00 12 02"),
        ("SAADI", "Nour", "Directrice", "Mission locale", "01 99 00 12 03"),
        ("PRUVOST", "Guillaume", "Chef de service", "Police municipale", "01 99 00 12 04"),
        ("ALVES", "Manuela", "Assistante sociale", "Département", "01 99 00 12 05"),
        ("OUDIN", "Patrick", "Proviseur", "Lycée Simone-Signoret", "01 99 00 12 06"),
        ("TCHAMBA", "Rose", "Juriste", "France Victimes", "01 99 00 12 07"),
    )
    rows: list[list[object]] = [
        [Cell("CLSPD d’Aubeterre-le-Lac - carnet d’adresses", columns=6)],
        ["Nom", "Prénom", "Fonction", "Organisme", "Téléphone", "Courriel"],
    ]
    rows += [[*person, f"{person[1][0].lower()}.{person[0].lower()}@aubeterre.example"] for person in people]
    expected = expect(
        Strategy(),
        notes=["A list of contacts: lead-like columns, no action."],
        accept={"territory": ["Aubeterre-le-Lac"], "title": ["Carnet d’adresses"]},
    )
    return Document("negative-ods-01.ods", write_ods([table(rows, "Contacts", 6)]), expected)


DOCUMENTS = [sparse_01, contacts_01]
