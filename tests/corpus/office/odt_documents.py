"""OpenDocument texts: titles with styles, nested lists, sheets in « label : value » paragraphs, a letter."""

from office.odf import bold, bullets, heading, labelled, para, write_odt
from office.plan import Action, Axis, Document, Strategy, dress, euros, expect, number_actions, plain

A = Action


def headings_01() -> Document:
    """Title styles, axes in Roman numerals, actions in letters and digits (A1, B2); only the end of the period is given."""
    axes = number_actions((
        Axis("Éduquer et responsabiliser", (
            A("Conseil des droits et devoirs des familles", "parents"),
            A("Mesures de responsabilisation hors les murs", "scolaire"),
            A("Escape game sur les conduites addictives", "addictions"),
        ), description="La réponse éducative vient d’abord, y compris quand un acte a été commis."),
        Axis("Assister et réparer", (
            A("Bureau d’aide aux victimes décentralisé", "victimes"),
            A("Kit de départ pour les victimes de violences conjugales", "violences"),
            A("Prise en charge des auteurs de violences", "recidive"),
        ), description="Deux publics, une même exigence : ne laisser personne sans réponse."),
        Axis("Surveiller et apaiser", (
            A("Centre de supervision partagé par trois communes", "video"),
            A("Médiation dans les transports du matin", "transport"),
            A("Opérations rodéos", "route"),
            A("Groupe de traitement des nuisances du lac", "mediation"),
        ), description="La tranquillité se gagne par la présence autant que par l’équipement."),
    ), pattern="{letter}{k}")
    plan = dress(Strategy("Stratégie intercommunale de prévention à l’horizon 2029", "Communauté de communes des Trois Lacs",
                          (None, 2029), axes), (2026, 2029))
    body = [para("Communauté de communes des Trois Lacs"), para("Stratégie intercommunale de prévention à l’horizon 2029", style="GrosTitre"),
            heading("Avant-propos", 1), para("Ce document remplace le contrat signé en 2017. Il a été préparé avec quarante partenaires."),
            heading("Les missions du conseil", 1),
            bullets(("favoriser l’échange d’informations ;", "suivre les faits constatés ;", "proposer des actions et en mesurer les effets."))]
    for numeral, axis in zip(("I", "II", "III"), plan.axes, strict=True):
        body += [heading(f"{numeral}. {axis.title}", 1), para(axis.description)]
        for x in axis.actions:
            body += [heading(f"{x.number} – {x.title}", 2), para(x.description or ""), labelled("Pilote", ", ".join(x.lead or ())),
                     labelled("Acteurs associés", ", ".join(x.partners or ())), labelled("Bénéficiaires", x.public or "")]
    expected = expect(plan, ("lead", "partners", "public", "description"), notes=[
        "Only the end of the period is given; 2017 is the former contract. The missions of the council are not the plan."])
    return Document("odt-headings-01.odt", write_odt(body, header="CC des Trois Lacs – CISPD", footer="Page"), expected)


def lists_01() -> Document:
    """Three levels of nested lists: orientations, objectives, actions, without a single number."""
    axes = (
        Axis("Jeunesse", objectives=("Éviter les ruptures", "Valoriser l’engagement"), actions=(
            A("Tutorat par des lycéens", "scolaire", objective="Éviter les ruptures"),
            A("Entretien systématique après une exclusion", "scolaire", objective="Éviter les ruptures"),
            A("Bourse aux initiatives", "jeunes", objective="Valoriser l’engagement"),
        )),
        Axis("Citoyenneté", objectives=("Expliquer la loi",), actions=(
            A("Procès fictif au tribunal", "jeunes", objective="Expliquer la loi"),
            A("Exposition itinérante sur les droits de l’enfant", "jeunes", objective="Expliquer la loi"),
        )),
        Axis("Cadre de vie", objectives=("Embellir", "Surveiller", "Dialoguer"), actions=(
            A("Fresques sur les transformateurs", "espaces", objective="Embellir"),
            A("Vidéoprotection du parc des sports", "video", objective="Surveiller"),
            A("Ronde de nuit des bailleurs", "habitat", objective="Surveiller"),
            A("Comité de rue", "liens", objective="Dialoguer"),
        )),
    )
    plan = Strategy("Orientations 2022-2025 du CLSPD", "Ville de Malvérac", (2022, 2025), axes)
    body = [para("Ville de Malvérac"), para("Orientations 2022-2025 du CLSPD", style="GrosTitre"),
            para("Les orientations ci-dessous ont été validées par la formation plénière.")]
    items = []
    for axis in plan.axes:
        inner = []
        for objective in axis.objectives:
            leaves = bullets(f"{x.title} ;" for x in axis.actions if x.objective == objective)
            inner.append(para(objective) + leaves)
        items.append(para(bold(axis.title or "")) + bullets(inner))
    body += [bullets(items), para("Le suivi de ces orientations est confié à la coordinatrice.")]
    return Document("odt-lists-01.odt", write_odt(body), expect(plan, notes=["The depth of the list gives the level."]))


def sheets_01() -> Document:
    """A flat set of sheets, one per page, « Label : value » paragraphs, no axis anywhere."""
    axes = number_actions((Axis(None, (
        A("Maraude numérique", "ecrans"),
        A("Caravane de l’accès au droit", "victimes"),
        A("Permis piéton et vélo", "route", status="Réalisée"),
        A("Ambassadeurs du vivre-ensemble", "liens"),
        A("Ferme pédagogique en réparation pénale", "recidive"),
        A("Vigilance harcèlement dans les bus scolaires", "transport"),
        A("Boîte aux lettres papillon", "violences"),
        A("Travaux de sûreté de la salle des fêtes", "espaces"),
    )),))
    plan = plain(dress(Strategy("Catalogue des actions du CISPD", "Pays de Grandval", (2026, 2026), axes), (2026, 2027)))
    body = [para("PAYS DE GRANDVAL", style="GrosTitre"), para("Catalogue des actions du CISPD", style="GrosTitre"), para("Année 2026")]
    for x in plan.axes[0].actions:
        money = " ; ".join(f"{who} : {euros(much or 0, ' ')}".replace("\u00a0", " ") for who, much in x.funding or ())
        body += [para(bold(f"Fiche n°{x.number} : {x.title}"), style="Saut"),
                 labelled("Structure porteuse", " / ".join(x.lead or ())),
                 labelled("Partenaires mobilisés", ", ".join(x.partners or ())), labelled("Public visé", x.public or ""),
                 labelled("Secteur", x.territory or ""), labelled("Déroulement", x.description or ""),
                 labelled("Budget", money), labelled("Dates", x.calendar or ""), labelled("Avancement", x.status or "")]
    expected = expect(plan, ("lead", "partners", "public", "territory", "description", "funding", "calendar", "status"),
                      notes=["No axis is written: one axis without title. The catalogue covers the year 2026."],
                      accept={"period_null": True, "title_null": True})
    return Document("odt-sheets-01.odt", write_odt(body, footer="Catalogue 2026 -"), expected)


def letter_01() -> Document:
    """A letter that announces a strategy to come, with three questions that are not axes."""
    body = [para("Le président"), para("à"), para("Mesdames et Messieurs les membres du conseil"), para("Sauveterre-le-Mont, le 6 octobre 2025"),
            para(bold("Objet : préparation de la prochaine stratégie 2027-2030")), para("Madame, Monsieur,"),
            para("Notre stratégie arrive à son terme dans un an. Avant d’écrire la suivante, je souhaite recueillir votre avis sur trois questions :"),
            bullets(("Quels progrès avez-vous constatés dans votre domaine ?", "Quelles difficultés demeurent ?",
                     "Quels partenaires manquent autour de la table ?")),
            para("Je vous remercie de répondre avant le 15 novembre à la coordination. Une réunion de restitution se tiendra en décembre."),
            para("Je vous prie de croire, Madame, Monsieur, à l’assurance de ma considération distinguée.")]
    expected = expect(Strategy(), notes=["A letter: three questions, no plan. 2027-2030 is a period to come."],
                      accept={"period": [[2027, 2030]], "title": ["préparation de la prochaine stratégie 2027-2030"],
                              "territory": ["Sauveterre-le-Mont"]})
    return Document("negative-odt-01.odt", write_odt(body), expected)


DOCUMENTS = [headings_01, lists_01, sheets_01, letter_01]
