"""Identifiers of organisations, checked."""

from django.core.exceptions import ValidationError
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as InvalidNumber
from stdnum.fr import siret


def read_siret(text: str) -> str:
    """The 14 digits of a SIRET whose check holds; empty stays empty. Raises ValidationError."""
    if not text.strip():
        return ""
    try:
        return str(siret.validate(text))
    except InvalidChecksum as error:
        raise ValidationError("Ce SIRET n’existe pas : un chiffre au moins est faux.") from error
    except InvalidNumber as error:
        raise ValidationError("Écrivez le SIRET en 14 chiffres.") from error
