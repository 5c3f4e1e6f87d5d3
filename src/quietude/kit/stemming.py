"""What a French word is searched by: accents, plural, feminine and common endings put aside. Pure, light, our own.

A stem is not a root: it is the same for « médiation », « médiations », « médiateur » and « médiatrice », and that is
all that a search asks. Wrong stems do no harm as long as texts and queries are cut alike.
"""

from functools import lru_cache

from quietude.kit.text import fold

STOP_WORDS = frozenset(
    (
        "au aux avec ce ces cette dans de des du elle elles en est et etre eux il ils je la le les leur leurs"
        " lui ma mais me mes meme mon ne nos notre nous on ont ou par pas pour qu que qui sa se ses si son"
        " sont sur ta te tes toi ton tu un une vos votre vous"
    ).split()
)
PLURALS = (("eaux", "eau"), ("aux", "al"), ("ails", "al"), ("eux", "eu"), ("s", ""))
ENDINGS = (
    ("ement", ""),
    ("trice", "t"),
    ("tion", "t"),
    ("teur", "t"),
    ("sion", "s"),
    ("euse", "eu"),
    ("ante", ""),
    ("ant", ""),
    ("ive", ""),
    ("ail", "al"),
    ("if", ""),
    ("ee", ""),
    ("er", ""),
    ("e", ""),
)
SHORTEST = 4
"""An ending is cut where this many letters stay before it: « enfant » and « nation » are left alone."""


def stem(word: str) -> str:
    """The stem of a word that ``fold`` has folded; short words and figures are their own."""
    if len(word) < SHORTEST or not word.isalpha():
        return word
    word = _cut(_cut(word, PLURALS, 2), ENDINGS, SHORTEST)
    word = word.removesuffix("e") if len(word) > SHORTEST else word
    word = word.removesuffix("er") if len(word) > SHORTEST + 1 else word
    return word[:-1] if word[-1] == word[-2] and word[-1] not in "aeiouy" else word


def _cut(word: str, endings: tuple[tuple[str, str], ...], shortest: int) -> str:
    """``word`` without the first of ``endings`` that leaves it long enough."""
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)] + instead
    return word


def stems(text: str) -> list[str]:
    """The stems of a text in order, without the words that say nothing nor lone letters.

    >>> stems("Médiatrices de l’école et des collèges")
    ['mediat', 'ecol', 'colleg']
    """
    return [one for written in text.split() for one in _stems_of(written)]


@lru_cache(maxsize=50_000)
def _stems_of(written: str) -> tuple[str, ...]:
    """The stems of what stands between two spaces: « l’école, » holds one. The same words come back in every text."""
    words = fold(written).split()
    return tuple(stem(word) for word in words if word not in STOP_WORDS and (len(word) > 1 or word.isdigit()))


def unfinished(word: str) -> str:
    """What the stem of a folded word being typed starts with: « mediatio » is on its way to « mediation »."""
    known = stem(word)
    for ending, instead in ENDINGS:
        for length in range(len(ending) - 1, 1, -1):
            if known.endswith(ending[:length]) and len(known) - length >= SHORTEST:
                return known[:-length] + instead
    return known
