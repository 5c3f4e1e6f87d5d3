"""What action sheets say on each theme: pools of invented sentences from which a document draws."""

from typing import NamedTuple


class Theme(NamedTuple):
    """The sentences, persons and measures of one theme."""

    descriptions: tuple[str, ...]
    contexts: tuple[str, ...]
    publics: tuple[str, ...]
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    indicators: tuple[str, ...]


JEUNES = Theme(
    (
        "Deux éducateurs vont chaque semaine à la rencontre des groupes de jeunes et proposent des sorties construites avec eux.",
        "Un référent reçoit les jeunes signalés par les partenaires et bâtit avec chacun un parcours de trois mois.",
        "Des chantiers de cinq jours, payés à la mission, sont ouverts à chaque période de vacances.",
    ),
    (
        "Les équipes de rue notent des regroupements plus jeunes et plus tardifs autour du stade.",
        "Un tiers des jeunes suivis l’an dernier n’étaient connus d’aucun service.",
    ),
    ("Jeunes de 12 à 17 ans", "Jeunes de 16 à 25 ans sans emploi ni formation", "Mineurs repérés par les partenaires"),
    ("Service jeunesse", "Association Passerelles", "Club de prévention La Traverse", "Coordination du CLSPD"),
    (
        "Mission locale",
        "Protection judiciaire de la jeunesse",
        "Maison des jeunes",
        "Département",
        "Collège Louise-Michel",
        "Centre social Les Tilleuls",
        "Police municipale",
    ),
    (
        "Nombre de jeunes rencontrés",
        "Part des jeunes revus trois mois après",
        "Nombre de chantiers ouverts",
        "Nombre de sorties vers l’emploi ou la formation",
    ),
)

SCOLAIRE = Theme(
    (
        "Les élèves exclus quelques jours sont accueillis dans un lieu tiers, avec un programme écrit par l’établissement.",
        "Une cellule mensuelle examine les absences répétées avant qu’elles ne deviennent un abandon.",
        "Un médiateur tient les abords aux heures d’entrée et de sortie et fait le lien avec la vie scolaire.",
    ),
    (
        "Les chefs d’établissement signalent davantage d’absences perlées depuis deux ans.",
        "Les exclusions temporaires se passent le plus souvent sans adulte à la maison.",
    ),
    ("Collégiens et lycéens", "Élèves exclus temporairement", "Élèves de CM2 et de sixième"),
    ("Éducation nationale", "Réussite éducative", "Service éducation", "Principal du collège"),
    (
        "Inspection académique",
        "Caisse d’allocations familiales",
        "Parents d’élèves",
        "Centre d’information et d’orientation",
        "Association École ouverte",
        "Service social scolaire",
    ),
    (
        "Nombre d’élèves accueillis",
        "Taux de retour en classe à un mois",
        "Nombre de réunions de la cellule",
        "Nombre d’exclusions prononcées",
    ),
)

PARENTS = Theme(
    (
        "Un rendez-vous mensuel, sans inscription, où des parents parlent entre eux en présence d’une psychologue.",
        "Les familles orientées par l’école sont reçues trois fois par un binôme formé à l’écoute.",
    ),
    ("Les parents disent ne pas savoir à qui s’adresser quand un adolescent se met en danger.",),
    ("Parents d’adolescents", "Familles", "Parents et beaux-parents"),
    ("CCAS", "Centre social Les Tilleuls", "Maison des familles"),
    (
        "Caisse d’allocations familiales",
        "Union départementale des associations familiales",
        "Écoles",
        "Protection maternelle et infantile",
        "Association Parentèle",
    ),
    ("Nombre de familles reçues", "Nombre de rencontres tenues", "Part des parents revenus au moins deux fois"),
)

ECRANS = Theme(
    (
        "Chaque classe de cinquième reçoit deux séances sur les réseaux sociaux, l’image de soi et la loi.",
        "Un spectacle suivi d’un débat aide les élèves à nommer le harcèlement et à savoir qui prévenir.",
    ),
    ("Plusieurs plaintes pour diffusion d’images ont concerné des élèves du même établissement.",),
    ("Élèves du second degré", "Enfants de 9 à 13 ans et leurs parents", "Collégiens"),
    ("Éducation nationale", "Brigade numérique", "Association Octet"),
    (
        "Gendarmerie nationale",
        "Parents d’élèves",
        "Médiathèque",
        "Promeneurs du Net",
        "Service éducation",
        "Infirmières scolaires",
    ),
    ("Nombre de classes touchées", "Nombre d’élèves sensibilisés", "Nombre de situations signalées", "Satisfaction des enseignants"),
)

ADDICTIONS = Theme(
    (
        "Une équipe mobile tient un stand lors des fêtes locales : eau, repos, dépistage d’alcoolémie, retour accompagné.",
        "Une consultation gratuite est ouverte un mercredi sur deux, avec un relais vers le soin.",
    ),
    ("La consommation de protoxyde d’azote laisse des traces visibles sur les parkings et dans les parcs.",),
    ("Jeunes de 15 à 25 ans", "Fêtards et organisateurs de soirées", "Tout public"),
    ("Centre hospitalier", "Association Cap Santé", "Contrat local de santé"),
    (
        "Agence régionale de santé",
        "Lycée agricole",
        "Comités des fêtes",
        "Pharmacies",
        "Sapeurs-pompiers",
        "Maison des adolescents",
    ),
    ("Nombre de personnes reçues", "Nombre d’orientations vers le soin", "Nombre de manifestations couvertes"),
)

VIOLENCES = Theme(
    (
        "Deux logements meublés sont tenus prêts pour mettre à l’abri une personne et ses enfants dans la journée.",
        "Les agents d’accueil apprennent à repérer les signes, à poser la question et à orienter.",
        "Un réseau de professionnels se réunit six fois par an et partage une fiche d’orientation commune.",
    ),
    (
        "Les signalements augmentent sans que l’on sache distinguer hausse des faits et parole libérée.",
        "Les victimes doivent aujourd’hui parcourir quarante kilomètres pour un hébergement.",
    ),
    ("Victimes de violences au sein du couple et leurs enfants", "Professionnels de première ligne", "Femmes victimes"),
    ("CIDFF", "Déléguée aux droits des femmes", "CCAS", "Association Solidarité Femmes"),
    (
        "Gendarmerie nationale",
        "Parquet",
        "Bailleurs sociaux",
        "Centre hospitalier",
        "Département",
        "France Victimes",
        "Intervenante sociale en gendarmerie",
    ),
    (
        "Nombre de mises à l’abri",
        "Durée moyenne d’hébergement",
        "Nombre de professionnels formés",
        "Nombre de situations orientées",
    ),
)

VICTIMES = Theme(
    (
        "Une juriste et une psychologue reçoivent sur rendez-vous, au plus près du domicile.",
        "Toute personne ayant déposé plainte est rappelée dans les huit jours.",
    ),
    ("La permanence actuelle se tient au tribunal, peu accessible sans voiture.",),
    ("Victimes d’infractions pénales", "Tout public", "Personnes âgées victimes d’escroqueries"),
    ("France Victimes", "Conseil départemental de l’accès au droit", "Maison de justice et du droit"),
    ("Barreau", "Commissariat", "Point-justice", "Conciliateurs de justice", "Délégué du Défenseur des droits", "CCAS"),
    ("Nombre de permanences tenues", "Nombre de personnes reçues", "Délai moyen de rendez-vous", "Nombre de rappels passés"),
)

RECIDIVE = Theme(
    (
        "La collectivité ouvre de nouveaux postes dans ses services techniques et forme les tuteurs.",
        "Un comité local suit chaque sortie de détention : papiers, logement, soins, emploi.",
        "Les mineurs réparent en participant à l’entretien des équipements qu’ils fréquentent.",
    ),
    ("Faute de postes, des mesures prononcées s’exécutent plus d’un an après le jugement.",),
    ("Personnes placées sous main de justice", "Sortants de détention", "Mineurs primo-délinquants"),
    ("SPIP", "Protection judiciaire de la jeunesse", "Service des ressources humaines"),
    ("Parquet", "Mission locale", "France Travail", "Bailleurs sociaux", "Associations d’insertion", "Services techniques"),
    ("Nombre de postes habilités", "Nombre d’heures effectuées", "Délai entre jugement et exécution", "Nombre de mesures menées à terme"),
)

MEDIATION = Theme(
    (
        "Une équipe de quatre médiateurs tourne en soirée, du mardi au samedi, et rend compte chaque semaine.",
        "Les conflits de voisinage sont proposés à une médiation avant tout dépôt de plainte.",
    ),
    ("Le bruit nocturne est le premier motif d’appel au standard de la mairie.",),
    ("Habitants des grands ensembles", "Tout public", "Locataires et copropriétaires"),
    ("Service tranquillité publique", "Association Médiane", "Bailleur Habitat du Val"),
    ("Police municipale", "Conseil citoyen", "Amicales de locataires", "Centre social Les Tilleuls", "Conciliateur de justice"),
    ("Nombre d’interventions", "Part des conflits apaisés sans suite", "Nombre de soirées de présence", "Délai de réponse aux habitants"),
)

VIDEO = Theme(
    (
        "Douze points sont ajoutés aux entrées de ville et aux abords des équipements les plus dégradés.",
        "Un comité indépendant relit chaque année le registre des extractions et publie son avis.",
    ),
    ("Le parc installé il y a dix ans ne couvre pas les nouveaux équipements.",),
    ("Tout public", "Usagers de l’espace public"),
    ("Police municipale", "Direction des systèmes d’information", "Service tranquillité publique"),
    ("Préfecture", "Gendarmerie nationale", "Référent sûreté", "Syndicat d’énergie", "Commerçants"),
    ("Nombre de points installés", "Nombre d’extractions demandées", "Nombre de faits élucidés avec l’image", "Taux de disponibilité"),
)

POLICE = Theme(
    (
        "Les patrouilles communes sont préparées chaque lundi à partir des faits de la semaine.",
        "La convention de coordination est relue, avec un volet sur les rodéos et les dépôts sauvages.",
    ),
    ("Les horaires des deux services laissent un creux entre dix-huit et vingt heures.",),
    ("Tout public", "Habitants", "Commerçants et riverains"),
    ("Police municipale", "Gendarmerie nationale", "Commissariat"),
    ("Préfecture", "Parquet", "Maires des communes", "Bailleurs sociaux", "Transporteur", "Service communication"),
    ("Nombre de patrouilles communes", "Nombre d’infractions relevées", "Temps moyen d’arrivée sur place"),
)

COMMERCE = Theme(
    (
        "Un agent visite chaque commerce, relève les points faibles et remet trois conseils écrits.",
        "Une alerte par message prévient les commerçants inscrits d’une série de vols en cours.",
    ),
    ("Trois séries de vols à l’étalage ont visé la rue principale en une saison.",),
    ("Commerçants et artisans", "Commerçants du centre"),
    ("Manager de centre-ville", "Police municipale", "Chambre de commerce"),
    ("Union des commerçants", "Gendarmerie nationale", "Référent sûreté", "Chambre de métiers", "Banques"),
    ("Nombre de commerces visités", "Nombre de commerces inscrits à l’alerte", "Évolution des vols constatés"),
)

HABITAT = Theme(
    (
        "Les halls signalés sont visités ensemble par le bailleur et la police, avec un retour aux locataires sous dix jours.",
        "Un groupe de suivi classe les dégradations par immeuble et décide des travaux prioritaires.",
    ),
    ("L’occupation des halls pousse des familles à demander leur mutation.",),
    ("Locataires du parc social", "Habitants des quartiers prioritaires", "Gardiens d’immeubles"),
    ("Bailleur Habitat du Val", "Politique de la ville", "Office public de l’habitat"),
    ("Police nationale", "Parquet", "Amicales de locataires", "Conseil citoyen", "Médiateurs", "Service propreté"),
    ("Nombre de halls visités", "Délai de remise en état", "Nombre de plaintes déposées par le bailleur"),
)

ROUTE = Theme(
    (
        "Des contrôles pédagogiques remplacent l’amende par un échange avec des accidentés de la route.",
        "Les lycéens passent sur simulateur et sur piste une demi-journée avant la période des examens.",
        "Les signalements d’habitants sont cartographiés et transmis chaque mois aux forces de l’ordre.",
    ),
    ("Les accidents graves de l’année concernent surtout des deux-roues motorisés.",),
    ("Lycéens et apprentis", "Usagers de la route", "Seniors conducteurs", "Cyclistes"),
    ("Police municipale", "Prévention routière", "Service mobilités"),
    ("Préfecture", "Auto-écoles", "Lycées", "Assureurs", "Sapeurs-pompiers", "Gendarmerie nationale"),
    ("Nombre de participants", "Nombre de contrôles", "Évolution des accidents corporels", "Nombre de signalements traités"),
)

LIENS = Theme(
    (
        "Des habitants volontaires et formés transmettent aux forces de l’ordre ce qui sort de l’ordinaire.",
        "Une marche de nuit réunit élus, techniciens et habitants et se conclut par une liste de travaux datés.",
    ),
    ("Les réunions publiques ont montré une attente forte d’être informé de la suite donnée.",),
    ("Habitants volontaires", "Tout public", "Femmes et hommes de tous âges"),
    ("Cabinet du maire", "Démocratie locale", "Coordination du CLSPD"),
    ("Gendarmerie nationale", "Conseils de quartier", "Associations d’habitants", "Service éclairage public", "Bailleurs sociaux"),
    ("Nombre d’habitants engagés", "Nombre de rencontres", "Part des demandes suivies d’effet"),
)

ESPACES = Theme(
    (
        "Les projets d’aménagement passent devant une commission qui donne un avis de sûreté avant le permis.",
        "L’éclairage des cheminements est repris, les haies sont abaissées, les bancs déplacés.",
    ),
    ("Le passage sous la voie ferrée concentre à lui seul une plainte sur cinq.",),
    ("Piétons et cyclistes", "Tout public", "Usagers des parcs"),
    ("Services techniques", "Direction de l’urbanisme", "Référent sûreté"),
    ("Police nationale", "Architecte des bâtiments de France", "Habitants relais", "Syndicat d’énergie", "SNCF"),
    ("Nombre d’avis rendus", "Nombre de points repris", "Enquête de ressenti auprès des usagers"),
)

TRANSPORT = Theme(
    (
        "Des équipes mixtes montent à bord aux heures de tension et restent aux pôles d’échange jusqu’au dernier départ.",
        "La descente à la demande est étendue à toutes les lignes après vingt et une heures.",
    ),
    ("Les conducteurs déclarent deux fois plus d’incidents sur la ligne qui dessert les lycées.",),
    ("Voyageurs", "Voyageuses du soir", "Scolaires"),
    ("Syndicat de transport", "Exploitant du réseau", "Région"),
    ("Police nationale", "SNCF", "Médiateurs", "Lycées", "Association d’usagers"),
    ("Nombre d’incidents déclarés", "Nombre d’heures de présence", "Part des voyageurs se disant rassurés"),
)

SENIORS = Theme(
    (
        "Des ateliers montrent, exemples à l’appui, les ruses des faux artisans et des faux conseillers.",
        "Les personnes seules qui le souhaitent sont appelées chaque semaine par un bénévole.",
    ),
    ("Les vols par fausse qualité touchent surtout des personnes de plus de soixante-quinze ans.",),
    ("Personnes de plus de 65 ans", "Seniors isolés et aidants"),
    ("CCAS", "Gendarmerie nationale", "Centre local d’information gérontologique"),
    ("Clubs d’aînés", "Banques", "Services d’aide à domicile", "La Poste", "Pharmacies"),
    ("Nombre d’ateliers", "Nombre de participants", "Nombre de faits signalés par les seniors"),
)

RADICAL = Theme(
    (
        "Une formation d’une journée, renouvelée chaque année, est ouverte aux agents et aux bénévoles.",
        "Un correspondant unique reçoit les inquiétudes et les transmet à la cellule de la préfecture.",
    ),
    ("Les clubs sportifs demandent des repères simples et un interlocuteur connu.",),
    ("Agents, éducateurs et bénévoles", "Professionnels au contact des jeunes"),
    ("Préfecture", "Coordination du CLSPD", "Référent laïcité"),
    ("Clubs sportifs", "Éducation nationale", "Caisse d’allocations familiales", "Associations cultuelles", "Renseignement territorial"),
    ("Nombre de personnes formées", "Nombre de structures représentées"),
)

PILOTAGE = Theme(
    (
        "Les partenaires versent chaque trimestre leurs comptages dans un tableau commun, commenté en cellule de veille.",
        "Une journée par an réunit tous les signataires autour des résultats et des suites à donner.",
    ),
    ("Chaque service compte à sa manière et les chiffres ne se recoupent pas.",),
    ("Membres du conseil", "Élus et techniciens"),
    ("Coordination du CLSPD", "Cabinet du maire", "Observatoire départemental"),
    ("Police nationale", "Bailleurs sociaux", "Éducation nationale", "Transporteur", "Sapeurs-pompiers", "Parquet"),
    ("Nombre de tableaux publiés", "Nombre de partenaires contributeurs", "Nombre de réunions tenues"),
)

THEMES = {
    "jeunes": JEUNES,
    "scolaire": SCOLAIRE,
    "parents": PARENTS,
    "ecrans": ECRANS,
    "addictions": ADDICTIONS,
    "violences": VIOLENCES,
    "victimes": VICTIMES,
    "recidive": RECIDIVE,
    "mediation": MEDIATION,
    "video": VIDEO,
    "police": POLICE,
    "commerce": COMMERCE,
    "habitat": HABITAT,
    "route": ROUTE,
    "liens": LIENS,
    "espaces": ESPACES,
    "transport": TRANSPORT,
    "seniors": SENIORS,
    "radical": RADICAL,
    "pilotage": PILOTAGE,
}

WHERE = (
    "Toute la commune",
    "Quartier de la Gare",
    "Centre ancien",
    "Ensemble du territoire",
    "Quartiers prioritaires",
    "Abords des établissements scolaires",
)
MEANS = (
    "Un demi-poste de coordination, une salle prêtée par la ville.",
    "Deux agents formés, un véhicule de service.",
    "Prestation d’une association, matériel pédagogique.",
    "Moyens propres des partenaires, sans recrutement.",
    "Un équivalent temps plein cofinancé.",
)
FUNDERS = ("FIPD", "Ville", "Département", "Région", "CAF", "MILDECA", "Bailleurs")
CALENDARS = (
    "{first}-{next}",
    "1er semestre {next}",
    "De septembre {first} à juin {next}",
    "Toute la durée de la stratégie",
    "Démarrage en janvier {next}",
    "Chaque année",
    "Dernier trimestre {first}",
    "{start} à {end}",
)
EVALUATIONS = (
    "Bilan annuel présenté en formation restreinte.",
    "Questionnaire remis aux participants, dépouillé par la coordination.",
    "Point d’étape à mi-parcours, puis bilan final en séance plénière.",
    "Comparaison des comptages avant et après l’action.",
)
STATUSES = ("En cours", "À lancer", "Réalisée", "Reportée", "En préparation")
