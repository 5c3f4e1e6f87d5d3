"""What allauth asks of this house: closed sign-up, our own words, and what is written in the register."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.db import transaction
from django.http import HttpRequest

from quietude.accounts.factors import is_enrolled
from quietude.accounts.models import User
from quietude.accounts.sealing import seal, unseal
from quietude.audit.services import record

WAYS_TO_CONFIRM = {
    "mfa_reauthenticate:webauthn": "Utiliser ma clé d’accès",
    "mfa_reauthenticate": "Écrire un code",
    "reauthenticate": "Écrire mon mot de passe",
}


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Nobody signs up: an account opens by invitation."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Ce compte est fermé.",
        "email_password_mismatch": "L’adresse ou le mot de passe ne convient pas.",
        "enter_current_password": "Écrivez votre mot de passe actuel.",
        "incorrect_code": "Ce code ne convient pas, ou il a expiré.",
        "incorrect_password": "Ce mot de passe ne convient pas.",
        "invalid_password_reset": "Ce lien ne sert plus : demandez-en un autre.",
        "too_many_login_attempts": "Trop d’essais. Attendez cinq minutes, puis recommencez.",
        "rate_limited": "Trop d’essais. Attendez une minute, puis recommencez.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject

    def login(self, request: HttpRequest, user: User) -> None:
        """Open the session and write its line, together."""
        with transaction.atomic():
            super().login(request, user)
            record("sign_in", object_type="account", object_reference=user.reference, actor=user.reference)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """Keys first, then codes; once enrolled, the password alone no longer confirms anything."""
        offered = {method["id"]: method for method in super().get_reauthentication_methods(user)}
        if user.is_authenticated and is_enrolled(user):
            offered.pop("reauthenticate", None)
        return [offered[way] | {"description": words} for way, words in WAYS_TO_CONFIRM.items() if way in offered]


class FactorAdapter(DefaultMFAAdapter):
    """Second factors, named in French and tied to the address of this installation."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Ce code ne convient pas, ou il a expiré.",
        "cannot_delete_authenticator": "Gardez au moins un second facteur : ajoutez-en un autre avant d’ôter celui-ci.",
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        return "Quiétude"

    def _get_site_name(self) -> str:
        return "Quiétude"

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002
        return "Clé d’accès"
