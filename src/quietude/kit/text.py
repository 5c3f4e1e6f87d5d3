"""Comparing and searching French text: case, accents, ligatures and punctuation put aside."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'"})


def fold(text: str, *, keep: str = "") -> str:
    """``text`` in lower case, without accents, words separated by one space; ``keep`` lists punctuation to leave.

    >>> fold("Cœur de VILLE : l’Été")
    'coeur de ville l ete'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(rf"[a-z0-9{re.escape(keep)}]+", plain))
