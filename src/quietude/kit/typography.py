"""French typography: numbers, plurals, spaces and apostrophes. Pure functions on text."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

NBSP = "\u00a0"
NARROW = "\u202f"
MINUS = "\u2212"

Number = int | float | Decimal

_PROTECTED = re.compile(r"\S*(?:://|@|www\.)\S*")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_QUOTED = re.compile(r'"[ \u00a0\u202f]*([^"\n]*?[^"\s])[ \u00a0\u202f]*"')
_OPENING = re.compile(r"«[ \u00a0\u202f]*")
_CLOSING = re.compile(r"[ \u00a0\u202f]*»")
_HIGH = re.compile(r"(?<=[\w»)\]%€])[ \u00a0\u202f]*([;!?]+)(?=\s|$|[»)\]])")
_COLON = re.compile(r"(?<=[\w»)\]%€])[ \u00a0\u202f]*:(?=\s|$)")
_UNIT = re.compile(r"(?<=\d)[ \u00a0\u202f]+([%€])")
_ELLIPSIS = re.compile(r"\.{3,}")


def set_in_french(text: str) -> str:
    """Return ``text`` with the apostrophes, quotes and spaces of French print; addresses are left as they are.

    Idempotent; adds, moves or removes no letter and no digit.
    """
    return _set_line(text) if len(text) < LONGEST_LINE else _set_text(text)


def _set_text(text: str) -> str:
    parts, start = [], 0
    for found in _PROTECTED.finditer(text):
        parts += [_set_words(text[start : found.start()]), found.group()]
        start = found.end()
    return "".join([*parts, _set_words(text[start:])])


LONGEST_LINE = 300
_set_line = lru_cache(4_096)(_set_text)
"""Titles and names come back on every page: they are set once."""


def _set_words(text: str) -> str:
    text = _APOSTROPHE.sub("’", text)
    text = _QUOTED.sub(rf"«{NBSP}\1{NBSP}»", text)
    text = _CLOSING.sub(f"{NBSP}»", _OPENING.sub(f"«{NBSP}", text))
    text = _UNIT.sub(rf"{NBSP}\1", text)
    text = _HIGH.sub(rf"{NARROW}\1", text)
    text = _COLON.sub(f"{NBSP}:", text)
    return _ELLIPSIS.sub("…", text)


def number_text(value: Number, decimals: int | None = None) -> str:
    """« 3,5 », « 1 234 » (narrow no-break space), « −2 »; ``decimals`` rounds half up and fixes their count."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    digits = f"{abs(exact):f}"
    whole, _, rest = digits.partition(".")
    if decimals is None:
        rest = rest.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", NARROW)
    signed = MINUS if exact < 0 and (int(whole) or rest.strip("0")) else ""
    return signed + grouped + (f",{rest}" if rest else "")


def euros_text(value: Number) -> str:
    """« 18 000 € »; cents only when there are some: « 12,50 € »."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    decimals = 0 if exact == exact.to_integral_value() else 2
    return f"{number_text(exact, decimals)}{NBSP}€"


def percent_text(value: Number, decimals: int = 0) -> str:
    """« 82 % », from a figure between 0 and 100."""
    return f"{number_text(value, decimals)}{NBSP}%"


def is_plural(count: Number) -> bool:
    """French counts in the plural from two on: « 1,5 fiche », « 2 fiches »."""
    return count >= 2 or count <= -2


def counted(count: int, one: str, many: str | None = None, none: str = "") -> str:
    """« 19 fiches », « 1 fiche », « aucune fiche » when ``none`` is « aucune » or « aucune fiche », else « 0 fiche ».

    ``many`` defaults to ``one`` with an s on each word.
    """
    if count == 0 and none:
        return none if one in none else f"{none}{NBSP}{one}"
    if not is_plural(count):
        return f"{number_text(count)}{NBSP}{one}"
    return f"{number_text(count)}{NBSP}{many or ' '.join(_with_s(word) for word in one.split(' '))}"


def _with_s(word: str) -> str:
    return word if word.endswith(("s", "x", "z")) else f"{word}s"


def initials(name: str) -> str:
    """Two letters for a round or square chip: « HV » for Hélène Varenne, « VH » for Ville d’Haubourdin."""
    words = [word for word in re.split(r"[\s’'\-–]+", name) if word[:1].isalpha() and word.lower() not in _SMALL_WORDS]
    if not words:
        return "·"
    if len(words) == 1:
        return words[0][:2].upper()
    return (words[0][0] + words[1][0]).upper()


_SMALL_WORDS = frozenset({"de", "du", "des", "d", "la", "le", "les", "l", "et", "à", "au", "aux", "en"})
