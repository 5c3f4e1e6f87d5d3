"""The draft of a strategy: what the rules found, each item with its source and the trust it deserves."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Origin:
    """Where an item was read: ``page`` (or sheet), 1-based first and last ``line``, and the ``text`` as written."""

    line: int
    text: str
    page: str | None = None
    last_line: int | None = None


@dataclass(slots=True)
class Item:
    """What every found item carries: a title, its source, a confidence from 0 to 1 and the reason for it."""

    title: str | None
    source: Origin | None = None
    confidence: float = 1.0
    reason: str = ""


@dataclass(slots=True)
class FundingLine:
    """One funder and its amount in euros; the amount is the text as written when it is not a plain number."""

    funder: str
    amount: float | str | None = None


@dataclass(slots=True)
class Fields:
    """The fields of an action sheet, in the words of the document; empty where the document is silent."""

    lead: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    public: str | None = None
    territory: str | None = None
    context: str | None = None
    means: str | None = None
    funding: list[FundingLine] = field(default_factory=list)
    calendar: str | None = None
    indicators: list[str] = field(default_factory=list)
    evaluation: str | None = None
    status: str | None = None


@dataclass(slots=True)
class DraftObjective(Item):
    number: str | None = None
    description: str = ""


@dataclass(slots=True)
class DraftAction(Item):
    number: str | None = None
    objective: str | None = None
    """Title of the objective (second level) under which the action stands, if any."""
    description: str = ""
    fields: Fields = field(default_factory=Fields)


@dataclass(slots=True)
class DraftAxis(Item):
    number: str | None = None
    description: str = ""
    objectives: list[DraftObjective] = field(default_factory=list)
    actions: list[DraftAction] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A strategy as read from a document. ``axes`` is empty, with a warning, where nothing is a plan."""

    title: str | None = None
    territory: str | None = None
    period: tuple[int | None, int | None] | None = None
    general_objectives: list[str] = field(default_factory=list)
    axes: list[DraftAxis] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    announced: dict[str, int] = field(default_factory=dict)
    """What the text announces: {"axes": 3, "actions": 19}; the review screen sets it against what was found."""
    used_lines: list[int] = field(default_factory=list)
    """Indexes (0-based, in ``Source.lines``) of the lines that ended up somewhere in the draft."""

    def as_json(self) -> dict[str, Any]:
        """The draft as plain data; objectives, axes and actions keep ``source`` and ``confidence``."""
        data = asdict(self)
        data["period"] = list(self.period) if self.period else None
        return data
