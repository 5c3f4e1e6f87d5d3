"""What the document says of itself: its title, its territory, its period."""

import re

from .lines import Line, Source
from .text import flat, fold, squeeze, tidy_title

Period = tuple[int | None, int | None]

YEAR = r"(?:19|20)\d\d"
SPAN = re.compile(rf"(?<![\d/.])({YEAR})\s*(?:-|/|>|a|au|et|jusqu'en|->|jusqu'a)\s*({YEAR})(?!\d)")
LONG_SPAN = re.compile(rf"(?:de|du|d'|entre|pour)?\s*(?:\d{{1,2}}(?:er)?\s)?(?:[a-z]+\s)?({YEAR})\s+(?:a|au|jusqu'au|jusqu'en|et)\s+(?:la fin\s)?(?:\d{{1,2}}(?:er)?\s)?(?:[a-z]+\s)?({YEAR})(?!\d)")
YEARS_LIST = re.compile(rf"annees\s+({YEAR})(?:,\s*{YEAR})*\s*(?:,|et|a|-)\s*({YEAR})")
END_ONLY = re.compile(rf"(?:jusqu'en|jusqu'a|jusqu'au|d'ici|echeance|a horizon|horizon|au terme de|prend fin|expire)[^.;]{{0,40}}?({YEAR})(?!\d)")
START_ONLY = re.compile(rf"(?:a compter de|a compter du|a partir de|a partir du|depuis|des)\s(?:la\s)?(?:rentree\s|fin\s|debut\s|\d{{1,2}}(?:er)?\s)?(?:[a-z]+\s)?({YEAR})(?!\d)")
OTHER = re.compile(
    r"national|departemental|gouvernement|interministeriel|precedent|ancien|premiere strategie|bilan|plan d'epargne|evolution|entre les annees|statisti|faits constates|"
    r"mandat|contrat de ville|region|baisse|hausse|snpd|pdpd|faisait suite|avait|couvrait|pour memoire|recul|diagnostic|projet educatif|loi |decret|avait ete|s'est achev|penultieme|signait"
)
OWN = re.compile(r"strateg|plan |contrat|feuille de route|periode|stspd|programme|clspd|cispd|orientation|document|axes|duree|schema|actions|fiches")
DOCUMENT_NAMES = re.compile(
    r"(?:strategie|plan|contrat|schema|programme|feuille de route|pacte|charte|convention)s?(?:\s(?:pluriannuel(?:le)?|triennal(?:e)?))?"
    r"(?:\s(?:territoriale?|locale?|communale?|municipale?|intercommunale?|metropolitaine?|d'actions?|d'action|de prevention|de securite|de tranquillite|de lutte))"
    r"(?:[\s-]+(?:territoriale?|locale?|communale?|intercommunale?|metropolitaine?|pluriannuel(?:le)?|de|d'|des|du|la|le|les|l'|et|a|securite|prevention|delinquance|radicalisation|tranquillite|publique|publiques|lutte|contre|action|actions|insecurite|incivilites|partenariale?|"
    r"violences|citoyennete|aide|aux|victimes|sur|au|clspd|cispd|stspd|\(stspd\)|\(clspd\)|\(cispd\)|\(stspdr?\)))*"
)
SHORT_NAMES = re.compile(r"\bstspd\b|feuille de route|strategie territoriale|plan d'actions?|strategie de securite[a-z' ]*|strategie de prevention[a-z' ]*")
HEAD_LINES = 14


def find_title(lines: list[Line], source: Source) -> str | None:
    """The name of the document: the longest one in its first lines, else the first in its text."""
    named = [(line, found) for line in lines[:60] if (found := _document_name(line.text))]
    head = [(line, name) for line, name in named if line in lines[:HEAD_LINES] and len(line.text) < 220]
    if head:
        return max(head, key=lambda pair: (len(fold(pair[1]).split()) >= 3, pair[0].kind == "heading" or len(pair[0].text) < 140))[1]
    if named:
        return named[0][1]
    return _document_name(source.title) if source.title else None


def _document_name(text: str) -> str | None:
    plain = flat(text)
    if re.search(r"strategie nationale|plan national|plan departemental|strategie departementale", plain):
        plain = re.sub(r"(?:strategie|plan) (?:nationale?|departementale?).*", "", plain)
    found = max(DOCUMENT_NAMES.finditer(plain), key=lambda m: len(m.group()), default=None) or SHORT_NAMES.search(plain)
    if found is None:
        return None
    name = text[found.start():found.end()]
    return tidy_title(re.sub(r"(?:\s+(?:de|du|des|d['’]|la|le|les|l['’]|et|à|a|sur|au|aux))+\s*$", "", name))


def find_period(lines: list[Line]) -> Period | None:
    """The years that this document covers: those of its own title first, never those of another strategy."""
    best: tuple[float, Period] | None = None
    for position, line in enumerate(lines):
        if line.kind == "row" and position > 12:
            continue
        for sentence in re.split(r"(?<=[.;!?])\s+", flat(squeeze(line.text)))[:40]:
            for period, exactness in _periods(sentence):
                score = _period_score(sentence, line, position) + exactness
                if score > 0 and (best is None or score > best[0]):
                    best = (score, period)
    return best[1] if best else None


def _periods(sentence: str) -> list[tuple[Period, float]]:
    out: list[tuple[Period, float]] = []
    for pattern in (SPAN, YEARS_LIST, LONG_SPAN):
        for found in pattern.finditer(sentence):
            start, end = int(found.group(1)), int(found.group(2))
            if 0 < end - start <= 12:
                out.append(((start, end), 1.0))
    if out:
        return out
    if (found := END_ONLY.search(sentence)):
        out.append(((None, int(found.group(1))), 0.4))
    elif (found := START_ONLY.search(sentence)) and re.search(r"pour (?:une duree de |une periode de )?(?:trois|quatre|cinq|six|3|4|5|6) ans|duree", sentence):
        out.append(((int(found.group(1)), None), 0.3))
    return out


def _period_score(sentence: str, line: Line, position: int) -> float:
    score = 2.0 if position < 6 else 1.0 if position < HEAD_LINES else 0.0
    score += 1.5 if OWN.search(sentence) else 0.0
    score += 1.0 if line.kind == "heading" or len(line.text) < 100 else 0.0
    score -= 5.0 if OTHER.search(sentence) else 0.0
    score -= 2.0 if re.search(r"\b(?:calendrier|echeance|annee scolaire)\s*:", sentence) and position >= HEAD_LINES else 0.0
    return score - 1.6 - (1.0 if re.match(r"\d{1,2}\s", sentence) else 0.0)


PLACE = r"(?:[A-ZÉÈÀÂÊÎÔÇ][\w’'-]*(?:[\s-](?:(?:de|du|des|la|le|les|en|sur|sous|et|aux|à|lès|lez|l|d)[\s'’-]+)*[A-ZÉÈÀÂÊÎÔÇ][\w’'-]*)*)"
PLACE_LIST = rf"(?:(?:de |du |des |d['’]|de la |l['’]|la |le |les )?{PLACE}(?:\s?,\s(?!(?:Préfet|Maire)){PLACE})*)"
BODY = r"(?:[Cc]ommunauté (?:urbaine|d['’][Aa]gglomération|de communes)|COMMUNAUTÉ (?:URBAINE|D['’]AGGLOMÉRATION|DE COMMUNES)|[Mm]étropole|MÉTROPOLE|[Aa]gglomération|[Cc]C|[Bb]assin|[Pp]ays|[Ss]yndicat|Grand|Val|Vallée|Plaine)"
TERRITORY_PATTERNS = tuple(re.compile(p) for p in (
    rf"(?P<place>(?:[Cc]ommunauté (?:urbaine|d['’][Aa]gglomération|de [Cc]ommunes)|COMMUNAUTÉ (?:URBAINE|D['’]AGGLOMÉRATION|DE COMMUNES)|[Mm]étropole)\s+(?:du |de la |des |de l['’]|de |d['’]|DU |DE LA |DES |DE L['’]|DE |D['’])?{PLACE})",
    rf"(?:[Vv]ille|VILLE|[Cc]ommune|COMMUNE|[Mm]airie|MAIRIE|[Mm]unicipalité|[Cc]onseil municipal|[Mm]aire)\s+(?:de la |de |du |des |d['’]|DE LA |DE |DU |DES |D['’])(?P<place>(?:L[ae]s? )?{PLACE})",
    rf"(?:CLSPDR?|CISPDR?|STSPDR?|CLSPD-R|CISPD-R|CLS)\s+(?:de la |de |du |des |d['’]|de l['’])?(?P<place>(?:[Bb]assin |[Pp]ays )?(?:du |de la |de |d['’])?{PLACE_LIST}(?:\s(?:et|&)\s{PLACE})?)",
    rf"(?P<place>(?:[Bb]assin(?: de vie)?|[Pp]ays|[Aa]gglomération)\s+(?:de la |de |du |des |d['’]){PLACE})",
    rf"(?:délinquance|DÉLINQUANCE|[Ss]écurité|tranquillité publique|publique|actions?)\s+(?:(?:de la ville )?(?:de |du |d['’]|à )|[-–—]\s?)(?P<place>{PLACE})",
    rf"(?:^|\s)(?:à|À)\s(?P<place>{PLACE})",
))
NOT_A_PLACE = frozenset(
    "etat republique france clspd cispd stspd cls fipd police gendarmerie prefet procureur maire conseil ville strategie prevention securite axe action fiche plan "
    "delinquance sommaire introduction preambule contexte gouvernance annexe radicalisation tranquillite priorite orientation objectif document projet partenaires etc "
    "justice departement region national madame monsieur janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre les la le l un une".split()
)


def find_territory(lines: list[Line], source: Source) -> str | None:
    """The commune, communes or community that the document speaks for, as it writes it."""
    counts: dict[str, tuple[float, str]] = {}
    texts = [line.text for line in lines[:80]] + ([source.title] if source.title else [])
    for position, text in enumerate(texts):
        for rank, pattern in enumerate(TERRITORY_PATTERNS):
            for found in list(pattern.finditer(text[:1500]))[:6]:
                place = _tidy_place(found["place"])
                if place is None:
                    continue
                weight = (6 - rank) / (1 + (position > 12)) + (1.0 if position < 5 else 0.0)
                score, first = counts.get(fold(place), (0.0, place))
                counts[fold(place)] = (score + weight, first)
    if not counts:
        return None
    return max(counts.values(), key=lambda pair: (pair[0], len(pair[1])))[1]


def _tidy_place(text: str) -> str | None:
    place = tidy_title(re.sub(r"\s+(?:et|de|du|des|à|en|sur|la|le|les)\s*$", "", text))
    place = re.sub(r"^(?:de la|de|du|des)\s+(?=[A-Z])", "", place)
    words = fold(place).split()
    if not words or words[0] in NOT_A_PLACE and not re.match(r"(?:le|la|les|l) \w", fold(place)) or len(place) < 3 or len(words) > 14:
        return None
    return None if words[-1] in NOT_A_PLACE or all(w in NOT_A_PLACE for w in words) else place
