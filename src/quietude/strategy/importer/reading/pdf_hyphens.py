"""Puts together the words that the end of a line cut in two."""

import re
from collections.abc import Callable, Iterable

Joiner = Callable[[str, str], str]
CUT = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
START = re.compile(r"([^\W\d_]+)")
# First halves that keep their hyphen in French, when nothing else in the document tells.
KEPT = frozenset(
    "au avant après peut rendez sous vice mi demi semi non celui celle ceux celles lui elle elles eux moi toi soi nous vous "
    "là ci grand grande porte garde hors ex contre entre socio médico judiciaire quelques dix vingt trente quarante "
    "cinquante soixante quatre cent week bien mieux tout jusque quasi compte chef saint sainte rez vis".split()
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def joiner(texts: Iterable[str]) -> Joiner:
    """A function that puts two lines together; the other words of the document tell which hyphens are real."""
    known = {word.lower() for text in texts for word in WORD.findall(text)}

    def join(above: str, below: str) -> str:
        cut, start = CUT.search(above), START.match(below)
        if cut is None or start is None:
            return f"{above} {below}" if not above.endswith("\u00ad") else above[:-1] + below
        return (above if keeps_hyphen(cut[1], cut[2], start[1], known) else above[:-1]) + below

    return join


def keeps_hyphen(first: str, mark: str, second: str, known: set[str]) -> bool:
    """Is the hyphen between two halves of a word part of its spelling?"""
    if mark == "\u00ad":
        return False
    if second[0].isupper():
        return True
    if (first + second).lower() in known:
        return False
    return f"{first}-{second}".lower() in known or first.lower() in KEPT


def is_cut(text: str) -> bool:
    """Does the line end in the middle of a word?"""
    return CUT.search(text) is not None
