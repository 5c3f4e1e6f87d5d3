"""The names that French action sheets give to their fields, and how to recognise one on its own or before a value.

A name is a head word (« pilote », « indicateurs »…) followed only by words that such names carry (« de l'action »,
« associés », « prévisionnel »…): that reads « Pilote(s) de l'action » as well as « Structure porteuse » without a
list of every wording, and leaves « Partenariat avec les bailleurs » alone, for it says more than a name.
"""

import re
from dataclasses import dataclass

from .text import flat, listed, squeeze

HEADS: dict[str, tuple[str, ...]] = {
    "lead": listed(
        """
        pilote | copilote | coporteur | co-porteur | co-pilote | porteur | pilotage | referent | responsable |
        chef de file | chef de projet |
        maitre d'ouvrage | maitrise d'ouvrage | operateur | structure porteuse | structure pilote |
        structure referente | structure responsable | service pilote | service porteur | service responsable |
        service referent | organisme porteur | organisme pilote | coordonnateur | coordinateur | coordination |
        portage | porte par | pilote par | institution pilote | mise en oeuvre par | maitre d'oeuvre |
        maitrise d'oeuvre | animateur | qui pilote | service instructeur | elu referent | qui
        """
    ),
    "partners": listed(
        """
        partenaire | partenariat | acteur | intervenant | structure associee | service associe | avec qui |
        organisme associe | institution associee | contributeur | associe | structure partenaire |
        structure mobilisee | service mobilise | service concerne | reseau mobilise | concours | en lien avec |
        co-acteur | coporteur et partenaire
        """
    ),
    "public": listed(
        """
        public | beneficiaire | cible | destinataire | usager | population | pour qui | personne concernee |
        personne visee | profil | publics-cibles | public-cible | groupe cible | groupe-cible | tranche d'age
        """
    ),
    "territory": listed(
        """
        territoire | lieu | secteur | perimetre | localisation | quartier | commune | zone | ou | echelle |
        site
        """
    ),
    "context": listed(
        """
        contexte | constat | diagnostic | problematique | element de contexte | element de diagnostic |
        etat des lieux | pourquoi | justification | besoin | probleme | rappel du contexte |
        analyse du besoin | motif | origine
        """
    ),
    "means": ("moyen", "ressource", "outil", "support", "levier", "dispositif mobilise", "outil mobilise"),
    "funding": listed(
        """
        financement | budget | cout | financeur | plan de financement | subvention | montant | credit |
        cofinancement | cofinanceur | enveloppe | depense | recette | source de financement |
        besoin financier | moyen financier | combien
        """
    ),
    "calendar": listed(
        """
        calendrier | echeance | echeancier | delai | date | duree | planning | periode | quand | temporalite |
        programmation | demarrage | periodicite | frequence | annee | planification | agenda | debut |
        echeance de mise en oeuvre | calendrier de realisation | horizon
        """
    ),
    "indicators": listed(
        """
        indicateur | a quoi verra-t-on que c'est reussi | mesure du resultat | mesure des resultats |
        mesure de la reussite | mesure | preuve |
        critere | critere d'evaluation | mesure de l'impact | outil d'evaluation | comment mesurer
        """
    ),
    "evaluation": ("evaluation", "suivi", "bilan", "resultat", "effet attendu", "impact"),
    "status": listed(
        """
        statut | etat | avancement | etat d'avancement | niveau de realisation | degre de realisation |
        realisation | niveau d'avancement
        """
    ),
    "description": listed(
        """
        description | descriptif | objectif | finalite | contenu | modalite | deroulement | action | demarche |
        mise en oeuvre | detail | presentation | observation | remarque | commentaire | etape | activite |
        nature | but | precision | resume | mode operatoire | methodologie | interlocuteur | plus-value | freins |
        point de vigilance | reference | note | comment | quoi | sous-action | preconisation |
        information complementaire | vigilance | cadre de reference | intention | methode | principe
        """
    ),
    "title": ("intitule", "titre", "nom", "libelle", "denomination", "designation"),
    "number": listed(
        """
        n° | numero | reference | ref | code | no | n | fiche n° | action n° | fiche | fiche-action |
        fiche action | n° action | n° fiche | num | #
        """
    ),
    "axis": listed(
        """
        axe | axe de la strategie | orientation | priorite | volet | programme | thematique | theme | enjeu | pilier |
        domaine |
        chantier
        """
    ),
}
CARRIED = frozenset(
    "depart attente reussite succes rattachement rattache rattachee "
    "de des du d l la le les a au aux en et ou pour par sur un une avec dans son sa ses leur leurs action actions "
    "projet projets fiche "
    "fiche-action dispositif mesure operation associe associee mobilise mobilisee concerne concernee vise visee "
    "cible potentiel "
    "potentielle previsionnel previsionnelle prevu prevue estime estimee estimatif estimative global globale general "
    "generale specifique "
    "operationnel operationnelle strategique principal principale local locale financier financiere humain humaine "
    "materiel materielle technique "
    "necessaire suivi evaluation resultat realisation mise oeuvre attendu attendue pressenti pressentie "
    "institutionnel institutionnelle "
    "associatif associative vise intervention execution impact qualitatif qualitative quantitatif quantitative total "
    "totale annuel annuelle sollicite sollicitee "
    "responsable porteur porteuse pilote referent referente impliquer implique impliquee engage engagee envisage "
    "envisagee demande "
    "demandee eventuel eventuelle partenaire service structure organisme institution euro ttc ht 2020 2021 2022 2023 "
    "2024 2025 2026 2027 2028 n debut fin "
    "beneficiaire geographique concret concrete detaille detaillee synthetique contexte diagnostic constat objectif "
    "but travail "
    "poursuivi recherche recherchee direct indirecte directe final demarrage lancement duree calendrier moyen moyens "
    "modalite cout budget financement "
    "deja en place mis destinataire territoire commune quartier lieu etat avancement interne externe l'action "
    "indicateur critere utile utilise mobilisable".split()
)
PLURAL = re.compile(r"\((?:e?s|x|e|trice|trices|rice|ne|les?)\)|[.·]e\.?s\b|·e·s|/rice\b|-?\(ne\)")
SHORTENED = {
    "resp": "responsable",
    "ech": "echeance",
    "obj": "objectif",
    "obs": "observation",
    "part": "partenaire",
    "parten": "partenaire",
    "ref": "referent",
    "indic": "indicateur",
    "ind": "indicateur",
    "calend": "calendrier",
    "cal": "calendrier",
    "financ": "financement",
    "fin": "financement",
    "prev": "previsionnel",
    "op": "operationnel",
    "strat": "strategique",
    "eval": "evaluation",
    "benef": "beneficiaire",
    "terr": "territoire",
    "descr": "description",
    "desc": "description",
    "int": "intitule",
    "av": "avancement",
    "num": "numero",
}
"""Words of headers cut short by a full stop: « Resp. », « Éch. », « Obj. opérationnel »."""
SHORT_WORD = re.compile(r"\b([^\W\d_]{2,6})\.(?=\s|$)")
COLON = re.compile(r"\s*(?:\?\s*:?|:)\s*")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A field name found at the start of a text: its key, the name as written, and the value beside it ("" if none)."""

    key: str
    name: str
    value: str


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _stems(text: str) -> list[str]:
    plain = PLURAL.sub("", flat(squeeze(text))).replace("œ", "oe")
    return [_stem(w) for w in re.findall(r"[a-z0-9°#]+(?:-[a-z]+)*", plain.replace("'", " "))]


_HEADS = sorted(
    ((tuple(_stems(head)), key) for key, heads in HEADS.items() for head in heads), key=lambda pair: -len(pair[0])
)
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _head, _key in _HEADS:
    if _head:
        _BY_FIRST.setdefault(_head[0], []).append((_head, _key))
_CARRIED = frozenset(_stem(w) for w in CARRIED) | CARRIED


def in_full(name: str) -> str:
    """The name with its shortened words written out: « Obj. opérationnel » is « objectif opérationnel »."""
    return SHORT_WORD.sub(lambda found: SHORTENED.get(flat(found[1]), found[0]), name)


def field_key(name: str) -> str | None:
    """The field that ``name`` stands for, or None when it is not the name of a field."""
    if len(name) > LONGEST_NAME or not name.strip():
        return None
    stems = _stems(in_full(name))
    while stems and stems[0] in ("le", "la", "les", "l", "nos", "son", "se", "ses", "sa"):
        stems = stems[1:]
    if not stems or len(stems) > 8:
        return None
    for head, key in _BY_FIRST.get(stems[0], ()):
        if tuple(stems[: len(head)]) == head and _says_no_more(stems[len(head) :]):
            return _refined(key, stems)
    return None


def _says_no_more(stems: list[str]) -> bool:
    """Are these words that names of fields carry, or, after « et », a second name (« Coût et financeurs »)?"""
    for i, word in enumerate(stems):
        if word not in _CARRIED and not word.isdigit():
            return i > 0 and stems[i - 1] == "et" and field_key(" ".join(stems[i:])) is not None
    return True


def _refined(key: str, stems: list[str]) -> str:
    """« Moyens financiers » is about money, « Suivi : indicateurs » about indicators."""
    if key == "means" and any(w.startswith("financi") for w in stems):
        return "funding"
    if key == "evaluation" and "indicateur" in stems:
        return "indicators"
    if key == "description" and stems[:2] == ["mise", "oeuvre"] and "calendrier" in stems:
        return "calendar"
    return key


SURE = frozenset(("lead", "partners", "public", "funding", "calendar", "indicators", "status", "means"))
"""Fields whose name alone proves a sheet; « Contexte » or « Objectifs » also stand at the head of sections."""
PROOF = frozenset(("lead", "partners", "funding", "indicators"))
"""Fields that only action sheets have; a public, a place or a date also stand on the page of any service."""


def named_field(text: str, bold_lead: int = 0) -> Named | None:
    """The field that opens ``text``: « Pilote : la Ville », « Pilote » alone, or a name in bold before its value."""
    text = text.strip()
    colon = COLON.search(text[: LONGEST_NAME + 5])
    if colon and (key := field_key(text[: colon.start()])):
        return Named(key, text[: colon.start()].strip(), text[colon.end() :].strip())
    if 0 < bold_lead < len(text) and (key := field_key(text[:bold_lead].strip(" :-–"))):
        return Named(key, text[:bold_lead].strip(" :-–"), text[bold_lead:].lstrip(" :-–"))
    dash = re.search(r"\s[-–—]\s", text[:LONGEST_NAME])
    if dash and (key := field_key(text[: dash.start()])) and key in SURE:
        return Named(key, text[: dash.start()].strip(), text[dash.end() :].strip())
    if len(text) <= LONGEST_NAME and text[:1].isupper() and (key := field_key(text.rstrip(" :?"))):
        return Named(key, text.rstrip(" :?"), "")
    return None
