"""The values of a sheet in words, as its history and its conflicts show them: names for keys, French dates."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from quietude.councils.gate import Here
from quietude.councils.models import Organisation, Professional
from quietude.kit.dates import precise_text
from quietude.strategy.models import ActionSheet, Axis, Objective
from quietude.strategy.models.vocabulary import Category, Precision
from quietude.territories.models import Commune, Neighbourhood

State = Mapping[str, Any]
"""The fields of a sheet as ``services.fields.sent_form`` gives them."""
DATES = ("starts_on", "due_on")
LONG_TEXTS = ("description", "context", "means", "calendar", "evaluation")
NAMED = {
    "axis": "axis",
    "objectives": "objective",
    "lead": "organisation",
    "blocked_by_body": "organisation",
    "referent": "professional",
    "communes": "commune",
    "neighbourhoods": "neighbourhood",
    "blocked_by_sheet": "sheet",
}
"""Fields that hold keys, and what the keys are those of."""
LABELS = {"audiences": "À qui elle s’adresse", "communes": "Communes", "public": "Précisions sur le public"}

type Names = dict[str, dict[str, str]]


def label_of(name: str) -> str:
    """The name of a field, as the form writes it."""
    if name in LABELS:
        return LABELS[name]
    field: Any = ActionSheet._meta.get_field(name)
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def read_names(here: Here, states: Iterable[State]) -> Names:
    """What the keys of ``states`` are called: {"organisation": {"12": "Mission locale"}}; a query for each kind."""
    wanted: dict[str, set[str]] = {kind: set() for kind in NAMED.values()}
    for state in states:
        for name, kind in NAMED.items():
            wanted[kind].update(_keys(state.get(name, "")))
    return {
        kind: {str(row.pk): str(row) for row in rows.filter(pk__in=wanted[kind])} if wanted[kind] else {}
        for kind, rows in _open_to(here).items()
    }


def _open_to(here: Here) -> dict[str, QuerySet[Any]]:
    """The rows that may be named to the reader; what is not theirs stays without a name."""
    return {
        "axis": Axis.objects.visible_to(here.seats),
        "objective": Objective.objects.visible_to(here.seats),
        "organisation": Organisation.objects.filter(council=here.council),
        "professional": Professional.objects.filter(council=here.council),
        "commune": Commune.objects.all(),
        "neighbourhood": Neighbourhood.objects.select_related("commune"),
        "sheet": ActionSheet.objects.visible_to(here.seats).only("number", "title"),
    }


def in_words(state: State, name: str, names: Names) -> str:
    """The value of field ``name`` in ``state``; empty for nothing, "oui" for a ticked box."""
    value = state.get(name, "")
    if name in NAMED:
        known = names[NAMED[name]]
        return ", ".join(sorted(known.get(key, "retiré depuis") for key in _keys(value)))
    if name == "audiences":
        return ", ".join(str(Category(key).label) for key in value if key in Category.values)
    if not value:
        return ""
    if name in DATES:
        precision: Any = state.get("precision") or Precision.DAY
        return precise_text(date.fromisoformat(value), precision, short=False)
    if choices := dict(getattr(ActionSheet._meta.get_field(name), "flatchoices", ())):
        return str(choices.get(value, value))
    return "oui" if value == "on" else str(value)


def differing(before: State, after: State) -> list[str]:
    """The fields that two states do not say alike, in the order of the form; a change of precision is one of dates."""
    asked = {*before, *after} - {"precision"}
    return [name for name in after if name in asked and _said(before, name) != _said(after, name)]


def _said(state: State, name: str) -> Any:
    value = state.get(name) or ""
    return (value, state.get("precision")) if name in DATES and value else value


def _keys(value: Any) -> list[str]:
    return [str(key) for key in (value if isinstance(value, list) else [value]) if key not in ("", None)]
