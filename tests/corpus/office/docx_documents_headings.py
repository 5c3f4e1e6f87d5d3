"""Word plans carried by their titles: heading styles, automatic numbers, lists, text boxes."""

from office.plan import Action, Axis, Document, Strategy, dress, expect, number_actions, plain
from office.word import contents, labelled, page_break, para, run, text_box, write_docx

A = Action
STRATEGY = "Stratégie territoriale de sécurité et de prévention de la délinquance"


def headings_01() -> Document:
    """Heading styles on three levels, among a preamble, a diagnosis and a governance part that wear the same styles."""
    spot, bond = "Repérer les fragilités dès l’école primaire", "Redonner confiance dans l’avenir"
    speak, house = "Libérer la parole et l’accueillir", "Mettre à l’abri et accompagner dans la durée"
    ground, build = "Être présent sur le terrain", "Aménager pour rassurer"
    axes = (
        Axis("Agir tôt auprès des jeunes exposés", objectives=(spot, bond), actions=(
            A("Installer une cellule de veille éducative par groupe scolaire", "scolaire", "1.1.1", spot),
            A("Former les animateurs périscolaires au repérage", "jeunes", "1.1.2", spot),
            A("Créer un parcours citoyen de la sixième à la troisième", "ecrans", "1.1.3", spot),
            A("Ouvrir des chantiers rémunérés à chaque période de vacances", "jeunes", "1.2.1", bond),
            A("Accompagner vers l’emploi les jeunes suivis en réparation pénale", "recidive", "1.2.2", bond),
        )),
        Axis("Mieux protéger les victimes et les personnes vulnérables", objectives=(speak, house), actions=(
            A("Mailler la ville de lieux d’écoute identifiables", "violences", "2.1.1", speak),
            A("Organiser une campagne annuelle en quatre langues", "victimes", "2.1.2", speak),
            A("Réserver trois appartements relais", "violences", "2.2.1", house),
            A("Appeler chaque semaine les aînés isolés", "seniors", "2.2.2", house),
        )),
        Axis("Renforcer la tranquillité dans tous les quartiers", objectives=(ground, build), actions=(
            A("Étendre la médiation de soirée au secteur des Forges", "mediation", "3.1.1", ground),
            A("Caler les patrouilles sur les heures de plainte", "police", "3.1.2", ground),
            A("Visiter les halls avec les bailleurs chaque quinzaine", "habitat", "3.1.3", ground),
            A("Soumettre les projets urbains à un avis de sûreté", "espaces", "3.2.1", build),
            A("Rénover l’éclairage des cheminements vers la gare", "espaces", "3.2.2", build),
        )),
    )
    plan = dress(Strategy(STRATEGY, "Saint-Aubin-les-Forges", (2025, 2028), axes), (2025, 2028))
    body, toc = [], [("Préambule", 3), ("Le diagnostic partagé", 4), ("La gouvernance", 6)]
    for rank, axis in enumerate(plan.axes, 1):
        title = f"Axe {rank} – {axis.title}"
        toc.append((title, 5 + 2 * rank))
        body.append(para(title, style="Titre1"))
        for k, objective in enumerate(axis.objectives, 1):
            body.append(para(f"Objectif {rank}.{k} : {objective}", style="Titre2"))
            toc.append((f"Objectif {rank}.{k} : {objective}", 5 + 2 * rank + k // 2))
            for x in (x for x in axis.actions if x.objective == objective):
                body += [para(f"Action {x.number} – {x.title}", style="Titre3"), para(x.description or ""),
                         labelled("Pilote", ", ".join(x.lead or ())), labelled("Partenaires", ", ".join(x.partners or ())),
                         labelled("Calendrier", x.calendar or ""), labelled("Indicateurs", " ; ".join(x.indicators or ()))]
    toc.append(("Suivi et évaluation", 14))
    front = [
        para("Ville de Saint-Aubin-les-Forges", align="center"), para(STRATEGY, style="Titre"), para("2025 – 2028", align="center"),
        page_break(), contents(toc), page_break(), para("Préambule", style="Titre1"),
        para("La présente stratégie succède à celle de 2019-2023. Elle décline la stratégie nationale de prévention de la "
             "délinquance 2020-2024, dont elle reprend l’esprit sans en copier le découpage."),
        para("Elle a été écrite en six ateliers qui ont réuni quatre-vingts professionnels et habitants."),
        para("Le diagnostic partagé", style="Titre1"), para("La population", style="Titre2"),
        para("La ville compte une part de moins de vingt-cinq ans plus forte que celle du département."),
        para("Les faits constatés", style="Titre2"),
        para("Les atteintes aux biens reculent depuis 2021 ; les violences intrafamiliales, elles, sont mieux signalées."),
        para("La gouvernance", style="Titre1"), para("La formation plénière", style="Titre2"),
        para("Elle se réunit une fois par an sous la présidence du maire et du préfet."),
        para("La cellule de veille", style="Titre2"), para("Elle réunit chaque mois les services qui connaissent le terrain."),
    ]
    end = [para("Suivi et évaluation", style="Titre1"), para("Un tableau de bord de vingt mesures est présenté à chaque séance plénière.")]
    expected = expect(plan, ("lead", "partners", "calendar", "indicators", "description"), notes=[
        "2019-2023 is the previous strategy, 2020-2024 the national one.",
        "« Le diagnostic partagé », « La gouvernance », « Suivi et évaluation » and their subtitles are not the plan."])
    write = write_docx(front + body + end, header="Ville de Saint-Aubin-les-Forges – STSPD 2025-2028", footer="Page")
    return Document("docx-headings-01.docx", write, expected)


def numbering_01() -> Document:
    """No label in the text: « Axe I », « a) » and « Action n° 1 » come from the automatic numbering of Word."""
    spot, follow, near, clean = "Repérer", "Suivre", "Être là", "Remettre en état"
    axes = number_actions((
        Axis("Jeunesse et parentalité", objectives=(spot, follow), actions=(
            A("Réseau d’alerte des clubs sportifs", "jeunes", objective=spot),
            A("Permanence de la Maison des adolescents", "addictions", objective=spot),
            A("Parcours individualisé de seize semaines", "jeunes", objective=follow),
            A("École des parents du samedi", "parents", objective=follow),
        )),
        Axis("Paix publique", objectives=(near, clean), actions=(
            A("Îlotage à vélo dans l’hypercentre", "police", objective=near),
            A("Duos d’agents et de médiateurs les soirs de match", "mediation", objective=near),
            A("Enlèvement des graffitis sous quarante-huit heures", "espaces", objective=clean),
            A("Suivi des épaves et des dépôts sauvages", "habitat", objective=clean),
        )),
        Axis("Accès au droit", actions=(
            A("Maison du droit mobile", "victimes"),
            A("Forum annuel des métiers de la justice", "recidive"),
        )),
    ))
    plan = dress(Strategy("Contrat local de sécurité et de prévention", "Montfort-l’Étang", (2026, 2030), axes), (2026, 2030))
    body = [para("Contrat local de sécurité et de prévention", style="Titre"), para("Commune de Montfort-l’Étang"),
            para("Période couverte : 2026-2030"),
            para("Le conseil a retenu trois axes. Chacun se lit séparément ; l’ordre n’est pas un ordre d’importance.")]
    for axis in plan.axes:
        body.append(para(run(axis.title or "", bold=True, size=15), number=(1, 0)))
        for objective in axis.objectives or (None,):
            if objective:
                body.append(para(run(objective, italic=True, size=13), number=(1, 1)))
            for x in (x for x in axis.actions if x.objective == objective):
                body += [para(run(x.title, bold=True), number=(2, 0)), para(x.description or ""),
                         labelled("Référent", " / ".join(x.lead or ())), labelled("Public visé", x.public or ""),
                         labelled("Échéancier", x.calendar or "")]
    lists = ((("upperRoman", "Axe %1 :"), ("lowerLetter", "%2)")), (("decimal", "Action n° %1 :"),))
    expected = expect(plan, ("lead", "public", "calendar", "description"), notes=[
        "The numbers are those that Word displays; they are nowhere in the text of the paragraphs."])
    return Document("docx-numbering-01.docx", write_docx(body, lists=lists, footer="CLSPD"), expected)


def lists_01() -> Document:
    """Orientation above axe; bulleted actions with a run-in sentence, soft line breaks; the text stops in mid-item."""
    axes = (
        Axis("Prévenir avant de punir", objectives=("Aller au-devant des publics", "Parler vrai sur les risques"), actions=(
            A("Tournées à pied des élus et des agents", "liens", objective="Aller au-devant des publics"),
            A("Bus de prévention", "jeunes", objective="Aller au-devant des publics"),
            A("Intervention d’anciens consommateurs dans les lycées", "addictions", objective="Parler vrai sur les risques"),
            A("Soirées pour les parents d’élèves de sixième", "parents", objective="Parler vrai sur les risques"),
        )),
        Axis("Réparer et réinsérer", objectives=("Multiplier les lieux d’exécution", "Préparer la sortie"), actions=(
            A("Convention avec les clubs pour des mesures de réparation", "recidive", objective="Multiplier les lieux d’exécution"),
            A("Chantier collectif du canal", "recidive", objective="Multiplier les lieux d’exécution"),
            A("Guichet unique à la maison d’arrêt", "recidive", objective="Préparer la sortie"),
            A("Parrainage par des artisans du", "recidive", objective="Préparer la sortie"),
        )),
    )
    tails = (
        "une fois par mois, dans un quartier tiré au sort.", "il stationne le mercredi au marché et le samedi à la patinoire.",
        "deux séances par classe, sans enseignant dans la salle.", "avec garde d’enfants sur place.",
        "dix clubs se sont dits prêts.", "débroussaillage et pose de bancs.", "chaque premier lundi.", "",
    )
    plan = dress(Strategy("Prévention et sécurité : nos orientations", "Canal-sur-Yvre", None, axes), (2025, 2027))
    body = [para(run("Prévention et sécurité : nos orientations", bold=True, size=20)), para("Mairie de Canal-sur-Yvre"),
            para("Cette note résume les orientations débattues en séance. Elle renvoie au plan départemental 2021-2024 pour le reste.")]
    tail = iter(tails)
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(run(f"Orientation n°{rank}\n{axis.title}", bold=True, size=14)))
        for k, objective in enumerate(axis.objectives, 1):
            body.append(para(run(f"Axe {rank}.{k} : {objective}", bold=True)))
            for x in (x for x in axis.actions if x.objective == objective):
                said = next(tail)
                text = f"{x.title} : {said}" if said else x.title
                body.append(para(text, style="Paragraphedeliste", number=(1, 0)))
    expected = expect(plan, notes=[
        "Orientation is the top level and axe the second: the order of the text, not of the words.",
        "The last item is cut by the end of the file and kept as cut. 2021-2024 is the departmental plan."],
        accept={"prefix": True, "title_null": True})
    return Document("docx-lists-01.docx", write_docx(body, lists=((("bullet", "•"),),)), expected)


def textbox_01() -> Document:
    """Each axis title sits in a text box; pull quotes sit in others; « Action 4 » stands alone above its title."""
    axes = number_actions((
        Axis("Une jeunesse accompagnée", (
            A("Des adultes repères à la sortie des lycées", "scolaire"),
            A("Un budget participatif des moins de vingt ans", "jeunes"),
            A("Des ateliers pour dire non aux défis dangereux", "ecrans"),
        )),
        Axis("Des femmes et des enfants protégés", (
            A("Un téléphone grave danger mieux relayé", "violences"),
            A("Une unité d’accueil pédiatrique à l’hôpital", "violences"),
        )),
        Axis("Un cadre de vie apaisé", (
            A("La brigade de soirée portée à douze agents", "police"),
            A("Un numéro unique pour signaler", "mediation"),
            A("Le plan lumière des berges", "espaces"),
            A("La charte de la vie nocturne", "commerce"),
        )),
    ))
    plan = plain(dress(Strategy("Notre stratégie de sécurité et de prévention", "Ville de Rives-sur-Loue", (2024, 2029), axes), (2024, 2029)))
    quotes = ("« Être vu, c'est déjà être protégé. » Un habitant du quartier des Prés",
              "17 % : la hausse des appels au numéro vert en un an", "« On nous rappelle, ça change tout. » Une commerçante")
    body = [para("Ville de Rives-sur-Loue", align="center"), para("Notre stratégie de sécurité et de prévention", style="Titre"),
            para("2024 > 2029", align="center"), page_break()]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(text_box(para(run(f"AXE {rank}", bold=True)) + para(run(axis.title or "", bold=True, size=18)), 2 * rank))
        body.append(text_box(para(run(quotes[rank - 1], italic=True)), 2 * rank + 1))
        for x in axis.actions:
            body += [para(run(f"Action {x.number}", bold=True)), para(run(x.title, bold=True, size=13)), para(x.description or ""),
                     para(run("Qui pilote ? ", bold=True), run(", ".join(x.lead or ()))),
                     para(run("Avec qui ? ", bold=True), run(", ".join(x.partners or ()))),
                     para(run("Quand ? ", bold=True), run(x.calendar or ""))]
    expected = expect(plan, ("lead", "partners", "calendar", "description"), notes=[
        "The text boxes are in the file twice (drawing and fallback): each axis comes once. The quotes are not the plan."])
    write = write_docx(body, header="Rives-sur-Loue | Stratégie de sécurité et de prévention", footer="www.rives-sur-loue.example -")
    return Document("docx-textbox-01.docx", write, expected)


DOCUMENTS = [headings_01, numbering_01, lists_01, textbox_01]
