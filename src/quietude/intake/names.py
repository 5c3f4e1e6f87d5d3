"""The name that the sender gave to a file: shown, never used as a path."""

import re
import unicodedata

LONGEST = 150
HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def display_name(name: str) -> str:
    """``name`` without folders nor hidden characters: "fiche\u202efdp.exe" must not read "ficheexe.pdf"."""
    bare = re.split(r"[/\\]", HIDDEN.sub("", unicodedata.normalize("NFC", name)))[-1]
    bare = " ".join(bare.split()).strip(". ")
    if len(bare) > LONGEST:
        stem, dot, suffix = bare.rpartition(".")
        bare = stem[: LONGEST - len(suffix) - 2] + "…" + dot + suffix if dot and len(suffix) < 10 else bare[:LONGEST]
    return bare or "document"


def suffix_of(name: str) -> str:
    """The extension of a name in lower case, without its dot; empty without one."""
    return display_name(name).rpartition(".")[2].lower() if "." in display_name(name) else ""
