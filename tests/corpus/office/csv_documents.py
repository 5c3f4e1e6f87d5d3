"""Plans kept as delimited text: a cp1252 export with semicolons, a UTF-8 one with commas."""

from office.grid import write_csv
from office.plan import Action, Axis, Document, Strategy, dress, euros, expect, number_actions, plain


def csv_semicolon_01() -> Document:
    """One row per action, the axis and the objective repeated on each; one funder per action, in the words of the file."""
    young, night, victims = "Soutenir les 11-25 ans et leurs familles", "Rendre les soirées plus paisibles", "Entourer les victimes"
    spot, keep = "Repérer plus tôt les ruptures", "Garder le lien avec l'école"
    quiet, road = "Répondre au bruit et aux incivilités", "Faire baisser le danger routier"
    listen, shelter = "Ouvrir des lieux d'écoute", "Mettre à l'abri sans attendre"
    a = Action
    axes = (
        Axis(young, objectives=(spot, keep), actions=(
            a("Maraudes éducatives autour du port", "jeunes", objective=spot, funding=(("FIPD", 9000),)),
            a("Carnet commun de repérage des 11-15 ans", "jeunes", objective=spot, funding=(("Ville", 1500),)),
            a("Accueil des élèves exclus à la capitainerie", "scolaire", objective=keep, funding=(("Département", 7000),)),
            a("Café des parents du jeudi", "parents", objective=keep, funding=(("CAF", 2500),)),
        )),
        Axis(night, objectives=(quiet, road), actions=(
            a("Correspondants de nuit sur les quais", "mediation", objective=quiet, funding=(("FIPD", 24000),)),
            a("Charte des terrasses et des fêtes votives", "commerce", objective=quiet, funding=(("Ville", 800),)),
            a("Navette des plages jusqu'à deux heures", "transport", objective=quiet, funding=(("Région", 16500),)),
            a("Contrôles pédagogiques de vitesse", "route", objective=road, funding=(("Préfecture", 3000),)),
            a("Remise à niveau des seniors au volant", "route", objective=road, funding=(("Préfecture", 1800),)),
        )),
        Axis(victims, objectives=(listen, shelter), actions=(
            a("Permanence mensuelle d'aide aux victimes", "victimes", objective=listen, funding=(("FIPD", 5500),)),
            a("Rappel systématique après dépôt de plainte", "victimes", objective=listen, funding=()),
            a("Deux studios d'urgence dans le parc communal", "violences", objective=shelter, funding=(("Ville", 11000),)),
            a("Formation des agents d'accueil au repérage", "violences", objective=shelter, funding=(("Département", 2200),)),
        )),
    )
    plan = plain(dress(Strategy(axes=number_actions(axes)), (2025, 2027)))
    rows = [["Axe", "Objectif", "N°", "Action", "Pilote", "Partenaires", "Calendrier", "Financeur", "Montant", "Indicateurs"]]
    for rank, axis in enumerate(plan.axes, 1):
        for action in axis.actions:
            funder, amount = action.funding[0] if action.funding else ("", None)
            rows.append([
                f"Axe {rank} : {axis.title}", action.objective or "", action.number or "", action.title,
                ", ".join(action.lead or ()), ", ".join(action.partners or ()), action.calendar or "", funder or "",
                euros(amount, " ").replace("\u00a0", " ") if amount else "", "\n".join(action.indicators or ()),
            ])
    expected = expect(
        plan, ("lead", "partners", "calendar", "funding", "indicators"),
        notes=["Neither title, territory nor period is written in the file."],
    )
    return Document("csv-semicolon-01.csv", write_csv(rows, ";", "cp1252"), expected)


def csv_comma_01() -> Document:
    """Two title lines above the header; the orientation stands only on the first row of its group."""
    a = Action
    axes = (
        Axis("Mieux connaître pour mieux agir", actions=(
            a("Tableau de bord partagé des incivilités", "pilotage"),
            a("Enquête de ressenti auprès des voyageurs et des riverains", "pilotage"),
            a("Marches exploratoires de nuit", "liens"),
        )),
        Axis("Faire de la rue un espace partagé", actions=(
            a("Équipe mobile de médiation sociale", "mediation"),
            a("Halls d'immeubles : visites conjointes bailleur et police", "habitat"),
            a("Reprise de l'éclairage du sentier des écoliers", "espaces"),
            a("Patrouilles communes du vendredi soir", "police"),
        )),
        Axis("Donner une deuxième chance", actions=(
            a("Quinze postes de travail d'intérêt général", "recidive"),
            a("Parcours de sortie de détention", "recidive"),
            a("Réparation pénale dans les espaces verts", "recidive"),
        )),
    )
    plan = dress(Strategy(
        "Plan d'actions du contrat de prévention et de sécurité 2026-2029", "Montrevel-le-Haut", (2026, 2029),
        number_actions(axes, pattern="F{n:02}")), (2026, 2029))
    plan = plain(plan)
    rows = [["Ville de Montrevel-le-Haut - Plan d'actions du contrat de prévention et de sécurité 2026-2029"] + [""] * 6,
            ["Extraction du 4 novembre 2026"] + [""] * 6, [""] * 7,
            ["Orientation", "Numéro de fiche", "Intitulé de la fiche", "Référent", "Acteurs associés", "Bénéficiaires", "Statut"]]
    for axis in plan.axes:
        for k, action in enumerate(axis.actions):
            rows.append([axis.title or "" if k == 0 else "", action.number or "", action.title, " / ".join(action.lead or ()),
                         " / ".join(action.partners or ()), action.public or "", action.status or ""])
    return Document("csv-comma-01.csv", write_csv(rows, ",", "utf-8-sig"), expect(plan, ("lead", "partners", "public", "status")))


DOCUMENTS = [csv_semicolon_01, csv_comma_01]
