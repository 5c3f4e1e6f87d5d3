"""An action sheet and what hangs on it."""

from dataclasses import dataclass, field
from decimal import Decimal

from quietude.demo.facts.lines import SignedFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneFacts(SignedFacts):
    """What differs in one commune; nothing said means « comme la fiche »."""

    code: str
    status: str = ""
    lead: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFacts(SignedFacts):
    """Who takes part, written [who, part]: an organisation of the council by its key, any other by its name."""

    who: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts(SignedFacts):
    title: str
    starts: str = ""
    due: str = ""
    done: str = ""
    cost: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    kind: str
    title: str
    held: str
    place: str = ""
    commune: str = ""
    public: str = ""
    participants: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetFacts(SignedFacts):
    """Euros, or full-time equivalents; ``year`` counts from the current one."""

    year: int
    label: str = ""
    nature: str = "running"
    unit: str = "euros"
    planned: Decimal | int | None = None
    real: Decimal | int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingFacts(SignedFacts):
    """Euros; ``year`` counts from the current one. Without ``state``, the amounts say it."""

    funder: str
    year: int = 0
    state: str = ""
    asked: int | None = None
    granted: int | None = None
    paid: int | None = None
    one_year: bool = False
    justified: str = ""
    call: str = ""
    """Code of the programme whose call is answered."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFacts(SignedFacts):
    """Values at the end of each month (each third month, each twelfth), the last one ``behind`` months ago."""

    name: str
    nature: str
    unit: str
    frequency: str
    source: str
    definition: str = ""
    direction: str = "up"
    rhythm: str = ""
    baseline: int | None = None
    baseline_on: str = ""
    target: int | None = None
    measured_by: str = ""
    figure: str = ""
    monthly: list[int] = field(default_factory=list)
    quarterly: list[int] = field(default_factory=list)
    yearly: list[int] = field(default_factory=list)
    behind: int = 1
    comment: str = ""
    """What is said with the last value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """A paper of one page, set by the product itself."""

    title: str
    added: str
    by: str
    lines: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts(SignedFacts):
    axis: int
    title: str
    status: str
    moved: str = ""
    """For a sheet that was signed otherwise: the day when it moved."""
    objective: int = 0
    also_serves: list[list[int]] = field(default_factory=list)
    """[[rank of the axis, rank of the objective in it]]."""
    number: str = ""
    lead: str = ""
    lead_name: str = ""
    referent: str = ""
    priority: str = "normal"
    weight: int = 1
    starts: str = ""
    due: str = ""
    precision: str = "day"
    recurrence: str = ""
    visibility: str = "council"
    outside: bool = False
    """Whether a partner runs it outside the strategy."""
    blocked_by: str = ""
    blocked_by_sheet: str = ""
    """Number of the sheet that blocks this one."""
    blocked_by_body: str = ""
    blocked_on: str = ""
    reminded: str = ""
    description: str = ""
    context: str = ""
    public: str = ""
    audiences: list[str] = field(default_factory=list)
    ages: list[int] = field(default_factory=list)
    """[first, last], or [first] when none is the last."""
    neighbourhoods: list[str] = field(default_factory=list)
    perimeter: str = ""
    means: str = ""
    calendar: str = ""
    evaluation: str = ""
    partners: list[PartnerFacts] = field(default_factory=list)
    communes: list[CommuneFacts] = field(default_factory=list)
    steps: list[StepFacts] = field(default_factory=list)
    budget: list[BudgetFacts] = field(default_factory=list)
    funding: list[FundingFacts] = field(default_factory=list)
    indicators: list[IndicatorFacts] = field(default_factory=list)
    events: list[EventFacts] = field(default_factory=list)
    documents: list[DocumentFacts] = field(default_factory=list)
    links: list[list[str]] = field(default_factory=list)
    """[[nature, number of the other sheet]]."""
    journal: list[list[str]] = field(default_factory=list)
    """[[day, person, sentence]], or [day, person, sentence, "decision"] for what was decided and why."""
