"""A line of facts: what every kind has in common, and how a line that means nothing is refused."""

from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any


class FactError(ValueError):
    """A line of the facts that means nothing; says which file, which line, and what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFacts:
    """A line that the signed document may have said otherwise, or not at all."""

    signed: dict[str, Any] = field(default_factory=dict)
    """What the signed document said where it differs: {"due": "-6m"}."""
    added: bool = False
    """Whether it came after the signature."""


def as_signed[Line: SignedFacts](told: Line) -> Line:
    """The line as the signed document had it; the same when nothing moved, or when it came later."""
    return replace(told, **told.signed, signed={}) if told.signed else told


def line[Line](kind: type[Line], row: dict[str, Any], where: str) -> Line:
    """The line that ``row`` tells. Raises FactError for a word unknown, or one that is missing."""
    known = {one.name: one for one in fields(kind)}  # type: ignore[arg-type]
    said = row.keys() | (row.get("signed", {}).keys() if issubclass(kind, SignedFacts) else set())
    unknown = said - known.keys()
    if unknown:
        raise FactError(f"{where}: {kind.__name__} knows no {', '.join(sorted(unknown))}")
    needed = {name for name, one in known.items() if one.default is MISSING and one.default_factory is MISSING}
    if missing := needed - row.keys():
        raise FactError(f"{where}: {kind.__name__} lacks {', '.join(sorted(missing))}")
    return kind(**row)
