"""Acts upon accounts: invite, open, close every session. Each writes its line in the register of the platform."""

from datetime import timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from quietude.accounts.links import sign_link
from quietude.accounts.models import User
from quietude.accounts.queries import invitation_seal
from quietude.audit.services import record
from quietude.outbox import COUNCIL_HEADER

INVITATION_LASTS = timedelta(hours=72)
FIRST_RUN_LASTS = timedelta(hours=24)


@transaction.atomic
def invite(
    *, email: str, full_name: str, invited_by: User | None, where: str = "", council: UUID | None = None
) -> User:
    """Make the account of ``email`` if there is none, and send a link that opens it, good once and for 72 hours.

    An account that is already open is returned as it is, without a message. A new invitation cancels the former.
    ``where`` names, for the message, what the person is invited to, and ``council`` is its reference: the mail then
    shows on its page « Courriels ». ``invited_by`` is None for the command line.
    """
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        user = User.objects.create_user(email.strip(), full_name=full_name)
    if user.has_usable_password():
        return user
    user.set_unusable_password()
    user.save(update_fields=["password"])
    _send_invitation(user, invited_by, where, council)
    _write("invite", user, by=invited_by)
    return user


def invitation_url(user: User) -> str:
    """The absolute address that opens the account of ``user``, good for 72 hours and until a password is set."""
    token = sign_link("invitation", user.reference, lasts=INVITATION_LASTS, seal=invitation_seal(user))
    return settings.BASE_URL + reverse("accept_invitation", args=[token])


@transaction.atomic
def open_account(user: User, password: str) -> None:
    """Set the first password of an invited person, whose address the invitation has proved."""
    user.set_password(password)
    user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    _write("open", user, by=user)


@transaction.atomic
def close_every_session(user: User) -> None:
    """Refuse every session of ``user``, this one included, at its next request."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    _write("close_sessions", user, by=user)


@transaction.atomic
def start_over(user: User, *, by: User | None = None) -> None:
    """Forget password and second factors of who lost them, and close every session: a new invitation opens again."""
    Authenticator.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.session_epoch += 1
    user.save(update_fields=["password", "session_epoch"])
    _write("start_over", user, by=by)


@transaction.atomic
def close_account(user: User, *, by: User | None) -> None:
    """Nobody signs in with this account any more; what the person did keeps its author."""
    User.objects.filter(pk=user.pk).update(is_active=False, session_epoch=F("session_epoch") + 1)
    _write("close", user, by=by)


def first_run_url() -> str | None:
    """The address that makes the first council of a base without account, good for 24 hours; None once there is one."""
    if User.objects.exists():
        return None
    token = sign_link("first_run", "platform", lasts=FIRST_RUN_LASTS)
    return settings.BASE_URL + reverse("first_run", args=[token])


def _send_invitation(user: User, invited_by: User | None, where: str, council: UUID | None) -> None:
    facts = {"user": user, "invited_by": invited_by, "where": where, "url": invitation_url(user)}
    body = render_to_string("accounts/mail/invitation.txt", facts)
    headers = {COUNCIL_HEADER: str(council)} if council else {}
    EmailMessage("Votre accès à Quiétude", body, to=[user.email], headers=headers).send()


def _write(verb: str, user: User, *, by: User | None) -> None:
    actor = by.reference if by else None
    record(verb, object_type="account", object_reference=user.reference, actor=actor)
