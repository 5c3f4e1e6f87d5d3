"""Two people wrote on one row: what differs, field by field, and the form that the second one's choice makes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.db import models
from django.http import QueryDict

from quietude.accounts.models import User
from quietude.audit.models import Entry
from quietude.councils.gate import Here
from quietude.kit.dates import date_text

EMPTY = "(vide)"
MINE = "mine-"
"""Before the name of a field: what the second person had written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the two versions do not say alike, in words."""

    name: str
    label: str
    saved: str
    mine: str
    chosen: str = "mine"
    can_keep_both: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the conflict page shows; ``kept`` is what goes back with the choice."""

    differences: list[Difference]
    kept: dict[str, str]
    version: int
    saved_by: str
    saved_at: datetime | None
    same: int


def find_conflict(here: Here, row: Any, mine: forms.BaseForm, saved: forms.BaseForm, *, object_type: str) -> Conflict:
    """Compare the form that was sent (``mine``, valid) with that of the row as it now stands (``saved``)."""
    names = [name for name in mine.fields if name != "version"]
    differing = [name for name in names if _key(saved, name) != _key(mine, name)]
    last = _last_edit(here, object_type, row)
    return Conflict(
        differences=[
            Difference(name, str(mine.fields[name].label), _words(saved, name), _words(mine, name))
            for name in differing
        ],
        kept={MINE + name: _key(mine, name) for name in names},
        version=row.version,
        saved_by=_author(last),
        saved_at=last.at if last else None,
        same=len(names) - len(differing),
    )


def settle(choices: Mapping[str, str], saved: forms.BaseForm) -> QueryDict:
    """The data of the form once each difference is settled: "saved" keeps the row's own value, "mine" the other."""
    data = QueryDict(mutable=True)
    for name in saved.fields:
        keeps_saved = choices.get(name) == "saved" or "keep" in choices
        data[name] = _key(saved, name) if keeps_saved else choices.get(MINE + name, "")
    data["version"] = choices.get("version", "0")
    return data


def _key(form: forms.BaseForm, name: str) -> str:
    """The value of a field as a form sends it."""
    value = form[name].value()
    if isinstance(value, models.Model):
        value = value.pk
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value in (None, False) else str(value)


def _words(form: forms.BaseForm, name: str) -> str:
    """The value of a field as a person reads it."""
    key, field = _key(form, name), form.fields[name]
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        words = {str(value): str(label) for value, label in choices}
        return words.get(key, key) or EMPTY
    try:
        value = field.clean(key) if isinstance(field, forms.DateField) and key else key
    except forms.ValidationError:
        value = key
    return date_text(value) if isinstance(value, date) else str(value or EMPTY)


def _last_edit(here: Here, object_type: str, row: Any) -> Entry | None:
    reference = getattr(row, "reference", row.pk)
    lines = Entry.objects.filter(chain=str(here.council.reference), object_type=object_type)
    return lines.filter(object_reference=str(reference), actor__isnull=False).order_by("-number").first()


def _author(entry: Entry | None) -> str:
    user = User.objects.filter(reference=entry.actor).first() if entry and entry.actor else None
    return user.full_name if user else "quelqu’un"
