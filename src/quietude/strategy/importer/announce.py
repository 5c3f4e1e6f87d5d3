"""Sentences and headings that announce a list: « … s'articule autour de trois axes : », « Les actions menées ».

They say what the items that follow are, and how many. The missions that the law gives to a council, its members and its
instances are announced in the same way: those are recognised here too, so that nobody takes them for a plan.
"""

import re
from dataclasses import dataclass
from typing import Literal

from . import vocabulary as words
from .text import flat, fold, word_count

Kind = Literal["axis", "action", "general"]

_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(words.NUMBER_WORDS)})"
_NOUN = rf"(?P<noun>{'|'.join(words.AXIS_NOUNS + words.ACTION_NOUNS)})"
_DETERMINER = (
    r"(?:les|des|ses|nos|ces|leurs|plusieurs|differents|differentes|divers|diverses|quelques|grands|"
    r"grandes|principaux|principales|premieres|premiers|suivants|suivantes|nouvelles|nouveaux)"
)
_ADJECTIVE = (
    r"(?:grands?|grandes?|principaux|principales|nouveaux|nouvelles|premiers|premieres|autres|memes|"
    r"differents|differentes|vastes)"
)
ANNOUNCED = re.compile(
    rf"(?<![\w'])(?:(?:{_DETERMINER}\s+)?{_COUNT}|{_DETERMINER})\s+(?:{_ADJECTIVE}\s+){{0,2}}{_NOUN}(?![\w-])"
)
BARE_NOUN = re.compile(rf"(?<![\w'])(?<!d'){_NOUN}(?![\w-])")
BY_AXIS = re.compile(r"\bpar (?:axe|orientation|priorite|thematique|volet)s?(?: prioritaires?| strategiques?)?\s?:$")
WEAK_NOUNS = frozenset(
    (
        "chantiers",
        "objectifs",
        "domaines",
        "champs",
        "plans",
        "interventions",
        "initiatives",
        "enjeux",
        "dispositifs",
        "realisations",
    )
)
PLAN_WORDS = frozenset(
    "existantes existants existante nouvelles nouveaux poursuivre renforcer conforter engager creer developper venir "
    "lancer conduire de des du d la le les l et en au aux a pour par sur dans avec strategie strategies "
    "strategique strategiques "
    "plan plans contrat clspd cispd stspd conseil territoriale territorial "
    "locale local intercommunale intercommunal communal municipal prioritaire prioritaires operationnel "
    "operationnels operationnelle operationnelles transversal transversale transversales transversaux "
    "retenu retenus retenue retenues menee menees mene menes mis mise mises oeuvre place prevue prevues prevus "
    "engagee engagees realisee realisees developpees programmees proposees travail "
    "intervention interventions action actions concrete concretes principal principaux principale principales annee "
    "annees periode notre nos la commune ville agglomeration "
    "communaute programme suivants suivantes thematiques thematique general generaux generales cours lancees phares "
    "securite prevention delinquance tranquillite publique "
    "mandat democlspd document politique municipale c quelles quels sont ont ete qui une un trois quatre cinq deux "
    "six grands grandes axe axes objectif objectifs".split()
)
LONGEST = 700


@dataclass(frozen=True, slots=True)
class Announcement:
    """``count`` is the number of items that the text promises, if it says; ``weak`` when the noun is a common word."""

    kind: Kind
    count: int | None
    weak: bool = False


def announced_by(text: str) -> Announcement | None:
    """What the last sentence of ``text`` announces, or None."""
    sentence = _last_sentence(text)
    plain = flat(sentence)
    opens = plain.rstrip().endswith(":")
    if len(plain) > LONGEST or any(phrase in plain for phrase in words.NEVER_ANNOUNCING):
        return None
    if opens and any(w in plain for w in words.ACHIEVEMENT_WORDS):
        return Announcement("action", None)
    if opens and BY_AXIS.search(plain):
        return Announcement("axis", None)
    found = ANNOUNCED.search(plain) or (BARE_NOUN.search(plain) if opens and word_count(plain) <= 12 else None)
    if found is None or not (opens or any(w in plain for w in words.DECISION_WORDS)):
        return None
    if not opens and (
        found.groupdict().get("count") is None and "plusieurs" not in found.group() and "suivant" not in plain
    ):
        return None
    return None if _turns_away(found, plain) else _announcement(found)


def announced_by_heading(text: str) -> Announcement | None:
    """What a heading promises: « Les axes », « Nos 4 priorités », « Plan d'actions », « Objectifs généraux »."""
    folded = re.sub(r"^(?:[ivx]{1,4}|\d{1,2}|[a-h]) (?=\S)", "", fold(text))
    if word_count(folded) > 16 or is_outside(text) or text.rstrip().endswith("."):
        return None
    bare = re.sub(r"^(?:les|nos|ses|des|le|la|l|un|une) ", "", folded)
    bare = re.sub(rf"^(?:\d{{1,2}}|{'|'.join(words.NUMBER_WORDS)}) ", "", bare)
    if any(bare == _folded(h) or bare.startswith(_folded(h) + " ") for h in words.GENERAL_HEADINGS):
        return Announcement("general", None)
    plain = flat(text)
    found = ANNOUNCED.search(plain) or BARE_NOUN.search(plain)
    if found and not _turns_away(found, plain) and _is_only_plan(text, found):
        return _announcement(found)
    named = re.match(r"(?:plans? d actions?|programmes? d actions?|fiches? actions?|feuille de route)\b", bare)
    if named and all(w in PLAN_WORDS or w.isdigit() for w in bare[named.end() :].split()[:4]):
        return Announcement("action", None)
    return None


def _is_only_plan(text: str, found: re.Match[str]) -> bool:
    """Does a heading say nothing but « Les axes… », whose they are and when? « Chantiers éducatifs » says more."""
    plain = flat(text)
    if any(phrase in plain for phrase in words.NEVER_ANNOUNCING) or len(plain[: found.start()].split()) > 4:
        return False
    rest = text[found.end() :]
    return all(flat(w) in PLAN_WORDS or w[0].isupper() or w.isdigit() for w in re.findall(r"[^\W_]+", rest))


def _folded(text: str) -> str:
    return re.sub(r"^(?:les|nos) ", "", fold(text))


def _announcement(found: re.Match[str]) -> Announcement:
    noun, count = found["noun"], found.groupdict().get("count")
    number = None if count is None else int(count) if count.isdigit() else words.NUMBER_WORDS[count]
    return Announcement("action" if noun in words.ACTION_NOUNS else "axis", number, noun in WEAK_NOUNS)


def _last_sentence(text: str) -> str:
    text = text.rstrip()
    parts = re.split(r"(?<=[.!?])\s+(?=[A-ZÉÈÀÊÎÔÇ«])", text[-1500:])
    if len(parts) > 1 and re.match(r"(?:les |en )?(?:voici|ci-dessous|ils sont)", flat(parts[-1])):
        return " ".join(parts[-2:])
    return parts[-1]


def _turns_away(found: re.Match[str], plain: str) -> bool:
    """Is a common noun (actions, objectifs…) used of something else than a plan?"""
    common = found["noun"] in WEAK_NOUNS or found["noun"] in words.ACTION_NOUNS
    near = plain[max(0, found.start() - 45) :]
    return common and any(phrase in near for phrase in words.RARELY_ANNOUNCING)


_SURE = tuple(sorted((fold(h) for h in words.SURELY_OUTSIDE), key=len, reverse=True))
_USUAL = tuple(sorted((fold(h) for h in words.OUTSIDE_HEADINGS), key=len, reverse=True))
_OWN_WORDS = frozenset(
    "strategie strategies clspd cispd conseil plan contrat dispositif demarche document local locale intercommunal "
    "intercommunale "
    "territorial territoriale securite prevention delinquance suivi evaluation gestion groupes travail commune ville "
    "pilotage gouvernance "
    "et de du des la le les l d un une au aux en sur pour par a qui sont est quel quelle comment son sa ses annuel "
    "annuelle general generale "
    "reglementaire legal juridique national nationale departemental institutionnel bilan modalites mise oeuvre cadre "
    "contexte partenaires "
    "instances animation coordination liste membres articulation operationnel operationnelle stspd cls "
    "fonctionnement organisation precedente projet "
    "composition mission missions role objectifs".split()
)


def is_outside(text: str) -> bool:
    """True for a heading of what surrounds a plan: governance, context, members, law, assessment, downloads…"""
    folded = re.sub(r"^(?:[ivx]{1,4}|\d{1,2}(?: \d{1,2})*|[a-h]) (?=\S)", "", fold(text))
    bare = re.sub(
        r"^(?:les|le|la|l|un|une|des|du|nos|notre|son|sa|ses|quels?|quelles?|qui|comment|elements de|quelques) ",
        "",
        folded,
    )
    for form in (folded, bare):
        if any((form + " ").startswith(head + " ") or len(head) > 7 and form.startswith(head) for head in _SURE):
            return True
        head = next((head for head in _USUAL if (form + " ").startswith(head + " ")), None)
        if head is not None and all(w in _OWN_WORDS or w.isdigit() for w in form[len(head) :].split()):
            return True
    return "?" in text and any(
        w in folded for w in ("clspd", "cispd", "conseil local", "stspd", "conseil intercommunal")
    )


def is_past(text: str) -> bool:
    """Does a sentence tell what a strategy *was* made of?"""
    return (
        re.search(
            r"\b(?:comportait|comprenait|s'articulait|reposait|etait|prevoyait|avait|avaient|declinait)\b", flat(text)
        )
        is not None
    )


def are_missions(items: list[str]) -> bool:
    """True when a list repeats what the law asks of every council, or names people and bodies: not a plan."""
    if not items:
        return False
    plain = [flat(item)[:260] for item in items]
    missions = sum(any(p in item for p in words.MISSION_PHRASES) for item in plain)
    members = sum(item.startswith(words.MEMBER_OPENINGS) for item in plain)
    return missions * 3 >= len(items) or members * 2 > len(items) or (members + missions) * 2 > len(items)
