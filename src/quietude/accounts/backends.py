"""How an account is found again at each request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from quietude.accounts.factors import FACTORS
from quietude.accounts.models import User
from quietude.kit.prepared import prepared


@prepared
def _account(pk: int) -> QuerySet[User]:
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    return User.objects.annotate(enrolled=Exists(factors)).filter(pk=pk)


class InvitedBackend(AuthenticationBackend):
    """allauth's, which also says in the same query whether the account holds a second factor."""

    def get_user(self, user_id: Any) -> User | None:
        user = next(iter(_account(int(user_id))), None)
        return user if user and self.user_can_authenticate(user) else None
