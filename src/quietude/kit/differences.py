"""What differs between two versions of a text, word by word."""

import re
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s*(?:[\w’'-]+|[^\w\s])")

Piece = tuple[str, bool]
"""Some text, and whether only this version says it."""


def compare_texts(first: str, second: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut into pieces, those that the other lacks marked; each list joins back into its text.

    Spaces and line ends alone are no difference. A single word common to both, alone amid differences, is marked too:
    a sentence speckled with marks cannot be read.
    """
    left, right = _TOKEN.findall(first), _TOKEN.findall(second)
    matcher = SequenceMatcher(None, [t.strip() for t in left], [t.strip() for t in right], autojunk=False)
    blocks = matcher.get_opcodes()
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for place, (tag, a, b, c, d) in enumerate(blocks):
        alone = tag != "equal" or (b - a == 1 and 0 < place < len(blocks) - 1)
        _add(ours, "".join(left[a:b]), alone)
        _add(theirs, "".join(right[c:d]), alone)
    _add(ours, first[sum(map(len, left)) :], False)
    _add(theirs, second[sum(map(len, right)) :], False)
    return ours, theirs


def _add(pieces: list[Piece], text: str, alone: bool) -> None:
    """Add ``text``, joined to a last piece of its kind; the spaces before a marked word stay out of the mark."""
    if not text:
        return
    if pieces and pieces[-1][1] == alone:
        pieces[-1] = (pieces[-1][0] + text, alone)
        return
    word = text.lstrip() if alone else text
    if len(word) < len(text):
        pieces.append((text[: len(text) - len(word)], False))
    pieces.append((word, alone))
