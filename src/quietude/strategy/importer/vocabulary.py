"""Every word the rules know, in one place: to teach the importer a new French habit, add it here.

All entries are written without accents and in lower case, as ``text.flat`` gives them.
"""

from .text import listed

# ---------------------------------------------------------------- the names of the levels

UPPER_WORDS = listed(
    """
    axe | orientation | priorite | programme | theme | thematique | enjeu | volet | schema | plan | pilier |
    defi | ambition | domaine | levier | engagement | chantier | champ | bloc | finalite
    """
)
MIDDLE_WORDS = listed(
    """
    objectif | sous-axe | sous axe | sous-objectif | sous-orientation | sous-theme | sous-thematique
    """
)
LEAF_WORDS = listed(
    """
    fiche-action | fiche action | fiche actions | fiche-actions | fiche d'action | fiche-projet |
    fiche projet | fiche mesure | fiche-mesure | fiche operation | fiche | sous-action | action | mesure |
    proposition | projet | operation
    """
)
PART_WORDS = ("partie", "chapitre", "titre", "section", "annexe", "article", "phase", "etape", "niveau", "point")
ABBREVIATIONS = {"fa": "fiche action", "os": "objectif", "oo": "objectif", "og": "objectif", "obj": "objectif"}
QUALIFIERS = listed(
    """
    strategique | prioritaire | operationnel | operationnelle | transversal | transversale | general |
    generale | principal | principale | specifique | thematique | de travail | d'intervention | d'action |
    d'actions | d'effort | structurant | structurante | majeur | majeure | local | locale
    """
)
ORDINALS = {
    "premier": "1",
    "premiere": "1",
    "1er": "1",
    "1ere": "1",
    "deuxieme": "2",
    "second": "2",
    "seconde": "2",
    "2e": "2",
    "2eme": "2",
    "2nd": "2",
    "2nde": "2",
    "troisieme": "3",
    "3e": "3",
    "3eme": "3",
    "quatrieme": "4",
    "4e": "4",
    "4eme": "4",
    "cinquieme": "5",
    "5e": "5",
    "5eme": "5",
    "sixieme": "6",
    "6e": "6",
    "6eme": "6",
    "septieme": "7",
    "7e": "7",
    "7eme": "7",
    "huitieme": "8",
    "8e": "8",
    "8eme": "8",
}
NUMBER_WORDS = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "vingt": 20,
}

# ---------------------------------------------------------------- sentences that announce a list

AXIS_NOUNS = listed(
    """
    axes | orientations | priorites | programmes | themes | thematiques | enjeux | volets | piliers | defis |
    ambitions | leviers | chantiers | champs | domaines | objectifs | plans | blocs | finalites
    """
)
ACTION_NOUNS = listed(
    """
    engagements | actions | mesures | propositions | fiches | fiches-actions | fiches-action | dispositifs | projets |
    nouveautes | realisations | operations | initiatives | interventions
    """
)
DECISION_WORDS = listed(
    """
    defini | declin | articul | organis | structur | axee | axe sur | repose | decoul | retenu | retient |
    degag | identifi | fixe | suivant | ci-dessous | comprend | comporte | compte | autour de | autour des |
    s'appuie sur | se fonde | determin | arrete | propose | valid | adopt | entérin | entérin | enterin |
    prioritaire | strategique | operationnel | se traduit | prevoit | porte sur | portent sur | en faveur |
    mis en place | mises en place | mis en oeuvre | mises en oeuvre | mene | conduit | engage | realise |
    programme | lance | developp | permis | sont | parmi | notamment | concern | voici | met en | mise en |
    poursui | prevu | travaille | menees
    """
)
ACHIEVEMENT_WORDS = listed(
    """
    ont permis | a permis | ont ete mis | a ete mis | ont ete realis | ont ete men | ont vu le jour
    """
)

# ---------------------------------------------------------------- headings

GENERAL_HEADINGS = listed(
    """
    objectifs generaux | objectif general | objectifs principaux | finalites | les finalites |
    objectifs globaux | ambition generale | objectifs de la strategie | objectifs du plan |
    objectifs du contrat
    """
)
SURELY_OUTSIDE = listed(
    """
    le mot de l opposition | opposition | gouvernance | instances | composition | compose | fonctionnement du |
    missions du | role du | le role |
    cadre legal | cadre juridique | cadre institutionnel | cadre reglementaire | cadre national |
    cadre general | cadre de reference | preambule | introduction | edito | editorial | avant propos |
    historique | diagnostic | etat des lieux | methodologie | sommaire | table des matieres | annexe |
    glossaire | sigles | lexique | liste des sigles | signataires | contact | qu est ce | c est quoi |
    saviez vous | le saviez vous | actualite | telecharger | telechargement | a telecharger | liens utiles |
    lire aussi | voir aussi | en savoir plus | pour en savoir | newsletter | meteo | mentions legales |
    chiffres cles | les chiffres | textes de reference | conclusion | comite de pilotage | comite technique |
    comite restreint | formation pleniere | formation restreinte | pleniere | numeros utiles |
    numeros d urgence | horaires | coordonnees | infos pratiques | informations pratiques |
    strategie nationale | la strategie nationale | plan departemental | pour memoire | strategie precedente |
    la precedente | precedente | retour sur | remerciements | revue de presse | questions frequentes |
    foire aux questions | en images | suivi de la strategie | le suivi de la strategie | suivi et evaluation |
    pilotage et | le pilotage | bilan de | bilan du | rappel du | rappels | rappel des | les missions |
    ses missions | qui compose | textes legislatifs | les enseignements | decide | delibere |
    apres en avoir delibere | approuve | autorise | article | cadre legislatif | ordre du jour | contexte |
    merci | questions diverses | repere | reperes | agenda | a savoir | bon a savoir | vos contacts |
    vos interlocuteurs
    """
)
"""A heading that opens with one of these is not the plan."""
OUTSIDE_HEADINGS = listed(
    """
    pilotage | instance | membres | fonctionnement | organisation | mission | missions | role | roles | cadre |
    rappel | definition | presentation | constat | constats | bilan | methode | demarche | principe |
    principes | evaluation | suivi | dispositif de suivi | signature | partenaires | les partenaires |
    partenariat | acteurs | documents | liens | partager | statistiques | references | textes |
    reglement interieur | duree | modalites | moyens humains | moyens financiers | budget | calendrier |
    mise en oeuvre | cellule de veille | groupe de travail | groupes de travail | groupes thematiques |
    deontologie | charte de deontologie | echange d informations | coordination | coordonnateur | le clspd |
    le cispd | clspd | cispd | intervenants | temoignage | temoignages | le conseil local |
    le conseil intercommunal | conseil local | conseil intercommunal | animation de la strategie | animation |
    territoire | presentation du territoire | public concerne | competences | elaboration | concertation |
    calendrier de l elaboration
    """
)
"""A heading that is one of these, with nothing but the usual words after it, is not the plan."""

NEVER_ANNOUNCING = listed(
    """
    a pour mission | pour missions | ont pour mission | missions du | missions de | ses missions |
    les missions | est compose | sont compose | se compose | sont membres | siegent | il favorise |
    a pour role | strategie precedente | precedente strategie | precedent plan | precedent contrat |
    est consulte | conseil municipal, apres
    """
)
"""Sentences about the council, not about its plan, even when they speak of axes."""
RARELY_ANNOUNCING = listed(
    """
    comprend notamment | il comprend | membres | college | instances | formations | se reunit | se reunissent |
    loi du | decret | circulaire | reunit | rassemble | regroupe | partenaires | telephone | horaires |
    principes | conseil municipal | est charge | signataires | constat | competences | niveaux | commissions |
    cellules | groupes | dispositions | a pour objectif | pour objectifs | a pour objet | a pour but |
    ont pour objectif | roles | vise a | visent a | visant a | viseront | permet de | permettent de |
    indicateurs | criteres | missions | appel a projets | subvention | recensement | dossier
    """
)
"""Words that turn « actions », « objectifs » or « dispositifs » away from a plan; axes and orientations resist them."""
MISSION_PHRASES = listed(
    """
    echange d'information | echanges d'information | dresse le constat | dresser le constat |
    definit des objectifs communs | definir des objectifs communs | definit les objectifs |
    assure l'animation et le suivi | assurer l'animation et le suivi | est consulte sur | etre consulte sur |
    encourage les initiatives | encourager les initiatives | repartition des moyens | cadre de concertation |
    instance de concertation | coordonner les initiatives | coordonne les initiatives | suit l'application |
    federer les moyens | federer les | attentes de la population | constituer un lieu | diagnostic partage |
    il est tenu informe | moyens de prevention engages | est informe
    """
)
MEMBER_OPENINGS = listed(
    """
    le prefet | la prefete | prefet | le procureur | la procureure | procureur | le maire | la maire |
    les maires | le president | la presidente | president | des representants | les representants |
    un representant | representant | un college | le college | college | m.  | mme  | monsieur | madame |
    le directeur | la directrice | le commandant | le commissaire | le recteur | l'inspecteur | le chef |
    les adjoints | l'adjoint | les elus | des elus | les conseillers | le conseil departemental |
    le sous-prefet | la sous-prefete | les bailleurs | les associations | des associations | la police |
    la gendarmerie | les forces de l'ordre | l'education nationale | les services de |
    les chefs d'etablissement | les principaux | les directeurs | la justice | la mairie | police nationale |
    police municipale | gendarmerie | education nationale | procureur de | la protection judiciaire |
    le service penitentiaire | les transporteurs | la loi | le decret | la circulaire | l'article |
    la mission locale | les travailleurs sociaux | les services
    """
)

# ---------------------------------------------------------------- what web pages and paper add around the text

ABOUT_THE_COUNCIL = listed(
    """
    clspd | cispd | conseil | presentation | qu est ce | preambule | introduction | role | demarche | edito |
    contexte | strategie
    """
)
"""Sections that are not the plan but whose text often says what its axes are."""
TOLD_ELSEWHERE = listed(
    """
    sommaire | bilan | precedent | nationale | annexe | historique | pour memoire | retour sur |
    departemental | diagnostic
    """
)
"""Sections whose axes and actions are those of another plan, or of another page."""

NOISE_PHRASES = listed(
    """
    cookie | en poursuivant votre navigation | mentions legales | plan du site | tous droits reserves |
    newsletter | partager sur | partager cette page | partager cet article | imprimer la page |
    imprimer cette page | retour en haut | haut de page | aller au contenu | accessibilite : | meteo |
    previsions  | bouton twitter | bouton facebook | suivez-nous | suivez nous | nous suivre | lire la suite |
    publie le  | mis a jour le | mise a jour le | derniere mise a jour | derniere modification |
    ecouter la page | fil d'ariane | vous etes ici | skip to | politique de confidentialite |
    donnees personnelles | gestion des cookies | accepter tout | tout accepter | tout refuser | javascript |
    copyright | credit photo | credits photo | menu principal | rechercher sur le site | s'inscrire a la |
    abonnez-vous | version imprimable | nombre de vues | upload:  | post on  | embed size | citation preview |
    commencer a balayer | you are on page | dimension: px | temps de lecture | article precedent |
    article suivant | page suivante | page precedente | conseil general de l'ain
    """
)
NOISE_LINES = listed(
    """
    accueil | menu | illustration | image | imprimer | partager | facebook | twitter | linkedin | youtube |
    instagram | email | rechercher | recherche | fermer | ouvrir | contact | contactez-nous | retour |
    suivant | precedent | haut | top | x | documents | transcript | transcription | category | download |
    others | views | 0 download | share | embed | loading | skip | video | diaporama | agrandir | telecharger |
    pdf | lire plus | en savoir plus | voir plus | connexion | envoyer | valider | ok | oui | non | plan |
    demarches | mes demarches | agenda | actualites | francais | english | sommaire du site
    """
)
MONTHS = listed(
    """
    janvier | fevrier | mars | avril | mai | juin | juillet | aout | septembre | octobre | novembre |
    decembre
    """
)
TOC_HEADINGS = listed(
    """
    sommaire | table des matieres | tables des matieres | plan du document | au sommaire | dans cette page |
    sur cette page | sommaire des fiches | liste des fiches | table des fiches | acces direct | contenu
    """
)
END_HEADINGS = listed(
    """
    a telecharger | telecharger | telechargement | telechargements | documents a telecharger |
    en telechargement | le saviez-vous | actualites | a la une | a lire aussi | lire aussi | voir aussi |
    a voir aussi | dans la meme rubrique | dans cette rubrique | liens utiles | contact | contacts |
    nous contacter | infos pratiques | informations pratiques | numeros utiles | agenda | newsletter |
    sur le meme theme | meteo locale | meteo | suivez-nous | toute l'actualite | articles recents |
    articles similaires | commentaires | laisser un commentaire | en images | numeros d'urgence |
    les dernieres actualites | dernieres actualites | a decouvrir aussi | pages liees | page liee |
    rubriques liees | contenus lies |
    contenus associes | articles lies | liens associes | a consulter aussi | voir egalement | sur le meme sujet |
    donnez votre avis | cette page vous a t elle ete utile | votre avis nous interesse |
    ces pages peuvent vous interesser | votre contact | vos contacts | acces rapides | en un clic |
    acces direct | pieces jointes | documents associes | partager cette page | evenements | documents joints |
    notes | mots-cles | publications | les actualites | l'actualite | autres actualites | annuaire
    """
)
