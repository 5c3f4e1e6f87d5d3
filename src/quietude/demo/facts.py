"""The facts of a council as its folder in ``data/`` tells them: one class per kind of line, a misspelt word fails."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
SLUGS = ("loos-haubourdin-emmerin", "bassin-de-pompey", "les-pennes-mirabeau", "bagnols-sur-ceze", "bar-le-duc")
"""The councils, the richest first. Days are written as ``days.day`` reads them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFacts:
    name: str
    kind: str
    short_name: str = ""
    domain: str = ""
    """What the addresses of its people end with; without one they have none."""
    confirmed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """A fictitious person, with the seat held in this council."""

    name: str
    job: str
    organisation: str
    role: str
    since: str
    kind: str = ""
    """Code of the rule of law that founds the seat."""
    until: str = ""
    commune: str = ""
    phone: str = ""
    account: bool = True
    invited: bool = False
    """For who has no account: whether an invitation has been sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormationFacts:
    kind: str
    name: str
    since: str
    members: list[list[str]]
    """[[titular, deputy]] or [[titular]], by the names of ``people``."""
    left: list[list[str]] = field(default_factory=list)
    """[[titular, last day]]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourhoodFacts:
    commune: str
    kind: str
    name: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFacts:
    """The act of composition: fictitious, and its number says so."""

    number: str
    signed: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFacts:
    slug: str
    kind: str
    basis: str
    name: str
    communes: list[str]
    act: ActFacts
    organisations: dict[str, OrganisationFacts]
    people: dict[str, PersonFacts]
    formations: list[FormationFacts]
    neighbourhoods: list[NeighbourhoodFacts]


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
class CommuneFacts:
    """What differs in one commune; nothing said means « comme la fiche »."""

    code: str
    status: str = ""
    lead: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    title: str
    due: str = ""
    done: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingFacts:
    """Euros; ``year`` counts from the current one."""

    funder: str
    year: int = 0
    asked: int | None = None
    granted: int | None = None
    paid: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFacts:
    """Values at the end of each month (of each third month), the last one at the end of last month."""

    name: str
    nature: str
    unit: str
    frequency: str
    source: str
    baseline: int | None = None
    target: int | None = None
    monthly: list[int] = field(default_factory=list)
    quarterly: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    axis: int
    title: str
    status: str
    objective: int = 0
    number: str = ""
    lead: str = ""
    lead_name: str = ""
    starts: str = ""
    due: str = ""
    blocked_by: str = ""
    description: str = ""
    context: str = ""
    public: str = ""
    perimeter: str = ""
    means: str = ""
    calendar: str = ""
    evaluation: str = ""
    partners: list[list[str]] = field(default_factory=list)
    """[[organisation, its part]]; an organisation of the council by its key in lower case, any other by its name."""
    communes: list[CommuneFacts] = field(default_factory=list)
    steps: list[StepFacts] = field(default_factory=list)
    funding: list[FundingFacts] = field(default_factory=list)
    indicators: list[IndicatorFacts] = field(default_factory=list)
    journal: list[list[str]] = field(default_factory=list)
    """[[day, person, sentence]]."""


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


def council_facts(slug: str) -> CouncilFacts:
    """Who the council ``slug`` is. Raises TypeError where a line says a word that means nothing."""
    told = _read(slug, "council.toml")
    return CouncilFacts(
        slug=slug,
        act=ActFacts(**told.pop("act")),
        organisations={key: OrganisationFacts(**row) for key, row in told.pop("organisations").items()},
        people={key: PersonFacts(**row) for key, row in told.pop("people").items()},
        formations=[FormationFacts(**row) for row in told.pop("formations")],
        neighbourhoods=[NeighbourhoodFacts(**row) for row in told.pop("neighbourhoods", [])],
        **told,
    )


def strategy_facts(slug: str) -> StrategyFacts | None:
    """What the council ``slug`` plans, None when no strategy of it is known. Raises TypeError as above."""
    if not (DATA / slug / "strategy.toml").exists():
        return None
    told = _read(slug, "strategy.toml")
    rows = told.pop("sheets", [])
    for path in sorted((DATA / slug).glob("sheets*.toml")):
        rows += _read(slug, path.name)["sheets"]
    return StrategyFacts(
        axes=[_axis(row) for row in told.pop("axes")],
        sheets=[_sheet(row) for row in rows],
        general_objectives=[ObjectiveFacts(**row) for row in told.pop("general_objectives", [])],
        **told,
    )


def document_to_review(slug: str) -> Path | None:
    """The document that waits for its review in the council ``slug``, if there is one."""
    return next(iter((DATA / slug).glob("*.txt")), None)


def contours_text(slug: str) -> str:
    """The GeoJSON of the communes of the council ``slug``, empty when there is none; see ``data/provenance.toml``."""
    path = DATA / slug / "contours.geojson"
    return path.read_text("utf-8") if path.exists() else ""


def contours_origin() -> dict[str, Any]:
    """The source and the vintage of the contours."""
    told = tomllib.loads((DATA / "provenance.toml").read_text("utf-8"))["contours"]
    return {name: told[name] for name in ("source", "vintage")}


def _read(slug: str, name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / slug / name).read_text("utf-8"))


def _axis(row: dict[str, Any]) -> AxisFacts:
    return AxisFacts(objectives=[ObjectiveFacts(**one) for one in row.pop("objectives", [])], **row)


def _sheet(row: dict[str, Any]) -> SheetFacts:
    return SheetFacts(
        communes=[CommuneFacts(**one) for one in row.pop("communes", [])],
        steps=[StepFacts(**one) for one in row.pop("steps", [])],
        funding=[FundingFacts(**one) for one in row.pop("funding", [])],
        indicators=[IndicatorFacts(**one) for one in row.pop("indicators", [])],
        **row,
    )
