"""The period that a document covers: the years of its own strategy, never those of another one it speaks of.

Every span of years found is weighed by what its sentence says and by where it stands: a line that holds nothing else
at the head of the document weighs most; a sentence about the national strategy, the previous contract or figures
weighs nothing.
"""

import re

from .fields import SURE, named_field
from .lines import Line
from .text import flat, squeeze

Period = tuple[int | None, int | None]

YEAR = r"(?:19|20)\d\d"
DAY = (
    r"(?:\d{1,2}(?:er)?\s)?(?:(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|"
    r"decembre|debut|fin|rentree)\s)?"
)
SPAN = re.compile(rf"(?<![\d/.])({YEAR})\s?(?:-|/|>|a|au|->|jusqu'a|jusqu'en|et)\s?({YEAR}|\d\d)(?!\d|-\d)")
LONG_SPAN = re.compile(
    rf"(?:de|du|d'|entre)?\s?(?:la |le )?{DAY}({YEAR})\s(?:a|au|-|jusqu'au|jusqu'en|et)\s(?:la\s)?{DAY}({YEAR})(?!\d)"
)
YEARS_LIST = re.compile(rf"annees\s({YEAR})(?:,\s?{YEAR})*,?\s?(?:et|a|-)\s?({YEAR})")
END_ONLY = re.compile(
    rf"(?:jusqu'en|jusqu'a|jusqu'au|d'ici|echeance|a l'horizon|horizon|au terme de|prend fin|expire|a "
    rf"fin)[^.;]{{0,40}}?({YEAR})(?!\d)"
)
START_ONLY = re.compile(rf"(?:a compter d[eu]|a partir d[eu]|des|depuis)\s(?:la\s)?{DAY}({YEAR})(?!\d)")
DURATION = re.compile(
    r"(?:pour|duree de|sur|periode de)\s(?:une\s(?:duree|periode)\sde\s)?(trois|quatre|cinq|six|3|4|5|6)\sans"
)
LENGTHS = {"trois": 3, "quatre": 4, "cinq": 5, "six": 6}
ONE_YEAR = re.compile(rf"\b(?:annee|programmation|exercice|millesime)\s({YEAR})\b")
OTHERS = re.compile(
    r"national|departemental|gouvernement|interministeriel|precedent|ancien|premiere strategie|bilan|evolution|entre "
    r"les annees|statisti|faits constates|"
    r"mandat|contrat de ville|region|baisse|hausse|snpd|pdpd|faisait suite|fait suite|succede a|couvrait|pour "
    r"memoire|recul|diagnostic|projet educatif|\bloi\b|"
    r"decret|avait ete|s'est achev|signait|celle de|comportait|comprenait|s'articulait|prolonge|remplace|retour sur|"
    r"comparaison|appel a projets|candidature|\bavait\b|avaient|prochaine|future|ex-|telephone"
)
OWN = re.compile(
    r"strateg|plan |plan$|contrat|feuille de route|periode|stspd|programm|clspd|cispd|orientation|document|axes|"
    r"duree|schema|actions|fiches|priorites|couvre"
)
HEAD = 14


def find_period(lines: list[Line]) -> Period | None:
    """(start, end) of this document, one of them None when it is not said; None without any."""
    best: tuple[float, Period] | None = None
    for position, line in enumerate(lines):
        if line.kind == "row" and position > 8 or position > 5 and _is_sheet_field(line):
            continue
        for sentence in re.split(r"(?<=[.;!?])\s+", flat(squeeze(line.text)[:3000])):
            for period, exactness in _periods(sentence, position):
                score = exactness + _weight(sentence, line, position)
                if score > 0 and (best is None or score > best[0]):
                    best = (score, period)
    return best[1] if best else None


def _is_sheet_field(line: Line) -> bool:
    """The dates and the money of one action are not those of the document."""
    named = named_field(line.text)
    return named is not None and named.value != "" and named.key in SURE and not flat(named.name).startswith("periode")


def _periods(sentence: str, position: int) -> list[tuple[Period, float]]:
    out: list[tuple[Period, float]] = []
    for pattern in (YEARS_LIST, LONG_SPAN, SPAN):
        for found in pattern.finditer(sentence):
            start, end = int(found[1]), int(found[2]) if len(found[2]) == 4 else int(found[1][:2] + found[2])
            if 0 < end - start <= 12:
                out.append(((start, end), 1.0))
        if out:
            return out
    begins, length, ends = START_ONLY.search(sentence), DURATION.search(sentence), END_ONLY.search(sentence)
    if begins and length:
        years = LENGTHS.get(length[1]) or int(length[1])
        return [((int(begins[1]), int(begins[1]) + years - 1), 0.4)]
    if ends:
        return [((None, int(ends[1])), 0.2)]
    only = ONE_YEAR.search(sentence) if position < 4 else None
    if only:
        return [((int(only[1]), int(only[1])), -0.5)]
    return out


def _weight(sentence: str, line: Line, position: int) -> float:
    weight = -1.6 + (2.0 if position < 6 else 1.0 if position < HEAD else 0.0)
    weight += 1.5 if OWN.search(sentence) else 0.0
    weight += 1.0 if line.kind == "heading" or len(line.text) < 100 else 0.0
    weight += (
        1.5
        if position < HEAD and re.fullmatch(r"[^a-z]*(?:periode|annees)?[^a-z]*(?:a|au|-)?[^a-z]*", sentence)
        else 0.0
    )
    weight += 1.0 if "nouvelle strategie" in sentence else 0.0
    weight -= 6.0 if OTHERS.search(sentence) else 0.0
    weight -= (
        3.0
        if position >= HEAD
        and re.match(r"(?:calendrier|echeance|echeancier|annee scolaire|delai|duree|date)\b", sentence)
        else 0.0
    )
    return weight - (1.5 if line.kind == "item" or re.match(r"[-•*]", line.text) else 0.0)
