"""What a comparison says: sentences in plain French, in which the signed value and today's can be told apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from quietude.kit.typography import set_in_french


class Part(Enum):
    """The parts of a comparison, in the order in which one asks; the value is their anchor in the page."""

    DATES = "echeances"
    MONEY = "argent"
    TARGETS = "cibles"
    CONTENT = "contenu"
    MEMBERSHIP = "ajouts"

    @property
    def title(self) -> str:
        return TITLES[self]


TITLES = {
    Part.DATES: "Ce qui a glissé",
    Part.MONEY: "L’argent",
    Part.TARGETS: "Les cibles",
    Part.CONTENT: "Le contenu",
    Part.MEMBERSHIP: "Ajouts et retraits",
}


class Words(NamedTuple):
    """A piece of a sentence; ``when`` is "signed" for the former value, "today" for the new one, else empty."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is no longer as it was: a sentence without its subject, and both texts when they are long."""

    part: Part
    words: tuple[Words, ...]
    before: str = ""
    after: str = ""

    @property
    def sentence(self) -> str:
        """The plain sentence: « l’échéance passe du 30 juin au 31 décembre 2026, six mois de plus »."""
        return set_in_french("".join(piece.text for piece in self.words))


def change(part: Part, *pieces: str | Words, before: str = "", after: str = "") -> Change:
    """A change said by ``pieces``; plain texts are neither signed nor of today."""
    return Change(part, tuple(p if isinstance(p, Words) else Words(p) for p in pieces), before, after)


def signed(text: str) -> Words:
    return Words(text, "signed")


def today(text: str) -> Words:
    return Words(text, "today")


def becomes(part: Part, what: str, before: str, after: str) -> list[Change]:
    """« le pilote passe de « Ville » à « PJJ » »; empty when both agree."""
    return [change(part, *passes(what, before, after))] if before != after else []


def passes(what: str, before: str, after: str) -> list[str | Words]:
    """The pieces of « la cible passe de 40 à 50 », or of what is said for the first time, or no longer."""
    if not before:
        return [f"{what} figure maintenant\u00a0: ", today(after)]
    if not after:
        return [f"{what} (", signed(before), ") ne figure plus"]
    return [f"{what} passe de ", signed(before), " à ", today(after)]


def gathered(part: Part, about: str, facts: list[list[str | Words]]) -> list[Change]:
    """Several facts about one row in one sentence: « pour « FIPD », le demandé passe de… ; l’accordé passe de… »."""
    if not facts:
        return []
    pieces: list[str | Words] = [f"pour {about}, ", *facts[0]]
    for fact in facts[1:]:
        pieces += ["\u202f; ", *fact]
    return [change(part, *pieces)]


def rewritten(part: Part, title: str, before: str, after: str) -> list[Change]:
    """A long text that was changed, shown word by word beside the sentence; spaces alone are no change."""
    if before.split() == after.split():
        return []
    verb = "est réécrit" if before and after else "est ajouté" if after else "est retiré"
    return [change(part, f"le texte {quoted(title)} {verb}", before=before, after=after)]


def same(one: Any, other: Any) -> bool:
    """Whether two named things are the same: by their keys, else by their names."""
    if one is None or other is None:
        return one is other
    if one["key"] and other["key"]:
        return bool(one["key"] == other["key"])
    return bool(one["name"] == other["name"])


def named(one: Any) -> str:
    return str(one["name"]) if one else ""


def thing(part: Part, what: str, before: Any, after: Any) -> list[Change]:
    """A named thing that was replaced by another; its new name alone is no change."""
    return [] if same(before, after) else becomes(part, what, quoted(named(before)), quoted(named(after)))


def things(part: Part, what: str, before: list[Any], after: list[Any]) -> list[Change]:
    """Named things that came or went, in one sentence: « parmi les publics, s’ajoute parents ; sort habitants »."""
    came = [named(one) for one in after if not any(same(one, other) for other in before)]
    went = [named(one) for one in before if not any(same(one, other) for other in after)]
    pieces: list[str | Words] = [f"parmi {what}, "]
    if came:
        pieces += ["s’ajoute " if len(came) == 1 else "s’ajoutent ", today(listed(came))]
    if came and went:
        pieces.append("\u202f; ")
    if went:
        pieces += ["sort " if len(went) == 1 else "sortent ", signed(listed(went))]
    return [change(part, *pieces)] if came or went else []


def listed(words: Iterable[str]) -> str:
    """« a, b et c »."""
    *first, last = list(words)
    return f"{', '.join(first)} et {last}" if first else last


def quoted(text: str) -> str:
    """« text », or nothing."""
    return f"«\u00a0{text}\u00a0»" if text else ""
