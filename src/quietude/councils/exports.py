"""Tables of the directory as files."""

from collections.abc import Iterable

from quietude.councils.models import Organisation
from quietude.councils.queries.people import Member
from quietude.kit.tables import Table

MEMBER_COLUMNS = ("Nom", "Fonction", "Organisme", "Nature", "Rôles", "Formations", "Courriel", "Téléphone")


def member_table(members: Iterable[Member]) -> Table:
    """The members, one a row, in the order shown on the page."""
    rows = (
        (
            member.person.full_name,
            member.person.job,
            str(member.person.organisation),
            Organisation.Kind(member.person.organisation.kind).label,
            member.roles,
            ", ".join(formation.name for formation in member.formations),
            member.person.email,
            member.person.phone,
        )
        for member in members
    )
    return Table("Annuaire", MEMBER_COLUMNS, rows)
