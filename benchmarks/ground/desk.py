"""What the writing of one council's sheets needs at hand."""

from dataclasses import dataclass
from datetime import date

from benchmarks.ground.vocabulary import Pen
from quietude.accounts.models import User
from quietude.councils.models import Council, Organisation
from quietude.strategy.models import Axis, Objective, Strategy
from quietude.territories.models import Commune


@dataclass(frozen=True, slots=True)
class Desk:
    """The council, its rows already written, and the pen that draws the words."""

    council: Council
    strategy: Strategy
    axes: list[Axis]
    objectives: list[Objective]
    bodies: list[Organisation]
    communes: list[Commune]
    author: User | None
    pen: Pen
    today: date
