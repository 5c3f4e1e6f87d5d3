"""Titles and texts of action sheets, drawn from the words of the field: never twice alike, always the same per seed."""

from random import Random

ACTIONS = (
    "Prévenir {ill}",
    "Lutter contre {ill}",
    "Sensibiliser {people} aux risques liés à {ill2}",
    "Accompagner {people} {where}",
    "Renforcer la présence de proximité {where}",
    "Mettre en place une cellule de veille sur {ill}",
    "Organiser des ateliers de parole avec {people}",
    "Ouvrir une permanence pour {people} {where}",
    "Former les professionnels au repérage de {ill2}",
    "Coordonner les réponses à {ill2} {where}",
    "Développer les chantiers éducatifs {where}",
    "Repérer et orienter {people}",
)
ILLS = (
    ("le décrochage scolaire", "l’absentéisme"),
    ("les violences intrafamiliales", "la violence au foyer"),
    ("les rassemblements bruyants", "l’occupation des halls"),
    ("la récidive des mineurs", "la récidive"),
    ("les rodéos motorisés", "la vitesse"),
    ("le harcèlement entre élèves", "l’usage des réseaux"),
    ("les conduites addictives", "la consommation d’alcool"),
    ("les cambriolages", "l’isolement des logements"),
    ("les dépôts sauvages", "la dégradation du cadre de vie"),
    ("les escroqueries visant les aînés", "la vulnérabilité"),
    ("les violences dans les transports", "l’insécurité des trajets"),
    ("l’entrée dans les trafics", "l’argent facile"),
    ("les discriminations", "l’exclusion"),
    ("le basculement vers la radicalisation", "l’emprise"),
)
PEOPLE = (
    "les collégiens de quatrième et de troisième",
    "les jeunes sortis de l’école",
    "les familles monoparentales",
    "les femmes victimes de violences",
    "les habitants des résidences sociales",
    "les commerçants du centre",
    "les personnes âgées isolées",
    "les parents d’élèves du secteur",
    "les jeunes suivis par la justice",
    "les gardiens d’immeuble",
    "les usagers de la route",
    "les locataires des tours",
)
PLACES = (
    "dans le quartier des Tilleuls",
    "aux abords du collège",
    "dans le centre ancien",
    "sur la place du marché",
    "autour de la gare routière",
    "dans les communes rurales",
    "au pied des immeubles de la Plaine",
    "dans les équipements sportifs",
    "le long du canal",
    "dans la zone commerciale nord",
    "à l’échelle de l’intercommunalité",
    "dans les parcs et jardins",
)
SUBJECTS = (
    "Le groupe territorial",
    "La coordination",
    "Le service de prévention de la ville",
    "L’équipe de médiation sociale",
    "Le club de prévention spécialisée",
    "La police municipale",
    "Le bailleur",
    "L’éducation nationale",
    "Le centre social",
    "L’association d’aide aux victimes",
    "La mission locale",
    "Le service pénitentiaire d’insertion et de probation",
)
VERBS = (
    "réunit chaque trimestre",
    "reçoit en entretien",
    "oriente vers les services compétents",
    "accompagne dans leurs démarches",
    "rencontre sur le terrain",
    "informe lors de temps collectifs",
    "associe à la préparation des séances",
    "suit pendant six mois au moins",
)
REASONS = (
    "afin que chaque situation trouve un interlocuteur",
    "pour éviter que les difficultés ne s’installent",
    "dans le respect de la charte de confidentialité",
    "sur la base du diagnostic partagé avec les partenaires",
    "avec un point régulier devant le comité restreint",
    "et rend compte à la formation plénière",
    "sans se substituer aux services de droit commun",
    "à partir des signalements reçus pendant l’année",
)
FINDINGS = (
    "Les partenaires constatent une hausse des signalements {where} depuis deux ans.",
    "Le diagnostic local relève que {people} connaissent mal les lieux d’accueil.",
    "Les faits se concentrent en fin de journée et pendant les congés scolaires {where}.",
    "Les habitants expriment un sentiment d’abandon malgré les actions déjà conduites.",
    "La réponse reste dispersée : chaque service agit, peu d’informations circulent.",
    "L’action menée lors de la stratégie précédente a touché {people}, sans durer.",
)
MEANS = (
    "Un mi-temps de médiateur, une salle prêtée par la ville et un budget de communication.",
    "Deux intervenants formés, un véhicule et des supports d’information.",
    "Le poste de coordination, un prestataire pour les ateliers et la participation des partenaires.",
    "Des vacations d’éducateurs, un local au rez-de-chaussée et du petit matériel.",
)
CALENDARS = (
    "Démarrage au premier trimestre, bilan intermédiaire en juin, bilan complet en décembre.",
    "De septembre à juin, une séance par mois hors congés scolaires.",
    "Trois sessions par an, au printemps, en été et à l’automne.",
)
EVALUATIONS = (
    "Nombre de personnes reçues, nombre d’orientations suivies d’effet, avis des participants.",
    "Évolution des signalements, assiduité aux ateliers, délai de réponse aux demandes.",
    "Nombre de séances tenues, partenaires présents, situations sorties du suivi.",
)
STEPS = (
    "Réunir les partenaires et fixer le calendrier",
    "Recruter l’intervenant",
    "Signer la convention",
    "Tenir la première séance",
    "Faire le bilan intermédiaire",
    "Présenter les résultats en comité restreint",
)
FUNDERS = ("Ville", "FIPD", "Département", "MILDECA", "Contrat de ville", "CAF", "Bailleur")
INDICATORS = (
    ("Personnes reçues", "personnes"),
    ("Ateliers tenus", "ateliers"),
    ("Orientations suivies d’effet", "%"),
    ("Partenaires présents", "partenaires"),
    ("Délai moyen de réponse", "jours"),
)
NEWS = (
    "Point avec les partenaires : le calendrier est confirmé pour la suite de l’année.",
    "La séance s’est tenue devant une assistance nombreuse ; le compte rendu a été envoyé.",
    "Le financeur demande une pièce de plus, à fournir avant la fin du mois.",
    "L’intervenant a changé ; la relève est assurée sans interruption.",
    "Trois familles orientées vers le centre social, une vers la permanence juridique.",
    "État : à lancer → en cours.",
)
RARE = (
    "orgue",
    "péniche",
    "astrolabe",
    "moulin",
    "harmonium",
    "belvédère",
    "lavoir",
    "ruche",
    "kiosque",
    "vitrail",
    "beffroi",
    "écluse",
    "verger",
    "carillon",
    "funiculaire",
    "pigeonnier",
    "tannerie",
    "sémaphore",
    "phare",
    "glacière",
)
"""Words that no other sentence holds: each stands in exactly ten sheets of a council, to be searched for."""


class Pen:
    """Writes with one seed: the same calls in the same order give the same words."""

    def __init__(self, seed: str) -> None:
        self.draw = Random(seed)  # noqa: S311 - words, not secrets

    def title(self) -> str:
        """A title of 6 to 16 words."""
        return self._fill(self.draw.choice(ACTIONS))

    def sentence(self) -> str:
        """Some 25 words: who does what, with whom, where, why."""
        pick = self.draw.choice
        return f"{pick(SUBJECTS)} {pick(VERBS)} {pick(PEOPLE)} {pick(PLACES)} {pick(REASONS)}."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def finding(self) -> str:
        """A « constat » of some 60 words."""
        return " ".join(self._fill(one) for one in self.draw.sample(FINDINGS, 3)) + " " + self.sentence()

    def _fill(self, pattern: str) -> str:
        first, second = self.draw.choice(ILLS)
        people, where = self.draw.choice(PEOPLE), self.draw.choice(PLACES)
        return pattern.format(ill=first, ill2=second, people=people, where=where)


def searched(rank: int) -> str:
    """The sentence that holds the rare word of ``rank``."""
    return f"Le rendez-vous est donné devant « {RARE[rank]} », lieu connu de tous."
