"""How every form of the product is drawn and says its errors: label above, help under it, error under the field."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.renderers import TemplatesSetting

from quietude.kit.dates import MONTHS, Edge, Precision, edge_of

DATE_ERROR = "Écrivez la date comme 30/11/2026."
LOOSE_DATE_ERROR = "Écrivez la date comme 30/11/2026, novembre 2026 ou 2026."
_NUMERIC = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:er)?[\s\u00a0]+([a-zéûô.]+)[\s\u00a0]+(\d{4})")
_MONTH = re.compile(r"(\d{1,2})[/.\- ](\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_MONTH_IN_WORDS = re.compile(r"([a-zéûô.]+)[\s\u00a0]+(\d{4})")
_YEAR = re.compile(r"\d{4}")


class Renderer(TemplatesSetting):
    """Draws forms and fields with the kit's templates, those of libraries included."""

    form_template_name = "kit/forms/form.html"
    field_template_name = "kit/forms/field.html"


def read_french_date(text: str) -> date:
    """The day written as 30/11/2026, 30.11.26, 2026-11-30 or 30 novembre 2026. Raises ValueError otherwise."""
    asked = text.strip().lower()
    if found := _ISO.fullmatch(asked):
        year, month, day = map(int, found.groups())
    elif found := _NUMERIC.fullmatch(asked):
        day, month, year = map(int, found.groups())
        year += 2000 if year < 100 else 0
    elif found := _WORDS.fullmatch(asked):
        day, year = int(found[1]), int(found[3])
        month = _month_number(found[2].rstrip("."))
    else:
        raise ValueError(text)
    return date(year, month, day)


def read_loose_date(text: str, edge: Edge) -> tuple[date, Precision]:
    """A day, or the first or last one of « novembre 2026 », « 11/2026 », « 2026 », and how precisely it was written.

    Raises ValueError otherwise.
    """
    asked = text.strip().lower()
    if found := _MONTH.fullmatch(asked):
        month, year = map(int, found.groups())
    elif found := _ISO_MONTH.fullmatch(asked):
        year, month = map(int, found.groups())
    elif found := _MONTH_IN_WORDS.fullmatch(asked):
        month, year = _month_number(found[1].rstrip(".")), int(found[2])
    elif _YEAR.fullmatch(asked):
        return edge_of(date(int(asked), 1, 1), "year", edge), "year"
    else:
        return read_french_date(text), "day"
    return edge_of(date(year, month, 1), "month", edge), "month"


def _month_number(word: str) -> int:
    """The month that starts with ``word``; « jui » could be two and is refused."""
    matches = [number for number, month in enumerate(MONTHS, 1) if len(word) > 2 and month.startswith(word)]
    if len(matches) != 1:
        raise ValueError(word)
    return matches[0]


class FrenchDateInput(forms.DateInput):
    """A field one types in: faster than a calendar for a date that one knows, and read aloud as it is written."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "text", "autocomplete": "off", "size": "12"} | (attrs or {}), format="%d/%m/%Y")


class FrenchDateField(forms.DateField):
    """A day, written as the French write it.

    With ``loose``, a month or a year alone is read too, as its "first" or its "last" day; ``precision_of`` says how
    precisely a text was written. To show again what was written, give ``date_at(day, precision)`` as initial value.
    """

    widget = FrenchDateInput
    default_error_messages = {"invalid": DATE_ERROR, "required": "Donnez une date."}

    def __init__(self, *, help_text: str = "", loose: Literal["", "first", "last"] = "", **kwargs: Any) -> None:
        self.loose = loose
        example = "Par exemple 30/11/2026, novembre 2026 ou 2026." if loose else "Par exemple 30/11/2026."
        super().__init__(help_text=help_text or example, **kwargs)
        if loose and "invalid" not in (kwargs.get("error_messages") or {}):
            self.error_messages["invalid"] = LOOSE_DATE_ERROR

    def precision_of(self, text: str) -> Precision:
        """How precisely ``text`` says its date: "day" for all that this field would refuse."""
        try:
            return read_loose_date(text, "first")[1] if self.loose else "day"
        except ValueError:
            return "day"

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return read_loose_date(str(value), self.loose)[0] if self.loose else read_french_date(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class EurosField(forms.DecimalField):
    """An amount in euros, written with a comma or a point, with or without spaces and sign."""

    default_error_messages = {
        "invalid": "Écrivez le montant en chiffres, comme 12 500 ou 12 500,50.",
        "min_value": "Un montant ne peut pas être négatif.",
        "max_decimal_places": "Écrivez au plus deux chiffres après la virgule.",
    }

    def __init__(self, **kwargs: Any) -> None:
        settings: dict[str, Any] = {"min_value": 0, "max_digits": 12, "decimal_places": 2}
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(**(settings | {"widget": widget} | kwargs))

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = re.sub(r"[\s\u00a0\u202f€]", "", value).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """An amount of the base as one would type it: « 12500,5 », without idle zeros."""
        if not isinstance(value, Decimal):
            return value
        return f"{value:f}".rstrip("0").rstrip(".").replace(".", ",") if value % 1 else f"{value:.0f}"


def french_formfield(field: "models.Field[Any, Any]", **kwargs: Any) -> forms.Field | None:
    """The form field of a model field, dates and amounts as the French write them: ``Meta.formfield_callback``."""
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        kwargs.setdefault("form_class", FrenchDateField)
    elif isinstance(field, models.DecimalField):
        kwargs.setdefault("form_class", EurosField)
        kwargs.setdefault("min_value", None)
        kwargs["max_digits"] = field.max_digits
    return field.formfield(**kwargs)


def sent_version(data: Mapping[str, Any]) -> int:
    """The version that a form says it read; 0, which no row has, when it says none that can be read."""
    text = str(data.get("version", ""))
    return int(text) if text.isdecimal() and len(text) < 10 else 0
