"""A strategy: its axes, its sheets, its signed version, and how the council looks at it."""

from dataclasses import dataclass, field

from quietude.demo.facts.sheets import SheetFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveFacts:
    title: str
    due: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisFacts:
    title: str
    description: str = ""
    objectives: list[ObjectiveFacts] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineFacts:
    """The act that froze the strategy."""

    kind: str
    signed: str
    deliberation: str = ""
    deliberated: str = ""
    reason: str = ""
    signatories: list[list[str]] = field(default_factory=list)
    """[[name, quality]]: all signed on the day of the act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """A call of a programme (its code), in a window told from today; ``year`` counts from the current one."""

    programme: str
    title: str
    department: str
    opens: str
    closes: str
    year: int = 1
    documents: list[str] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFacts:
    """An empty cell that the council accepts: an objective by its ranks, and "category:…" or "commune:…"."""

    objective: list[int]
    column: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewFacts:
    """A view that a person saved; in ``query`` {commune:59193} stands for the key of that commune."""

    name: str
    by: str
    query: str
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyFacts:
    title: str
    status: str
    description: str
    axes: list[AxisFacts]
    sheets: list[SheetFacts]
    starts: str = ""
    ends: str = ""
    adopted: str = ""
    deliberation: str = ""
    legal_references: str = ""
    frameworks: list[str] = field(default_factory=list)
    general_objectives: list[ObjectiveFacts] = field(default_factory=list)
    baseline: BaselineFacts | None = None
    calls: list[CallFacts] = field(default_factory=list)
    gaps: list[GapFacts] = field(default_factory=list)
    views: list[ViewFacts] = field(default_factory=list)
