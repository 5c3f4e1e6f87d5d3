"""A council: its communes, its bodies, its people, its formations, its paper."""

from dataclasses import dataclass, field


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
class LetterheadFacts:
    """The paper of the council; a line of each text is a line of the paper."""

    sender: str
    address: str
    contact: str
    foot: str


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
    letterhead: LetterheadFacts | None = None
