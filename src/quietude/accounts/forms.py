"""Forms of accounts: allauth's with our words, and the one that opens an invitation."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth.password_validation import validate_password

from quietude.accounts.models import User

NEW_PASSWORD_HELP = "Douze caractères au moins. Une phrase que vous seul connaissez convient très bien."  # noqa: S105
WORDS: dict[str, tuple[str, str]] = {
    "login": ("Adresse électronique", ""),
    "email": ("Adresse électronique", "Celle de votre invitation."),
    "password": ("Mot de passe", ""),
    "oldpassword": ("Mot de passe actuel", ""),
    "password1": ("Nouveau mot de passe", NEW_PASSWORD_HELP),
    "password2": ("Le même, une seconde fois", ""),
    "code": ("Code", "Six chiffres de votre application, ou huit d’un code de secours."),
    "name": ("Nom de la clé", "Celui qui vous la fera reconnaître : « Téléphone », « Clé du bureau »."),
    "passwordless": ("Me connecter avec cette clé seule, sans mot de passe", ""),
}
"""Label and help of each field that allauth shows."""


class InOurWords(forms.Form):
    """Label above, help under it, nothing inside the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label, field.help_text = WORDS.get(name, (field.label, ""))
            field.widget.attrs.pop("placeholder", None)


class SignInForm(InOurWords, account.LoginForm):
    """Address and password."""


class ConfirmPasswordForm(InOurWords, account.ReauthenticateForm):
    """The password again, before a second factor is enrolled."""


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    """A new password from the current one."""


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    """A password for an account that has none."""


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    """A new password from the link of a message."""


class ForgottenPasswordForm(InOurWords, account.ResetPasswordForm):
    """Only an account that was opened gets a message: an invitation that expired does not come back this way."""

    users: list[User]

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = [user for user in self.users if user.has_usable_password()]
        return email


class FactorForm(InOurWords, mfa.AuthenticateForm):
    """The code of an application, or a recovery code."""


class ConfirmFactorForm(InOurWords, mfa.ReauthenticateForm):
    """The second factor again, before a sensitive act."""


class EnrolApplicationForm(InOurWords, totp.ActivateTOTPForm):
    """The first code of an application proves that it holds the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "Les six chiffres que l’application affiche."


class AddKeyForm(InOurWords, webauthn.AddWebAuthnForm):
    """A passkey or a security key, with the name that will recall it."""


class RenameKeyForm(InOurWords, webauthn.EditWebAuthnForm):
    """Another name for a key."""


class ChoosePasswordForm(forms.Form):
    """The first password of an invited person, written twice."""

    password = forms.CharField(
        label="Mot de passe",
        help_text=NEW_PASSWORD_HELP,
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
