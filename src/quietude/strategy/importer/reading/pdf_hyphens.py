"""Puts together the words that the end of a line cut in two."""

import re
from collections.abc import Callable, Iterable

Joiner = Callable[[str, str], str]
CUT = re.compile(r"([^\W\d_]+)[-\u2010]$")
START = re.compile(r"([^\W\d_]+)")
# Halves that keep their hyphen in French, when nothing else in the document tells.
FIRSTS = frozenset(
    "après peut rendez sous vice demi semi non celui celle ceux celles porte garde hors socio médico quelques dix "
    "vingt trente quarante cinquante soixante quatre cent week jusque quasi chef saint sainte rez".split()
)
SECONDS = frozenset(
    "même mêmes ci là vous être delà dessus dessous devant petits joint contre rendu rendus end".split()
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def joiner(texts: Iterable[str]) -> Joiner:
    """A function that puts two lines together; the other words of the document tell which hyphens are real."""
    known = {word.lower() for text in texts for word in WORD.findall(text)}

    def join(above: str, below: str) -> str:
        cut, start = CUT.search(above), START.match(below)
        if cut is None or start is None:
            return f"{above} {below}"
        return (above if keeps_hyphen(cut[1], start[1], known) else above[:-1]) + below

    return join


def keeps_hyphen(first: str, second: str, known: set[str]) -> bool:
    """Is the hyphen between two halves of a word part of its spelling?"""
    if second[0].isupper():
        return True
    if (first + second).lower() in known:
        return False
    return f"{first}-{second}".lower() in known or first.lower() in FIRSTS or second.lower() in SECONDS


def is_cut(text: str) -> bool:
    """Does the line end in the middle of a word?"""
    return CUT.search(text) is not None
