"""What differs between two versions of a text, word by word."""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\s*\S+\s*")

Piece = tuple[str, bool]
"""Some text, and whether only this version says it."""


def compare_texts(first: str, second: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut into pieces, those that the other lacks marked; each list joins back into its text.

    Spaces and line ends alone are no difference.
    """
    left, right = _WORD.findall(first) or [first], _WORD.findall(second) or [second]
    matcher = SequenceMatcher(None, [w.strip() for w in left], [w.strip() for w in right], autojunk=False)
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        ours += _pieces("".join(left[a:b]), tag != "equal")
        theirs += _pieces("".join(right[c:d]), tag != "equal")
    return ours, theirs


def _pieces(text: str, alone: bool) -> list[Piece]:
    """``text`` as one piece, its last spaces apart so that a mark stops with the word."""
    words = text.rstrip() if alone else text
    return [piece for piece in ((words, alone), (text[len(words) :], False)) if piece[0]]
