"""Forms of accounts."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django import forms
from django.contrib.auth.password_validation import validate_password

from quietude.accounts.models import User


class ForgottenPasswordForm(ResetPasswordForm):
    """Only an account that was opened gets a message: an invitation that expired does not come back this way."""

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = [user for user in self.users if user.has_usable_password()]
        return email


class ChoosePasswordForm(forms.Form):
    """The first password of an invited person, written twice."""

    password = forms.CharField(
        label="Mot de passe",
        help_text="Douze caractères au moins. Une phrase que vous seul connaissez convient très bien.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Le même, une seconde fois",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "password" in cleaned and "again" in cleaned and cleaned["password"] != cleaned["again"]:
            self.add_error("again", "Les deux mots de passe diffèrent.")
        return cleaned
