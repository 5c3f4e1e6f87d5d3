"""Nouns of the council."""

from quietude.councils.models.council import CompositionAct, Council
from quietude.councils.models.feed import CalendarFeed
from quietude.councils.models.formation import Formation, FormationMember
from quietude.councils.models.interim import Interim
from quietude.councils.models.people import Organisation, Professional
from quietude.councils.models.rules import LegalRule
from quietude.councils.models.seat import Seat
from quietude.councils.models.submission import Submission

__all__ = [
    "CalendarFeed",
    "CompositionAct",
    "Council",
    "Formation",
    "FormationMember",
    "Interim",
    "LegalRule",
    "Organisation",
    "Professional",
    "Seat",
    "Submission",
]
