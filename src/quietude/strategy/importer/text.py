"""Small text tools shared by every stage: comparison forms, tidy titles, sentence shapes."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

SPACES = re.compile(r"[\s\u00a0\u202f\u2009\ufeff]+")
WORD = re.compile(r"[^\W_]+")
EDGE = " \t\u00a0\u202f;:,.-–—•·|*_"
MAX_COMPARED = 300


def listed(text: str) -> tuple[str, ...]:
    """The entries between the bars of a table of words."""
    return tuple(entry.strip() for entry in " ".join(text.split()).split("|") if entry.strip())


def squeeze(text: str) -> str:
    """One space wherever the source had white space of any kind."""
    return SPACES.sub(" ", text.replace("\u00ad", "")).strip()


@lru_cache(maxsize=100_000)
def _base(char: str) -> str:
    """Lower-case letter without accent, always one character, so that positions stay those of the source."""
    if char in "’‘ʼ´`":
        return "'"
    if char in "\u00a0\u202f\u2009":
        return " "
    if char in "‐‑–—−":
        return "-"
    plain = unicodedata.normalize("NFD", char)[0].lower()
    return plain if len(plain) == 1 else char


def flat(text: str) -> str:
    """Lower case without accents, same length as ``text``: patterns run on it, slices are taken from the source."""
    return "".join(map(_base, text))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Words only, lower case, no accent: the form in which two titles are compared."""
    return " ".join(WORD.findall(flat(text).replace("œ", "oe").replace("æ", "ae")))


def similar(a: str, b: str, least: float = 0.85) -> bool:
    """True when two titles say the same thing: equal, one opening the other, or nearly the same letters."""
    x, y = fold(a)[:MAX_COMPARED], fold(b)[:MAX_COMPARED]
    if not x or not y:
        return False
    short, long = sorted((x, y), key=len)
    if short == long or (len(short) >= 12 and (long + " ").startswith(short + " ")):
        return True
    if 2 * len(short) < least * (len(short) + len(long)):
        return False
    return SequenceMatcher(None, x, y, autojunk=False).ratio() >= least


def tidy_title(text: str) -> str:
    """A title without the punctuation that only joined it to its list: « … ; », « … : », a lone final stop."""
    text = squeeze(text).strip(EDGE)
    for left, right in ("()", "[]", "«»"):
        if text.startswith(left) and text.endswith(right) and text.count(left) == 1:
            text = text[1:-1].strip(EDGE)
        if text.count(right) > text.count(left) and text.endswith(right):
            text = text[:-1].strip(EDGE)
    return text


def upper_share(text: str) -> float:
    """Share of capital letters among letters."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if letters else 0.0


def is_capitals(text: str) -> bool:
    """True for a text set in capitals."""
    return sum(c.isalpha() for c in text) >= 4 and upper_share(text) > 0.8


def ends_sentence(text: str) -> bool:
    """True when the text closes as a sentence does."""
    return text.rstrip(' »"”)').endswith((".", "!", "?", "…"))


def starts_lower(text: str) -> bool:
    """True when the first letter is a small one: the text goes on from something."""
    first = next((c for c in text if c.isalnum()), "")
    return first.islower()


def word_count(text: str) -> int:
    """Number of words."""
    return len(text.split())
