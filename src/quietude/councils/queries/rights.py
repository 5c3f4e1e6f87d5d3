"""« Qui peut voir quoi », from the matrix itself: what is shown is what the gate asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from quietude.permissions.matrix import CONFIDENTIAL, MATRIX, SENTENCES, Can
from quietude.permissions.roles import Role

TOPICS = {
    "dashboard": "Tableau de bord",
    "strategy": "Stratégie",
    "sheet": "Fiches action",
    "council": "Conseil",
    "contacts": "Membres et coordonnées",
    "seat": "Comptes",
    "matrix": "Transparence",
    "register": "Registre",
    "outbox": "Courriels",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One capability, in words, and for each role of the table whether it is held."""

    sentence: str
    confidential: bool
    held: list[tuple[Role, bool]]

    @property
    def holders(self) -> str:
        """Who may do it, in words: « tous les rôles », « tous, sauf santé », « coordination, parquet »."""
        yes = [role.label for role, may in self.held if may]
        no = [role.label for role, may in self.held if not may]
        if not no:
            return "tous les rôles"
        return f"tous, sauf {', '.join(no)}" if len(no) < len(yes) else ", ".join(yes) or "personne"


@dataclass(frozen=True, slots=True)
class Topic:
    """Capabilities on the same thing."""

    title: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class RightsTable:
    """The whole matrix, and my own roles where I read it from."""

    roles: list[Role]
    topics: list[Topic]
    mine: frozenset[Role]

    @property
    def my_sentences(self) -> list[str]:
        """What I may do here, in words."""
        lines = (line for topic in self.topics for line in topic.lines)
        return [line.sentence for line in lines if any(yes and role in self.mine for role, yes in line.held)]


def rights_table(mine: Iterable[Role] = ()) -> RightsTable:
    """Every capability and every role, grouped by topic in the order of the matrix."""
    roles = list(Role)
    topics: dict[str, list[Line]] = {}
    for can, holders in MATRIX.items():
        line = Line(SENTENCES[can], can in CONFIDENTIAL, [(role, role in holders) for role in roles])
        topics.setdefault(_topic(can), []).append(line)
    return RightsTable(roles, [Topic(title, lines) for title, lines in topics.items()], frozenset(mine))


def _topic(can: Can) -> str:
    resource = can.partition(":")[0]
    return TOPICS.get(resource, resource.capitalize())
