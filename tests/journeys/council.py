"""The council of Loos, Haubourdin and Emmerin, as the demonstration tells it: where the journeys of steering happen."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone

from quietude.accounts.models import User
from quietude.councils.models import Council
from quietude.demo import facts
from quietude.demo.loading import load_council
from quietude.strategy.models import ActionSheet, Framework
from quietude.strategy.services.programmes import load_funding_programmes
from quietude.territories.models import Commune
from quietude.territories.services import load_contours
from tests.cast import SECRET

SLUG = "loos-haubourdin-emmerin"
COMMUNES = {"59360": "Loos", "59286": "Haubourdin", "59193": "Emmerin"}
NORD = {"department": "59", "region": "32", "vintage": 2026}


@dataclass(frozen=True, slots=True)
class Loos:
    """The council, served at ``origin``, and the people of these journeys."""

    council: Council
    origin: str
    coordinator: User
    chair: User
    deputy: User

    @property
    def room(self) -> str:
        """Where the pages of the strategy start, without a slash at the end."""
        return f"{self.origin}/conseils/{SLUG}/strategie"

    def sheet(self, number: str) -> ActionSheet:
        """The sheet printed with that number."""
        return ActionSheet.objects.get(council=self.council, number=number)

    def page_of(self, number: str) -> str:
        return f"{self.room}/fiches/{self.sheet(number).pk}/"


def load_loos(origin: str) -> Loos:
    """Load the council alone, with the reference data that tests which commit find gone from the base."""
    told = facts.council_facts(SLUG)
    for code in told.communes:
        Commune.objects.create(code=code, name=COMMUNES[code], folded_name=COMMUNES[code].lower(), **NORD)
    plan = facts.strategy_facts(SLUG)
    assert plan
    for name in plan.frameworks:
        Framework.objects.get_or_create(name=name, defaults={"starts_on": date(2020, 1, 1)})
    load_funding_programmes()
    load_contours(facts.contours_text(SLUG), **facts.contours_origin())
    council = load_council(SLUG, timezone.localdate())
    people = [User.objects.get(full_name=told.people[key].name) for key in ("varenne", "marsac", "bensalah")]
    for user in people:
        TOTP.activate(user, SECRET)
    return Loos(council, origin, *people)
