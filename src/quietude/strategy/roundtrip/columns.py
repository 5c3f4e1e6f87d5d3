"""The columns of the table that comes back: what each shows of a sheet, and what it reads from a cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quietude.kit.forms import LOOSE_DATE_ERROR, read_loose_date
from quietude.kit.text import fold
from quietude.strategy.models.vocabulary import Priority, Status

type Raw = Mapping[str, Any]
"""Fields of a sheet as its form sends them (``services.fields.sent_form``): texts, ISO dates, primary keys."""


class Unreadable(Exception):
    """A cell that means nothing here; the message is the French sentence that says what to write."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the words of a cell may name in this council: {primary key: name}, and the way back."""

    axes: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    axis_keys: Mapping[str, str] = field(default_factory=dict)
    body_keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``fields`` it writes, ``show`` gives its text from the raw fields, ``read`` the raw fields back."""

    title: str
    fields: tuple[str, ...]
    show: Callable[[Raw, Known], str]
    read: Callable[[str, Known], dict[str, str]]


IDENTIFIER, VERSION = "Identifiant", "Version"


def _text(title: str, name: str, most: int = 0) -> Column:
    def read(text: str, known: Known) -> dict[str, str]:
        if most and len(text) > most:
            raise Unreadable(f"« {title} » dépasse {most} caractères.")
        return {name: text}

    return Column(title, (name,), lambda raw, known: raw[name], read)


def _choice(title: str, name: str, choices: Any) -> Column:
    labels = {value: str(label) for value, label in choices.choices}
    values = {fold(label): value for value, label in labels.items()}

    def read(text: str, known: Known) -> dict[str, str]:
        if fold(text) not in values:
            raise Unreadable(f"« {text} » n’est pas un choix de « {title} » : {', '.join(labels.values())}.")
        return {name: values[fold(text)]}

    return Column(title, (name,), lambda raw, known: labels.get(raw[name], ""), read)


def _date(title: str, name: str, edge: Any) -> Column:
    def read(text: str, known: Known) -> dict[str, str]:
        try:
            return {name: read_loose_date(text, edge)[0].isoformat() if text else ""}
        except ValueError as error:
            raise Unreadable(f"« {title} » : {LOOSE_DATE_ERROR}") from error

    def show(raw: Raw, known: Known) -> str:
        year, month, day = raw[name].split("-") if raw[name] else ("", "", "")
        return f"{day}/{month}/{year}" if year else ""

    return Column(title, (name,), show, read)


def _read_axis(text: str, known: Known) -> dict[str, str]:
    if key := known.axis_keys.get(fold(text)):
        return {"axis": key}
    raise Unreadable(f"« {text} » n’est pas un axe de la stratégie.")


def _read_lead(text: str, known: Known) -> dict[str, str]:
    """An organisation of the council, else the words themselves: a lead may not be in the directory yet."""
    key = known.body_keys.get(fold(text), "")
    if not key and len(text) > 300:
        raise Unreadable("« Pilote » dépasse 300 caractères.")
    return {"lead": key, "lead_name": "" if key else text}


COLUMNS = (
    _text("N°", "number", 20),
    Column("Axe", ("axis",), lambda raw, known: known.axes.get(raw["axis"], ""), _read_axis),
    _text("Fiche", "title", 500),
    _choice("État", "status", Status),
    _text("Bloquée par", "blocked_by", 300),
    _choice("Priorité", "priority", Priority),
    Column(
        "Pilote",
        ("lead", "lead_name"),
        lambda raw, known: known.bodies.get(raw["lead"], "") or raw["lead_name"],
        _read_lead,
    ),
    _date("Début", "starts_on", "first"),
    _date("Échéance", "due_on", "last"),
    _text("Public", "public", 500),
    _text("Périmètre", "perimeter", 500),
    _text("Constat", "context"),
    _text("Description", "description"),
    _text("Moyens", "means"),
    _text("Évaluation", "evaluation"),
)
FIELDS = tuple(name for column in COLUMNS for name in column.fields)
"""What the table writes of a sheet."""
