"""Labels: what stands before a title and says its level or its number (« Axe 2 – », « Fiche action n° 7 : », « 1.1 »).

Three sorts are told apart, because they do not prove the same thing:
* a **word** label names the level (axe, objectif, action…): the surest sign that a document gives;
* a **bare number** (1., 1.1, I -, A1…) says that the text is a title or an item of a series;
* a **bullet** says that it is an item.
Numbers are kept as written; a letter or a Roman numeral counts only in capitals and before a separator,
so that « Action à mener » is not the action « à ».
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from . import vocabulary as words
from .text import flat, squeeze

Rank = Literal["upper", "middle", "leaf", "part"]

BULLETS = "•●○◦▪■□▫◼◾►▶▸➢➤➔→⇒>»✓✔☑☞*·‣⁃∙❖◆◇✦✧★☆–—\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0e8\uf0f0\uf0a8\uf071\uf0b0"
BULLET = re.compile(
    rf"(?:[{re.escape(BULLETS)}]+|[-+](?=[\s\u00a0])|-(?=[A-ZÉÈÀÂÊÎÔÇŒ«a-zéèàâêîôç])|[oØ§ü](?=\s+[A-ZÉÈÀÂÊÎÔÇ«]))[\s\u00a0]*"
)

RANKS: dict[str, Rank] = dict.fromkeys(words.PART_WORDS, "part")
RANKS |= dict.fromkeys(words.LEAF_WORDS, "leaf")
RANKS |= dict.fromkeys(words.MIDDLE_WORDS, "middle")
RANKS |= dict.fromkeys(words.UPPER_WORDS, "upper")


def _either(options: tuple[str, ...] | dict[str, str]) -> str:
    return "|".join(re.escape(w) for w in sorted(options, key=len, reverse=True))


_KIND = rf"(?P<kind>{_either(tuple(RANKS) + tuple(words.ABBREVIATIONS))})(?P<plural>s?)"
_QUALIFIERS = rf"(?:\s+(?:{_either(words.QUALIFIERS)}))*"
_NUMBER = (
    r"(?P<number>\d{1,3}(?:\s?[.\-]\s?\d{1,3}){0,3}(?:\s?\.?[a-h](?![\w'’]))?|[ivx]{1,5}(?:\.\d{1,2}){0,2}|"
    r"[a-z]\s?[.\-]?\s?\d{1,2}(?:\.\d{1,2})*|[a-z])(?![\w'])"
)
_SEPARATOR = r"\s*(?P<separator>[:.)°/|»→_·•]+|-+|)\s*"
NUMBERED = re.compile(
    rf"[\s\"«\[(]*{_KIND}{_QUALIFIERS}\s*(?:n\s?[°ºo.]{{1,2}}|numero|no|n(?=\d)|"
    rf"#)?\s*{_NUMBER}{_QUALIFIERS}[\])]?{_SEPARATOR}"
)
ORDINAL = re.compile(
    rf"[\s\"«]*(?:le |la |l')?(?:(?P<before>{_either(words.ORDINALS)})\s+{_KIND}|"
    rf"{_KIND.replace('kind', 'kind2').replace('plural', 'plural2')}\s+(?P<after>{_either(words.ORDINALS)}))"
    rf"{_QUALIFIERS}\s*(?P<separator>[:.)]|-|$|(?P<verb>,?\s?(?:intitule,?|concerne|porte sur|vise a|vise|est "
    rf"consacre a|consiste a|a pour (?:objet|objectif|but)(?: de| d')?|s'attache a|traite de|sera|est)\s))\s*"
)
UNNUMBERED = re.compile(rf"[\s\"«]*{_KIND}{_QUALIFIERS}\s*(?P<separator>:|-(?=\s)|(?=«))\s*")
UNNUMBERED_WORDS = frozenset(words.LEAF_WORDS + words.UPPER_WORDS) - {
    "plan",
    "programme",
    "schema",
    "projet",
    "operation",
    "champ",
    "domaine",
    "bloc",
    "engagement",
    "levier",
}

BARE = re.compile(
    r"(?:(?P<deep>\d{1,2}(?:\.\d{1,2}){1,3}|[1-9]-\d{1,2}(?:-\d{1,2})?(?=\s))(?:\s?[.)°:/]|\s?-(?=\s)|(?=\s))"
    r"|\(?(?P<digit>\d{1,2})\s?(?:[)°]{1,2}|\.(?!\d)|/(?!\d)|-(?=\s)|-(?=[a-z])|:)\s?-?"
    r"|(?P<roman>[ivx]{1,5})\s?(?:[.)°/:]|-)"
    r"|(?P<mixed>[a-z]\s?[.\-]?\d{1,2}(?:\.\d{1,2})*)(?:\s?[.)°/:]|\s?-|(?=\s))"
    r"|(?P<letter>[a-z])\s?(?:[.)/:]|-(?=\s)))\s*"
)
COMPOSED = re.compile(
    r"(?P<number>(?:(?:[IVX]{1,4}|\d{1,2})[.\-][A-H]|[IVX]{1,4}[.\-]\d{1,2}|[A-H][.\-]\d{1,2}[.\-](?:\d{1,2}|[a-h]))"
    r"(?:[.\-](?:\d{1,2}|[A-Ha-h]))*)(?:\s?[.):/–-]+\s*|\s+)(?=[A-ZÉÈÀÂÊÎÔÇ«\"'a-zéèàâêîôç])"
)
"""Numbers made of several sorts: « I-A-1 », « 1.A », « II.3 », « A.1.b »."""
TITLED_DIGIT = re.compile(r"(?P<digit>\d{1,2})\s+(?=[^\W\d_])")
TOLD = "told"
"""Style of a level told in a sentence: « Le premier axe concerne la jeunesse »."""
OWNER = re.compile(rf"(?:du|de l'|de la|de)\s?(?:{_either(words.UPPER_WORDS)})\s*(?:n\s?°\s*)?[\da-z]{{1,3}}")
"""« Action 1 du volet 2 »: what follows the number only says under which level it stands."""
NAMED_TITLE = re.compile(r"(?:intitule|titre|nom|libelle) (?:de l'|de la |du )(?=\w)")
"""« Intitulé du projet n° 3 », alone on its line, is the label of the title that follows."""
CAPTION = re.compile(r"(?:tableau|annexe|figure)\s+\w{1,3}\s*[-:.]\s*")
LOWER = re.compile(r"operationnel|specifique")
CONTINUED = re.compile(r"[(\[]?(?:suite|fin|suite et fin)[)\]]?")
TOO_DEEP_YEAR = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")


@dataclass(frozen=True, slots=True)
class Label:
    """``kind`` is the level's word or None; ``style`` groups numbers of one sort; ``rest`` is the title after it."""

    kind: str | None
    rank: Rank | None
    number: str | None
    style: str
    rest: str
    above: tuple[tuple[str, str], ...] = ()
    """Labels written before this one on the same line: « Axe 1 – Action 3 : … » gives (("axe", "1"),)."""
    lower: bool = False
    """An « objectif opérationnel », under an « objectif général »."""

    @property
    def depth(self) -> int:
        """How deep the number and the qualifier say that the level is: « 1 » 0, « opérationnel 1 » 1, « 1.1 » 2."""
        return 2 * self.style.count(".") + self.lower


def strip_bullet(text: str) -> tuple[str, str]:
    """(bullet, rest): the bullet glyph that opens the text, if any."""
    found = BULLET.match(text)
    if not found or (not text[found.end() :] and len(text.strip()) > 2):
        return "", text
    return found.group().strip() or "o", text[found.end() :]


def number_style(number: str) -> str:
    """« 1 », « 1.1 », « I », « A », « A1 »: numbers of one style belong to one series."""
    parts = re.split(r"[.\-]", squeeze(number).replace(" ", ""))
    if number[0].isdigit():
        return ".".join("1" for _ in parts)
    if len(parts) > 1 or any(c.isdigit() for c in number):
        return "A" + "".join(".1" for _ in parts[1:]) + ("1" if number[-1].isdigit() and len(parts) == 1 else "")
    return "I" if re.fullmatch(r"[IVX]+", number) else "A" if number.isupper() else "a"


def parse_label(text: str, titled: bool = False, known: frozenset[str] = frozenset()) -> Label | None:
    """The label that opens ``text``.

    ``titled`` allows « 1 Prévenir… » too, when layout says that it is a title; ``known`` are the level words that the
    document numbers elsewhere: « Programme transversal : … » counts beside « Programme n° 1 : … ».
    """
    caption = CAPTION.match(flat(text[:40]))
    if caption:
        inner = parse_label(text[caption.end() :])
        return inner if inner and inner.rank in ("upper", "leaf") else None
    head = text[:220]
    plain = flat(head)
    label = _word_label(text, head, plain) or _ordinal_label(text, plain) or _plain_word(text, head, plain, known)
    if label is not None:
        return label
    label = _bare(text, plain, titled)
    if label is not None and label.rest:  # « 3. Fiche 3 – … »: the word says more than the number before it
        inner = parse_label(label.rest)
        if inner is not None and inner.rank is not None:
            return inner if inner.number else replace(inner, number=label.number, style=label.style)
    return label


def _canonical(kind: str) -> str:
    kind = words.ABBREVIATIONS.get(kind, kind)
    kind = kind.replace("-", " ").replace("d'", "")
    if kind.startswith("fiche"):
        return "fiche action"
    return kind


def _rank(kind: str) -> Rank:
    return RANKS[words.ABBREVIATIONS.get(kind, kind)]


def _word_label(text: str, head: str, plain: str) -> Label | None:
    intro = NAMED_TITLE.match(plain)
    if intro:
        text, head, plain = text[intro.end() :], head[intro.end() :], plain[intro.end() :]
    found = NUMBERED.match(plain)
    if not found or intro and (_rank(found["kind"]) != "leaf" or text[found.end() :].strip()):
        return None
    kind, number = found["kind"], head[found.start("number") : found.end("number")]
    rest, separator = text[found.end() :], found["separator"]
    if kind in words.ABBREVIATIONS and not head[found.start("kind") : found.end("kind")].isupper() and kind != "obj":
        return None
    if not number[0].isdigit() and not (number[0].isupper() and (separator or not rest)):
        return None
    if (
        not separator
        and rest
        and not OWNER.fullmatch(flat(rest.strip()))
        and not (rest[0].isupper() or rest[0] in '«"“(' or head[:3].isupper())
    ):
        return None
    if OWNER.fullmatch(flat(rest.strip())):
        rest, separator = "", ":"
    if found["plural"] and kind not in ("action", "fiche action") and re.match(r"(?:et|a|-)\s", flat(rest[:3])):
        return None
    if re.match(r"(?:et|a|ou)\s+\d", flat(rest[:8])):
        return None
    rest = "" if CONTINUED.fullmatch(flat(rest.strip())) else rest.strip()
    lower = kind == "oo" or LOWER.search(plain[: found.end()]) is not None
    written = squeeze(number).replace(" ", "")
    label = Label(_canonical(kind), _rank(kind), written, number_style(number), rest, lower=lower)
    return _chained(label)


def _chained(label: Label) -> Label:
    """« Axe 1 – Objectif 2 – Fiche 3 : titre »: the last label is the line's own, those before say where it stands."""
    inner = _word_label(label.rest, label.rest[:220], flat(label.rest[:220])) if label.rest else None
    if inner is None or inner.rank == "part" or inner.kind == label.kind:
        return label
    above = ((label.kind or "", label.number or ""), *inner.above)
    return replace(inner, above=above)


def _ordinal_label(text: str, plain: str) -> Label | None:
    found = ORDINAL.match(plain)
    if not found:
        return None
    kind = found["kind"] or found["kind2"]
    if kind in words.ABBREVIATIONS or _rank(kind) == "part":
        return None
    number = words.ORDINALS[found["before"] or found["after"]]
    style = TOLD if found["verb"] else "1"
    return Label(_canonical(kind), _rank(kind), number, style, text[found.end() :].strip())


def _plain_word(text: str, head: str, plain: str, known: frozenset[str]) -> Label | None:
    """« Axe : la tranquillité publique »: a level word without number counts before a colon or a dash."""
    found = UNNUMBERED.match(plain)
    if not found or found["kind"] not in UNNUMBERED_WORDS | known or found["plural"]:
        return None
    rest = text[found.end() :].strip()
    if not rest or len(rest) > 220 or not head[found.start("kind")].isupper():
        return None
    return Label(_canonical(found["kind"]), _rank(found["kind"]), None, "", rest)


def _bare(text: str, plain: str, titled: bool) -> Label | None:
    composed = COMPOSED.match(text)
    if composed and composed["number"] != text.strip():
        rest = text[composed.end() :].strip()
        parts = len(re.split(r"[.\-]", composed["number"]))
        return Label(None, None, composed["number"], ".".join("x" * parts), rest)
    found = BARE.match(plain) or (TITLED_DIGIT.match(plain) if titled else None)
    if not found or TOO_DEEP_YEAR.match(plain):
        return None
    group = found.lastgroup or "digit"
    number, rest = text[found.start(group) : found.end(group)], text[found.end() :].strip()
    if rest and not any(c.isalpha() for c in rest[:12]):
        return None
    if group in ("roman", "mixed") and not number[0].isupper():
        return None
    if group == "deep" and "-" in number and not rest[:1].isupper():
        return None
    if (
        group == "letter"
        and number.islower()
        and plain[found.end("letter") : found.end("letter") + 2].strip()[:1] not in (".", ")", "/")
    ):
        return None
    if (
        group == "letter"
        and number.isupper()
        and plain[found.end("letter") :][:1] == "."
        and re.match(r"[A-Z]\.", text[found.end() :])
    ):
        return None
    return Label(None, None, squeeze(number).replace(" ", ""), number_style(number), rest)
