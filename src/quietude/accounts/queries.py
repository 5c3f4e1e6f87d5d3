"""Reads of accounts."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator

from quietude.accounts.factors import FACTORS
from quietude.accounts.links import Link
from quietude.accounts.models import User


def find_invited(link: Link) -> User | None:
    """The account that an invitation opens; None once it is open, closed, or invited again."""
    user = User.objects.filter(reference=link.addressee, is_active=True).first()
    return user if user and not user.has_usable_password() and link.facts["seal"] == invitation_seal(user) else None


def is_first_run(link: Link) -> bool:
    """Whether the base still holds no account: the first one spends every first-run link."""
    return not User.objects.exists()


def invitation_seal(user: User) -> str:
    """What ties an invitation to its day: the end of the unusable password, drawn anew at each invitation."""
    return user.password[-12:]


def second_factors(user: User) -> list[Authenticator]:
    """The second factors of ``user``, oldest first."""
    return list(Authenticator.objects.filter(user=user, type__in=FACTORS).order_by("created_at"))


def enrolled_accounts(accounts: Iterable[int]) -> set[int]:
    """Those of ``accounts`` (primary keys) that have shown a second factor: the others cannot enter yet."""
    found = Authenticator.objects.filter(user__in=list(accounts), type__in=FACTORS)
    return set(found.values_list("user", flat=True))
