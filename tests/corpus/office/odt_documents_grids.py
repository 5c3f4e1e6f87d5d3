"""OpenDocument plans in tables: objectives merged in a first column, cards titled across; and minutes."""

from office.odf import Cell, bold, bullets, para, table, write_odt
from office.outline import read_outline
from office.plan import Document, Strategy, expect, said


def columns_21() -> Document:
    """A table per axis: the objective merged over its actions, the fields as heads."""
    plan, _ = read_outline(__file__, "odt-columns-21")
    body = [para(bold(plan.title or "")), para("Communauté de communes du Haut-Allion")]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(bold(f"AXE {rank} : {(axis.title or '').upper()}")))
        rows: list[list[object]] = [["Objectifs", "Actions", "Pilotes", "Échéancier"]]
        for objective in axis.objectives:
            held = [x for x in axis.actions if x.objective == objective]
            for k, x in enumerate(held):
                told = [x.title, said(x, "lead", "\n"), said(x, "calendar")]
                rows.append([Cell(objective, 1, len(held)), *told] if k == 0 else told)
        body.append(table(rows, f"Tableau{rank}", 4))
    expected = expect(plan, ("lead", "calendar"), accept={"territory": ["Haut-Allion"]})
    return Document("odt-columns-21.odt", write_odt(body, footer="Page"), expected)


def cards_21() -> Document:
    """A two-column card per action, its title merged across the first row, its axis across the second."""
    plan, _ = read_outline(__file__, "odt-cards-21")
    labels = (("Porteur", "lead"), ("Public visé", "public"), ("Lieux", "territory"), ("Coût et financeurs", "funding"))
    body = [para(bold(plan.title or "")), para("Ville de Sablonceaux-Plage"), para("2025-2027")]
    for rank, axis in enumerate(plan.axes, 1):
        for x in axis.actions:
            rows: list[list[object]] = [[Cell(f"Fiche n° {x.number} – {x.title}", 2)]]
            rows.append([Cell(f"Axe {rank} – {axis.title}", 2)])
            rows += [[label, said(x, key, "\n")] for label, key in labels]
            body += [table(rows, f"Fiche{x.number}", 2), para("", style="Saut")]
    expected = expect(plan, ("lead", "public", "territory", "funding"), accept={"territory": ["Sablonceaux-Plage"]})
    return Document("odt-cards-21.odt", write_odt(body, header="CLSPD de Sablonceaux-Plage"), expected)


def negative_21() -> Document:
    """Minutes of a restricted sitting: points of the agenda, what was said, the next date."""
    body = [
        para(bold("Compte rendu de la formation restreinte du 9 octobre 2025")),
        para("Présents : le maire, la procureure, le commandant de brigade, le principal du collège."),
        para(bold("Point 1 : retour sur l’été")),
        para("Le commandant relève moins d’appels en juillet. Le maire remercie les agents."),
        para(bold("Point 2 : échanges sur la stratégie en préparation")),
        para("Plusieurs axes ont été évoqués sans être arrêtés. La rédaction est confiée à un groupe de travail."),
        para(bold("Point 3 : questions diverses")),
        bullets(["Le portail du stade est cassé depuis mardi.", "La salle de réunion change d’étage."]),
        para("Prochaine séance le 11 décembre à 14 heures."),
    ]
    expected = expect(
        Strategy(),
        notes=["Nothing is decided: points of an agenda are not axes."],
        accept={"title": ["Compte rendu de la formation restreinte"], "period": [[2025, 2025]]},
    )
    return Document("negative-odt-21.odt", write_odt(body), expected)


DOCUMENTS = [columns_21, cards_21, negative_21]
