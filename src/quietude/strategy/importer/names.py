"""What a document calls itself and whom it speaks for."""

import re

from .fields import field_key
from .labels import parse_label
from .lines import Line, Source
from .text import flat, fold, squeeze, tidy_title

NAME = re.compile(
    r"(?<![\w'])(?:strategies? (?!nationale|departementale|regionale)|strategie$|stspd|feuille de route|catalogue "
    r"des actions|orientations? (?:\d{4}|strategiques?|du c)|"
    r"plans? (?:d'actions?|local|locaux|intercommunal|communal|municipal|territorial|metropolitain|de prevention|de "
    r"securite|de lutte|de tranquillite|pluriannuel|triennal)|"
    r"plan$|contrat (?:local|intercommunal|metropolitain|communal|municipal|territorial|triennal|pluriannuel|de "
    r"prevention|de securite|de tranquillite)|"
    r"schema (?:local|intercommunal|communal|de prevention|de securite|directeur|de tranquillite)|programme "
    r"(?:d'actions?|local|intercommunal|de prevention)|programmation|"
    r"fiches?[- ]actions?|pacte (?:local|de|intercommunal)|charte (?:locale|intercommunale)|nos orientations|nos "
    r"priorites)"
)
TAIL = re.compile(
    r"\s*[,–—|·:(-]*\s*(?:pour (?:la periode|les annees)|periode|annees?|version|adoptee?|approuvee?|validee?|"
    r"signee?)?\s*:?\s*\(?(?:19|20)\d\d(?:\s?(?:-|/|a|>|et)\s?(?:19|20)?\d\d)?\)?\.?$"
    r"|,\s(?:adoptee?|approuvee?|validee?|signee?|conclue?)\s(?:pour|en|le|par)\b.*$"
)
CUTS = re.compile(
    r"\s(?:a ete|est |sont |ont |s'|se |en constitue|doit |doivent |peut |autour d|a l'echelle|sera |jusqu|repose|"
    r"comporte|comprend|se decline|fixe|"
    r"prevoit|vise|pour la periode|pour les annees|qui |, |adopte|couvre|compte|retient|\d{4})"
)
VERBS = re.compile(
    r"\s(?:a ete|est|sont|s'articule|s'appuie|repose|comporte|comprend|se decline|fixe|prevoit|vise|se poursuivra|"
    r"sera|a defini|se dote|se dotent|adopte|lance|signe|presente|renforce|retient|s'organise|fait|permet)\s"
)
OTHER_DOCUMENTS = re.compile(
    r"contrat de ville|projet de territoire|agenda 21|plan climat|contrat local de sante|plan communal de sauvegarde|"
    r"appel a (?:projets|candidatures?|manifestation)|avis de marche|appel d'offres|cahier des charges|offre "
    r"d'emploi|recrutement|\brecrute\b|strategie nationale|plan national|"
    r"carnet d'adresses|annuaire|questionnaire|reglement interieur|fiche de poste|plan departemental|plan de "
    r"prevention de la delinquance dans le departement"
)
OWN_SUBJECT = re.compile(r"securite|prevention|delinquance|tranquillite|clspd|cispd|territoriale|stspd")
PREFIX = re.compile(r"^(?:la|le|les|notre|nos|une?|l'|objet\s?:)\s*")
HEAD = 14
LONGEST = 230


def find_title(lines: list[Line], source: Source, territory: str | None) -> str | None:
    """The name in the first lines, as written there; else the one that the text uses; None when it has none."""
    if (name := title_in_head(lines, source, territory)) is not None:
        return name
    if (name := _largest(lines, source, territory)) is not None:
        return name
    told = (line for line in lines[:80] if line.kind != "row")
    names = [name for line in told if (name := _named_in_sentence(line.text)) is not None]
    return next((name for name in names if OWN_SUBJECT.search(flat(name))), None) or next(
        (name for name in names if len(name.split()) > 1), names[0] if names else None
    )


def _largest(lines: list[Line], source: Source, territory: str | None) -> str | None:
    """The first line, where it is set larger than every other and is no label, place nor sentence: a cover's title."""
    first = lines[0] if lines else None
    if first is None or first.size is None or first.kind == "row" or len(first.text) > 120:
        return None
    others = [line.size for line in source.lines if line.size is not None and squeeze(line.text) != squeeze(first.text)]
    text = squeeze(first.text)
    if not others or first.size <= max(others) or text.endswith((".", ":", ";")) or parse_label(text) is not None:
        return None
    place = flat(territory) if territory else ""
    if len(text.split()) < 3 or re.match(r"(?:ville|commune|mairie|communaute|sommaire|clspd|cispd)\b", flat(text)):
        return None
    return None if place and flat(text) == place else tidy_title(text)


def title_in_head(lines: list[Line], source: Source, territory: str | None = None) -> str | None:
    """The name that the document gives itself in its first lines or in its metadata."""
    head = [squeeze(line.text) for line in lines[:HEAD]]
    for i, text in enumerate(head):
        if (
            i + 1 < len(head)
            and re.match(r"(?:de|du|des|d'|et|pour|a)\b", flat(head[i + 1]))
            and len(head[i + 1]) < 90
            and len(text) < 120
        ):
            text = f"{text} {head[i + 1]}"
        if len(text) < LONGEST and (name := _named_by_line(text, territory)) is not None:
            return name
    return _named_by_line(source.title, territory) if source.title else None


def is_another_document(lines: list[Line]) -> bool:
    """A call for projects, a notice, a job offer or the State's own strategy, by its first lines."""
    return any(
        OTHER_DOCUMENTS.search(flat(line.text)[:110])
        for line in lines[:3]
        if len(line.text) < 160 and not line.text.endswith(".")
    )


def _named_by_line(text: str, territory: str | None) -> str | None:
    """A line that is a name: it opens with « Stratégie… », « Plan d'actions… », after a few words at most."""
    text = squeeze(text)
    plain = flat(text)
    found = NAME.search(plain)
    if (
        found is None
        or field_key(text) is not None
        or len(plain[: found.start()].split()) > 5
        or plain.endswith(("?", ";"))
        or re.search(r"[.!]\s\w", plain)
    ):
        return None
    if (
        plain.endswith(".")
        and len(plain) > 90
        or re.search(r"strategie nationale|avis de marche|appel a projets|sommaire|elaboration d", plain)
    ):
        return None
    if VERBS.search(plain):
        return None
    before = plain[: found.start()]
    name = (
        text
        if re.match(PREFIX, before + " ")
        and found.start() < 7
        or before.rstrip().endswith(":")
        and not before.startswith("objet")
        else text[found.start() :]
    )
    return _without_tail(name, territory)


def _without_tail(name: str, territory: str | None) -> str | None:
    """The name without the years and the territory that follow it."""
    for _ in range(3):
        cut = TAIL.search(flat(name))
        if cut and cut.start() > 8:
            name = name[: cut.start()]
        if territory:
            place = re.escape(flat(territory))
            owner = re.search(
                rf"\s*(?:[-–—,|(:·]\s*|\b(?:de la|du|des|de|d'|a)\s*)(?:(?:ville|commune|mairie)\s(?:de la|du|des|de|"
                rf"d')\s*)?{place}\)?\s*$",
                flat(name),
            )
            if owner and owner.start() > 8:
                name = name[: owner.start()]
    return tidy_title(name) or None


def _named_in_sentence(text: str) -> str | None:
    plain = flat(text)
    for found in NAME.finditer(plain):
        before = plain[max(0, found.start() - 40) : found.start()]
        if re.search(r"\bau $|precedent\w* $|ancien\w* $|national|declin\w+ de la $", before):
            continue
        rest = plain[found.start() : found.start() + 160]
        cut = CUTS.search(rest, 6)
        end = min(
            [m for m in (cut.start() if cut else None, *(rest.find(c) for c in '.;:,(«»"')) if m is not None and m > 5]
            or [len(rest)]
        )
        words = text[found.start() : found.start() + end].split()
        return tidy_title(" ".join(words[:16])) or None
    return None


# -------------------------------------------------------------------- territory

LINK = r"(?:de|du|des|la|le|les|en|sur|sous|et|aux|à|lès|lez|l|d|DE|DU|DES|LA|LE|LES|EN|SUR|SOUS|ET|AUX|L|D)"
PLACE = rf"(?:(?:L[aeE]s?|LA|LES|LE)\s)?[A-ZÉÈÀÂÊÎÔÇ][\w’'-]*(?:[\s-](?:{LINK}[\s'’-]+)*[A-ZÉÈÀÂÊÎÔÇ][\w’'-]*)*"
PLACES = rf"{PLACE}(?:,\s{PLACE})*(?:,?\s(?:et|ET)\s{PLACE})?"
JOINED = rf"{PLACE}(?:\s[–—-]\s{PLACE}){{2,8}}"
OF = r"(?:de la |du |de l['’]|des |de |d['’]|DE LA |DU |DE L['’]|DES |DE |D['’])"
GROUPED = (
    r"(?:[Cc]ommunauté\s(?:[Uu]rbaine|d['’][Aa]gglomération|de\s[Cc]ommunes)|COMMUNAUTÉ\s(?:URBAINE|"
    r"D['’]AGGLOMÉRATION|DE\sCOMMUNES)|[Mm]étropole|MÉTROPOLE|"
    r"[Aa]gglomération|AGGLOMÉRATION|[Ss]yndicat\s(?:[Ii]ntercommunal|mixte)|SYNDICAT\sINTERCOMMUNAL|"
    r"[Bb]assin(?:\sde\svie)?|BASSIN|[Pp]ays|PAYS|[Pp]laine|[Vv]allée|VALLÉE)"
)
PATTERNS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (5.0, re.compile(rf"(?P<place>{GROUPED}\s(?:{OF}(?:[Bb]assin\s|[Pp]ays\s|BASSIN\s)?{OF}?)?{PLACE})")),
    (
        5.0,
        re.compile(
            rf"(?:[Vv]ille|VILLE|[Cc]ommune(?:\s[Nn]ouvelle)?|COMMUNE|[Mm]airie|MAIRIE|[Mm]unicipalité)\s{OF}(?P<place>{PLACE})"
        ),
    ),
    (4.5, re.compile(rf"(?:CLSPDR?|CISPDR?|STSPDR?|CLSPD-R|CISPD-R|CLS)\s(?:{OF})?(?P<place>{PLACES})")),
    (
        3.0,
        re.compile(
            rf"(?:délinquance|DÉLINQUANCE|DELINQUANCE|[Ss]écurité|SÉCURITÉ|publique|[Pp]révention|actions?)\s(?:{OF}|"
            rf"à |À )(?P<place>{PLACE})"
        ),
    ),
    (5.0, re.compile(rf"(?:CISPDR?|STSPDR?|CISPD-R)\s(?:{OF})?(?P<place>{JOINED})")),
    (2.5, re.compile(rf"(?:maire|Maire)s?\s{OF}(?P<place>{PLACES})")),
    (1.5, re.compile(rf"(?:[Cc]ommissariat|[Gg]endarmerie|CCAS|[Bb]rigade)\s{OF}(?P<place>{PLACE})")),
    (1.5, re.compile(rf"(?:^|\s)(?:à|À)\s(?P<place>{PLACE})")),
)
NOT_A_PLACE = frozenset(
    "etat republique france clspd cispd stspd cls fipd police gendarmerie prefet procureur maire maires conseil "
    "ville strategie prevention securite axe action actions fiche "
    "fiches plan delinquance sommaire introduction preambule contexte gouvernance annexe radicalisation tranquillite "
    "priorite orientation orientations objectif document "
    "projet partenaires etc justice departement region national nationale madame monsieur janvier fevrier mars avril "
    "mai juin juillet aout septembre octobre novembre decembre "
    "signe extrait seance programme contrat local locale intercommunal intercommunale feuille mode periode bilan "
    "pilote programmation catalogue accueil reduction titre travail interet "
    "general notre nos vos votre le la les l un une des page direction service services mairie commune communaute "
    "agglomeration metropole version avis presentation organisation "
    "aide victimes jeunesse habitants cellule groupe comite assemblee acheteur objet convocation compte rendu annee "
    "prefecture departemental loi code decret circulaire municipale "
    "nationale liste reunion plein lutte mesures tableau suivi ce cette il elle nous tous pour dans sur avec depuis "
    "afin copil".split()
)
NEVER_IN_A_PLACE = frozenset(
    "college lycee ecole "
    "prevenir prevention delinquance securite mineurs jeunes tranquillite victimes violences strategie axe action "
    "actions fiche caf ccas pilote indicateurs mesdames messieurs "
    "vivre fonctionnement priorite orientation objectif objectifs programme lutte contre majeurs clspd cispd "
    "definition "
    "article porteur partenaires echeance titre pilote referent delinquanceaix citoyennete jeunesse recidive".split()
)
GENERIC = frozenset(
    "communaute d agglomeration de communes urbaine metropole ville la le pays bassin territoire syndicat "
    "intercommunal grand".split()
)
STREET = re.compile(
    r"(?:rue|place|avenue|boulevard|quartier|impasse|square|salle|college|ecole|lycee|stade|gare|centre)\s(?:de la |"
    r"du |des |de |d'|l')?$"
)


def find_territory(lines: list[Line], source: Source) -> str | None:
    """The commune, communes or community that the document speaks for, as it writes it."""
    scores: dict[str, tuple[float, str]] = {}
    texts = [
        squeeze(line.text)[:1500]
        for line in (*lines[:300], *lines[300:][-10:])
        if line.kind != "row" or len(set(line.cells)) < 3
    ] + ([source.title] if source.title else [])
    known = set(texts)
    texts += [
        text
        for line in source.lines[:60]
        if line.kind == "text" and len(text := squeeze(line.text)) < 200 and text not in known
    ]
    for position, text in enumerate(texts):
        near = 2.0 if position < 6 else 1.0 if position < 20 else 0.6 if position < 100 else 0.3
        for weight, pattern in PATTERNS:
            for found in list(pattern.finditer(text))[:6]:
                if not STREET.search(flat(text[: found.start("place")])[-30:]):
                    _count(scores, found["place"], weight * near)
        if position < 6 and len(text) < 130 and parse_label(text) is None:
            segments = re.split(r"\s[-–—|:·]\s|,\s(?=\d{4})|\s\|\s|\(|\)|:\s", text)
            for segment in segments:
                if len(segments) == 1 and len(re.split(r"[\s-]", segment)) == 1:
                    continue
                if re.fullmatch(PLACE, segment.strip()) and not any(
                    w in NOT_A_PLACE for w in fold(segment).split()[:1]
                ):
                    _count(scores, segment, 2.5 * near)
    if not scores:
        return None
    return max(scores.values(), key=lambda pair: (pair[0], len(pair[1])))[1]


def _count(scores: dict[str, tuple[float, str]], text: str, weight: float) -> None:
    place = tidy_title(re.sub(r"\s+(?:et|ET)\s+(?:l['’])?(?:État|Etat|ÉTAT|ETAT)\b.*$", "", text))
    words = fold(place).split()
    if any(w in NEVER_IN_A_PLACE for w in words):
        return
    if all(w in GENERIC for w in words) or len(words) == 1 and place.isupper() and len(place) < 7:
        return
    if not words or len(place) < 3 or len(words) > 14 or words[-1] in NOT_A_PLACE and len(words) < 3:
        return
    if (
        words[0] in NOT_A_PLACE
        and not re.match(r"(?:le|la|les|l|communaute|agglomeration|metropole) \w", fold(place))
        or all(w in NOT_A_PLACE for w in words)
    ):
        return
    key = " ".join(words)
    for known, (score, first) in scores.items():
        if (" " + key + " ") in (" " + known + " ") or (" " + known + " ") in (" " + key + " "):
            kept = first if len(first) >= len(place) or score > 12 else place
            scores[known] = (score + weight, kept)
            return
    scores[key] = (weight, place)
