"""What the facts of a demonstration council refer to while they are being written."""

from dataclasses import dataclass, field
from datetime import date

from quietude.accounts.models import User
from quietude.councils.gate import Here
from quietude.councils.models import Council, Organisation, Professional
from quietude.demo.days import day
from quietude.territories.models import Commune, Neighbourhood


@dataclass(frozen=True, slots=True)
class Ground:
    """A council as its coordinator enters it, on the day of the loading: its communes, its bodies, its people."""

    here: Here
    today: date
    communes: dict[str, Commune]
    """By official code; ``organisations`` and ``people`` by the keys of the facts."""
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Professional] = field(default_factory=dict)
    neighbourhoods: dict[str, Neighbourhood] = field(default_factory=dict)
    """By name."""

    @property
    def council(self) -> Council:
        return self.here.council

    def day(self, text: str) -> date | None:
        """The day that ``text`` means (see ``days.day``), None when the facts say nothing."""
        return day(text, self.today) if text else None

    def body(self, key: str) -> Organisation | None:
        """The organisation of that key, None for an empty key. Raises KeyError for an unknown one."""
        return self.organisations[key] if key else None

    def user(self, key: str) -> User:
        """The account of a person. Raises KeyError for who has none."""
        user = self.people[key].user
        if user is None:
            raise KeyError(key)
        return user
