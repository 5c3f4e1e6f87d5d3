"""OpenDocument spreadsheets: a sparse plan with its dates and amounts, a list of contacts."""

from datetime import date

from office.odf import Cell, table, write_ods
from office.plan import Action, Axis, Document, Strategy, dress, expect, number_actions

A = Action


def sparse_01() -> Document:
    """Two title rows, a blank column on the left, theme and aim written once per group, deadlines as dates, costs as numbers."""
    due = (date(2026, 6, 30), date(2026, 12, 31), date(2027, 12, 31), date(2025, 10, 1))
    school, leisure, alone, deceit, night = (
        "Lutter contre l’absentéisme", "Occuper utilement le temps libre", "Rompre l’isolement", "Déjouer les escroqueries",
        "Réguler la vie nocturne")

    def dated(title: str, theme: str, objective: str, k: int, cost: int) -> Action:
        return A(title, theme, objective=objective, calendar=due[k].strftime("%d/%m/%Y"), funding=((None, cost),))

    axes = number_actions((
        Axis("Enfance et jeunesse", objectives=(school, leisure), actions=(
            dated("Petits déjeuners de la vie scolaire", "scolaire", school, 0, 1800),
            dated("Référent absentéisme commun aux trois collèges", "scolaire", school, 1, 21000),
            dated("Stages multisports encadrés par des gardiens de la paix", "jeunes", leisure, 0, 5400),
            dated("Studio d’enregistrement au foyer", "jeunes", leisure, 2, 12500),
        )),
        Axis("Aînés", objectives=(alone, deceit), actions=(
            dated("Tournée conviviale des facteurs", "seniors", alone, 1, 7300),
            dated("Ateliers sur les arnaques au téléphone", "seniors", deceit, 3, 950),
        )),
        Axis("Centre-ville", objectives=(night,), actions=(
            dated("Charte des établissements de nuit", "commerce", night, 3, 400),
            dated("Médiateurs de la place aux Herbes", "mediation", night, 2, 38000),
            dated("Toilettes publiques ouvertes toute la nuit", "espaces", night, 1, 26000),
        )),
    ))
    plan = dress(Strategy("Plan local de prévention et de tranquillité", "Marsillac-le-Vieux", (2025, 2027), axes), (2025, 2027))
    days = {day.strftime("%d/%m/%Y"): day for day in due}
    rows: list[list[object]] = [[None, Cell("Plan local de prévention et de tranquillité", columns=9)],
                                [None, Cell("Marsillac-le-Vieux, 2025-2027", columns=9)], [None],
                                [None, "Thème", "But poursuivi", "N°", "Action", "Responsable", "Acteurs associés", "Échéance",
                                 "Coût prévisionnel (€)", "Mesure du résultat"]]
    for axis in plan.axes:
        seen: set[str | None] = set()
        for k, x in enumerate(axis.actions):
            aim = None if x.objective in seen else x.objective
            seen.add(x.objective)
            rows.append([None, axis.title if k == 0 else None, aim, int(x.number or 0), x.title, ", ".join(x.lead or ()),
                         "\n".join(x.partners or ()), days[x.calendar or ""], (x.funding or ((None, 0),))[0][1],
                         "\n".join(x.indicators or ())])
    expected = expect(plan, ("lead", "partners", "calendar", "funding", "indicators"), number_as_text=False,
                      notes=["« But poursuivi » is the second level; costs come without a funder."])
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
    rows: list[list[object]] = [[Cell("CLSPD d’Aubeterre-le-Lac - carnet d’adresses", columns=6)],
                                ["Nom", "Prénom", "Fonction", "Organisme", "Téléphone", "Courriel"]]
    rows += [[*person, f"{person[1][0].lower()}.{person[0].lower()}@aubeterre.example"] for person in people]
    expected = expect(Strategy(), notes=["A list of contacts: lead-like columns, no action."],
                      accept={"territory": ["Aubeterre-le-Lac"], "title": ["Carnet d’adresses"]})
    return Document("negative-ods-01.ods", write_ods([table(rows, "Contacts", 6)]), expected)


DOCUMENTS = [sparse_01, contacts_01]
