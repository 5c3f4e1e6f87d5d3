"""Which passwords are refused: those that an attacker tries first. No rule of composition, no forced renewal."""

from functools import cache
from importlib.resources import files

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from quietude.accounts.models import User

FEWEST_SIGNS = 5
MESSAGE = "Ce mot de passe est de ceux que l’on essaie en premier. Écrivez plutôt une phrase à vous."


class KnownPasswordValidator:
    """Refuses figures alone, and a password of the common lists even lengthened by figures, signs or repetition."""

    def validate(self, password: str, user: User | None = None) -> None:
        stem = fold(password)
        is_poor = not stem or len(set(password)) < FEWEST_SIGNS
        if is_poor or not known_passwords().isdisjoint(units(stem)):
            raise ValidationError(MESSAGE, code="password_known")

    def get_help_text(self) -> str:
        return "Une phrase que vous seul connaissez convient très bien."


@cache
def known_passwords() -> frozenset[str]:
    """Django's list of common passwords and the French one beside this file, folded."""
    french = files("quietude.accounts").joinpath("passwords_fr.txt").read_text("utf-8").split()
    return frozenset(map(fold, french)) | frozenset(map(fold, CommonPasswordValidator().passwords)) - {""}


def fold(text: str) -> str:
    """Lower case, without spaces nor final figures and signs: « Azerty 2026! » is « azerty »."""
    return "".join(text.lower().split()).rstrip("0123456789!?.*_-+@#$%&")


def units(stem: str) -> set[str]:
    """``stem`` and, where it repeats one piece, that piece: « azertyazerty » gives « azerty »."""
    repeated = {stem[:size] for size in range(1, len(stem) // 2 + 1) if len(stem) % size == 0}
    return {stem} | {unit for unit in repeated if unit * (len(stem) // len(unit)) == stem}
