"""PDF plans: a bound report, a magazine, slides, a wide table, a numbered report, an extract; and an agenda."""

from dataclasses import replace
from pathlib import Path

from office.plan import Action, Axis, Document, Strategy, dress, expect, number_actions, plain
from office.typeset import write_pdf

A = Action
DESIGNS = Path(__file__).parent / "typst"
STRATEGY = "Stratégie territoriale de sécurité et de prévention de la délinquance"


def sheets_01() -> Document:
    """Cover, contents with dot leaders, running titles; eleven sheets, one table per page."""
    axes = number_actions((
        Axis("Agir en direction des jeunes exposés à la délinquance",
             objectives=("Repérer et orienter plus vite", "Offrir des solutions de remobilisation"),
             description="Cet axe prolonge le travail engagé avec les établissements scolaires et le tissu associatif.",
             actions=(
                 A("Groupe de prévention de la rupture scolaire", "scolaire", objective="Repérer et orienter plus vite"),
                 A("Entretiens de prévention avec les familles", "parents", objective="Repérer et orienter plus vite"),
                 A("Chantiers éducatifs de proximité", "jeunes", objective="Offrir des solutions de remobilisation"),
                 A("Boxe éducative et insertion", "jeunes", objective="Offrir des solutions de remobilisation"),
             )),
        Axis("Prévenir les violences et accompagner les victimes",
             objectives=("Améliorer l’accueil des victimes", "Former les professionnels"),
             description="Le réseau local existe ; il reste à le faire connaître et à l’outiller.",
             actions=(
                 A("Salle d’audition adaptée aux mineurs", "violences", objective="Améliorer l’accueil des victimes"),
                 A("Hébergement de mise en sécurité immédiate", "violences", objective="Améliorer l’accueil des victimes"),
                 A("Cycle de formation des agents d’accueil", "violences", objective="Former les professionnels"),
             )),
        Axis("Améliorer la tranquillité publique",
             objectives=("Occuper l’espace public", "Partager l’information"),
             description="La présence humaine reste la première attente exprimée lors des réunions de quartier.",
             actions=(
                 A("Équipe de médiation nocturne", "mediation", objective="Occuper l’espace public"),
                 A("Plan de vidéoprotection 2026", "video", objective="Occuper l’espace public"),
                 A("Groupe partenarial opérationnel par secteur", "police", objective="Partager l’information"),
                 A("Application de signalement pour les gardiens", "habitat", objective="Partager l’information"),
             )),
    ))
    plan = dress(Strategy(STRATEGY, "Ville de Grandpré-les-Eaux", (2024, 2027), axes), (2024, 2027))
    labels = (("Constat", "context"), ("Description", "description"), ("Pilote", "lead"), ("Partenaires", "partners"),
              ("Public visé", "public"), ("Territoire", "territory"), ("Moyens", "means"), ("Plan de financement", "funding"),
              ("Calendrier", "calendar"), ("Indicateurs de réalisation", "indicators"), ("Évaluation", "evaluation"))
    front = (("Éditorial", ("La sécurité se construit à plusieurs. Voici ce que nous ferons ensemble, avec qui et pour quand.",
                            "Les fiches qui suivent engagent leurs pilotes ; elles seront relues chaque année.")),
             ("Les missions du conseil", ("Le conseil favorise l’échange d’informations entre ses membres.",
                                          "Il assure l’animation et le suivi de la stratégie.",
                                          "Il peut proposer des travaux d’intérêt général.")),
             ("Retour sur la stratégie 2019-2023", ("Douze actions avaient été retenues ; huit ont été menées à terme, deux abandonnées.",
                                                    "Le poste de médiateur créé en 2020 est reconduit.")),
             ("Le cadre national", ("La stratégie nationale de prévention de la délinquance 2020-2024 retient les jeunes, les personnes "
                                    "vulnérables, la population et les territoires.",)),
             ("Les enseignements du diagnostic", ("Le territoire perd des habitants mais gagne des familles.",
                                                  "Les vols liés aux véhicules se concentrent autour de deux parkings.")))
    back = (("La gouvernance", ("Le comité de pilotage se réunit deux fois par an. La coordination prépare ses travaux.",)),
            ("Glossaire", ("CLSPD : conseil local de sécurité et de prévention de la délinquance.",
                           "FIPD : fonds interministériel de prévention de la délinquance.")))
    expected = expect(plan, tuple(key for _, key in labels), notes=[
        "2020-2024 is the national strategy and 2019-2023 the previous one; contents, missions and glossary are not the plan."])
    write = write_pdf(DESIGNS / "sheets.typ", plan, labels, running="STSPD 2024-2027", front=front, back=back)
    return Document("pdf-sheets-01.pdf", write, expected)


def columns_01() -> Document:
    """Two justified columns with broken words; « Pilote » and « Calendrier » in italics under each action."""
    axes = number_actions((
        Axis("Accompagnement des adolescents et de leurs parents",
             description="Les adolescents d’aujourd’hui grandissent dans des environnements numériques que les institutions connaissent mal.",
             actions=(
                 A("Consultations psychologiques délocalisées dans les collèges", "scolaire"),
                 A("Sensibilisation intergénérationnelle aux consommations", "addictions"),
                 A("Programme d’accompagnement des familles monoparentales", "parents"),
                 A("Rencontres professionnelles autour du harcèlement", "ecrans"),
             )),
        Axis("Accueil et accompagnement des victimes",
             description="L’accompagnement des victimes suppose une information compréhensible et des interlocuteurs identifiés.",
             actions=(
                 A("Intervenante sociale mutualisée entre les brigades", "violences"),
                 A("Développement des points d’information juridique", "victimes"),
                 A("Hébergements intercommunaux de première urgence", "violences"),
             )),
        Axis("Tranquillité et responsabilisation",
             description="La responsabilisation passe par la rapidité de la réponse autant que par sa proportionnalité.",
             actions=(
                 A("Développement des transactions municipales", "police"),
                 A("Médiation professionnelle dans les copropriétés", "mediation"),
                 A("Aménagements complémentaires des stationnements", "espaces"),
                 A("Communication intercommunale sur les cambriolages", "liens"),
             )),
    ), pattern="{axis}.{k}")
    plan = dress(Strategy("Notre plan intercommunal pour la sécurité et la prévention", "Communauté d’agglomération de Haute-Mayrenne",
                          (2025, 2030), axes), (2025, 2030))
    labels = (("Pilote", "lead"), ("Partenaires", "partners"), ("Calendrier", "calendar"))
    write = write_pdf(
        DESIGNS / "columns.typ", plan, labels, running="Supplément au magazine n° 48", footer="Haute-Mayrenne, le magazine",
        subtitle="Ce que les vingt-deux communes ont décidé pour 2025-2030", axis="Priorité",
        front=("Trois priorités et onze actions : c’est le résultat d’une concertation commencée au printemps dernier avec les "
               "représentants des communes, des établissements scolaires et des associations.",),
        back=("Pour suivre l’avancement, une page sera ouverte dans le prochain numéro.",
              "Numéros utiles. Police ou gendarmerie : 17. Violences femmes info : 3919. Enfance en danger : 119. Mairie : 01 99 00 34 00."))
    return Document("pdf-columns-01.pdf", write, expect(plan, ("lead", "partners", "calendar", "description"), notes=[
        "Words broken at the end of a line are whole words."]))


def slides_01() -> Document:
    """Slides of a plenary sitting: an announcement of the counts, one slide per axis, one per objective."""
    tell, mend, live, know = "Mieux informer", "Mieux réparer", "Mieux vivre ensemble", "Mieux connaître"
    axes = number_actions((
        Axis("Prévenir la délinquance et la récidive", objectives=(tell, mend), actions=(
            A("Campagne « Un clic, des conséquences »", "ecrans", objective=tell),
            A("Interventions croisées police et éducateurs", "jeunes", objective=tell),
            A("Vingt postes de travail non rémunéré", "recidive", objective=mend),
            A("Stages de citoyenneté à la maison de quartier", "recidive", objective=mend),
        )),
        Axis("Apaiser l’espace public", objectives=(live, know), actions=(
            A("Brigade cynophile mutualisée", "police", objective=live),
            A("Conciliation entre riverains et établissements de nuit", "commerce", objective=live),
            A("Plan vélo et sécurité des trottoirs", "route", objective=live),
            A("Observatoire local de la tranquillité", "pilotage", objective=know),
            A("Enquête auprès de huit cents habitants", "pilotage", objective=know),
        )),
    ))
    plan = dress(Strategy(STRATEGY, "Saint-Cyprien-des-Prés", (2025, 2030), axes), (2025, 2030))
    write = write_pdf(
        DESIGNS / "slides.typ", plan, (("Pilote", "lead"),), footer="CLSPD de Saint-Cyprien-des-Prés – séance plénière du 3 avril 2025",
        subtitle="CLSPD de Saint-Cyprien-des-Prés – 2025-2030", axis="Axe",
        front=(("D’où partons-nous ?", ("Une stratégie 2019-2024 réalisée aux deux tiers", "Des faits de délinquance stables",
                                        "Un sentiment d’insécurité en hausse")),
               ("En bref", ("2 axes", "4 objectifs", "9 actions"))),
        back=(("Et maintenant ?", ("Vote de la délibération en juin", "Premier comité de suivi à l’automne", "Merci de votre attention")),))
    expected = expect(plan, ("lead",), notes=["2019-2024 is the previous strategy. First and last slides are not the plan."])
    return Document("pdf-slides-01.pdf", write, expected)


def tables_01() -> Document:
    """A landscape table over pages: header repeated, a band per axis, cells wrapped and hyphenated."""
    young, school, vict, inst, calm, road = (
        "Prévenir la rupture", "Soutenir la scolarité", "Repérer et orienter", "Faciliter les démarches", "Assurer une présence", "Partager la route")
    axes = number_actions((
        Axis("Jeunesse", objectives=(young, school), actions=(
            A("Travail de rue en horaires décalés", "jeunes", objective=young),
            A("Accompagnement vers le service civique", "jeunes", objective=young),
            A("Point d’écoute pour adolescents", "addictions", objective=young),
            A("Cellule de lutte contre le harcèlement", "ecrans", objective=young),
            A("Classe passerelle de fin de troisième", "scolaire", objective=school),
            A("Aide aux devoirs dans les résidences", "scolaire", objective=school),
        )),
        Axis("Victimes", objectives=(vict, inst), actions=(
            A("Consultation médico-sociale confidentielle", "violences", objective=vict),
            A("Réseau des pharmacies alertées", "violences", objective=vict),
            A("Accompagnement physique au dépôt de plainte", "victimes", objective=inst),
            A("Traduction des documents d’information", "victimes", objective=inst),
        )),
        Axis("Tranquillité", objectives=(calm, road), actions=(
            A("Permanence mobile de la police municipale", "police", objective=calm),
            A("Correspondants de nuit du grand ensemble", "mediation", objective=calm),
            A("Convention d’intervention dans les parties communes", "habitat", objective=calm),
            A("Vidéoprotection du pôle d’échange", "video", objective=calm),
            A("Contrôles de bruit des deux-roues", "route", objective=road),
            A("Rue scolaire devant quatre écoles", "route", objective=road),
        )),
    ))
    plan = dress(Strategy("Programme d’actions 2023-2026 du contrat intercommunal de sécurité", "Métropole d’Orvanne", (2023, 2026), axes), (2023, 2026))
    labels = (("Pilote(s)", "lead"), ("Partenaires", "partners"), ("Calendrier", "calendar"), ("Financement", "funding"), ("Indicateurs", "indicators"))
    write = write_pdf(DESIGNS / "grid.typ", plan, labels, footer="Métropole d’Orvanne – CISPD", subtitle="Métropole d’Orvanne – version validée le 2 juin 2023",
                      heads=("Objectif", "N°", "Action", *(label for label, _ in labels)), widths=(12, 4, 20, 14, 18, 11, 13, 20))
    return Document("pdf-tables-01.pdf", write, expect(plan, tuple(key for _, key in labels)))


def toc_01() -> Document:
    """Numbered chapters with a long table of contents: the axes are the second-level titles of the third chapter."""
    one, two, three, four, five, six = (
        "Installer des lieux de dialogue", "Faire connaître les règles communes", "Écouter sans délai",
        "Suivre chaque situation jusqu’au bout", "Intervenir sur les lieux qui inquiètent", "Rendre la présence visible")
    axes = number_actions((
        Axis("Faire vivre la prévention primaire", objectives=(one, two),
             description="Tout commence avant le premier incident : c’est le pari de cet axe.",
             actions=(
                 A("Cafés citoyens dans les trois quartiers", "liens", objective=one),
                 A("Conseil des jeunes consulté sur la sécurité", "jeunes", objective=one),
                 A("Livret d’accueil du nouvel habitant", "liens", objective=two),
                 A("Jeu de piste sur les droits et les devoirs", "ecrans", objective=two),
             )),
        Axis("Ne laisser aucune victime sans réponse", objectives=(three, four),
             description="Les délais de réponse découragent les plaintes autant que la peur.",
             actions=(
                 A("Accueil de jour sans rendez-vous", "violences", objective=three),
                 A("Numéro local d’information juridique", "victimes", objective=three),
                 A("Commission mensuelle de suivi", "violences", objective=four),
                 A("Visite annuelle des partenaires judiciaires", "victimes", objective=four),
             )),
        Axis("Reprendre possession des lieux partagés", objectives=(five, six),
             description="Quatre lieux reviennent dans toutes les réunions : la gare, le stade, la halle et le parking des écoles.",
             actions=(
                 A("Réaménagement du parvis de la halle", "espaces", objective=five),
                 A("Déplacement de l’arrêt de bus du stade", "transport", objective=five),
                 A("Fermeture du passage sous la voie, remplacé par une traversée éclairée", "espaces", objective=five),
                 A("Patrouille pédestre quotidienne", "police", objective=six),
                 A("Médiateur présent à la sortie du dernier train", "mediation", objective=six),
             )),
    ))
    plan = plain(dress(Strategy("Stratégie locale de prévention de la délinquance", "Commune de Hautecombe", (2026, 2028), axes), (2026, 2028)))
    front = (("Le cadre de la démarche", (
        "La commune n'atteint pas le seuil qui rend le conseil obligatoire ; elle l'a créé par choix.",
        "Le plan départemental 2022-2025 a servi de point de départ. Il a été complété par les demandes des habitants, "
        "recueillies pendant l'hiver dans les commerces, à la sortie des écoles et sur le marché.",
        "Le document a été relu par les services de l'État, puis présenté au conseil municipal.")),
             ("Le diagnostic", (
                 "Trois réunions publiques ont rassemblé deux cents personnes. Les participants ont placé des gommettes sur un plan de la "
                 "ville : rouges là où l'on presse le pas, vertes là où l'on s'arrête volontiers.",
                 "Les services de gendarmerie décrivent une délinquance modérée, concentrée sur l'été et sur les fins de semaine.",
                 "Les travailleurs sociaux insistent sur l'isolement des familles installées depuis peu.")))
    back = (("Le suivi", ("Chaque action fait l'objet d'un point annuel, publié sur le site de la commune.",)),)
    write = write_pdf(
        DESIGNS / "report.typ", plan, (("Responsable", "lead"), ("Public", "public"), ("Mesure", "indicators")),
        running="Hautecombe - stratégie locale 2026-2028", subtitle="Commune de Hautecombe, 2026-2028", front=front, back=back,
        chapter="La stratégie", announce="La stratégie comprend trois axes, six objectifs et treize actions.",
        notes={"Le cadre de la démarche": "Seuil fixé par le code de la sécurité intérieure.", "Le suivi": "Rubrique « Vie municipale »."})
    return Document("pdf-toc-01.pdf", write, expect(plan, ("lead", "public", "indicators", "description"), notes=[
        "2022-2025 is the departmental plan. Axes are titles 3.1 to 3.3: chapters 1, 2 and 4 are not the plan."]))


def mixed_01() -> Document:
    """The last plan recalled, a summary table, then sheets with labels above values; the last sheet is cut."""
    axes = number_actions((
        Axis("Prévention", (
            A("Référent parcours pour les mineurs suivis", "jeunes"),
            A("Conférences des familles", "parents"),
            A("Ateliers d’écriture en détention", "recidive"),
        )),
        Axis("Protection", (
            A("Carte d’alerte des commerçants", "commerce"),
            A("Veille des personnes isolées en été", "seniors"),
            A("Relais de nuit pour victimes", "violences"),
        )),
        Axis("Présence", (
            A("Binômes police et médiation au marché", "mediation"),
            A("Présence renforcée aux abords de la plaine de jeux", "police", indicators=(), calendar="", public=""),
        )),
    ))
    plan = dress(Strategy("Plan d’action de la stratégie territoriale", "Roquebrune-sur-Tavel", (2022, 2025), axes), (2022, 2025))
    last = plan.axes[-1]
    cut = replace(last.actions[-1], description="Deux équipages se relaient de seize heures à minuit, avec un point de")
    plan = replace(plan, axes=(*plan.axes[:-1], replace(last, actions=(*last.actions[:-1], cut))))
    labels = (("Porteur", "lead"), ("Acteurs associés", "partners"), ("Description", "description"), ("Public cible", "public"),
              ("Échéance", "calendar"), ("Indicateurs de résultat", "indicators"))
    write = write_pdf(
        DESIGNS / "extract.typ", plan, labels, footer="Extrait du document validé – Roquebrune-sur-Tavel",
        subtitle="CLSPD de Roquebrune-sur-Tavel – 2022/2025",
        past=("Pour mémoire : les axes de la stratégie 2018-2021", ("Informer les familles", "Rénover le parc locatif", "Équiper la police municipale")),
        bridge="Deux de ces trois axes ont été menés à bien. La nouvelle stratégie retient trois volets et huit actions.")
    return Document("pdf-mixed-01.pdf", write, expect(plan, tuple(key for _, key in labels), notes=[
        "The list of 2018-2021 is the previous strategy. The summary and the sheets tell the same eight actions. The axis is only named "
        "above each sheet. The last sheet is cut and kept so."]))


def agenda_01() -> Document:
    """A summons with its agenda and the standing rules: points and articles, no plan."""
    write = write_pdf(
        DESIGNS / "agenda.typ", Strategy(), title="Convocation à la séance plénière du CLSPD de Pierrelongue",
        footer="Mairie de Pierrelongue – secrétariat du conseil",
        opening="Vous êtes invités à la séance plénière qui se tiendra le mardi 18 novembre 2025 à 14 heures, salle du conseil.",
        points=(("14 h 00", "Accueil et installation des nouveaux membres"), ("14 h 15", "Bilan des actions de l’année"),
                ("15 h 00", "Présentation des orientations départementales"), ("15 h 30", "Échanges sur la future stratégie 2026-2029"),
                ("16 h 15", "Questions diverses")),
        articles=("Le conseil se réunit sur convocation du maire.", "La convocation est adressée dix jours avant la séance.",
                  "Les débats ne sont pas publics.", "Un compte rendu est envoyé sous un mois."))
    expected = expect(Strategy(), notes=["An agenda and standing rules. 2026-2029 is spoken of only."],
                      accept={"period": [[2026, 2029]], "territory": ["Pierrelongue"], "title": ["Convocation à la séance plénière du CLSPD"]})
    return Document("negative-pdf-01.pdf", write, expected)


DOCUMENTS = [sheets_01, columns_01, slides_01, tables_01, toc_01, mixed_01, agenda_01]
