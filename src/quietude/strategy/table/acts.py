"""What may be done to several sheets at once: each act gives the new values of one sheet, or says why it has none."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quietude.strategy.models import ActionSheet


class NotPossible(Exception):
    """This sheet cannot take the change; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its words on the button, its title, and the new values of a sheet for an answer of its form."""

    words: str
    title: str
    values: Callable[[ActionSheet, dict[str, Any]], dict[str, Any]]
    """Raises NotPossible."""


def _state(sheet: ActionSheet, answer: dict[str, Any]) -> dict[str, Any]:
    return {"status": answer["status"], "blocked_by": answer["blocked_by"] or sheet.blocked_by}


def _lead(sheet: ActionSheet, answer: dict[str, Any]) -> dict[str, Any]:
    return {"lead": answer["lead"]}


def _priority(sheet: ActionSheet, answer: dict[str, Any]) -> dict[str, Any]:
    return {"priority": answer["priority"]}


def _deadline(sheet: ActionSheet, answer: dict[str, Any]) -> dict[str, Any]:
    day = answer["due_on"] or _shifted(sheet, answer["count"], answer["unit"])
    if sheet.starts_on and day < sheet.starts_on:
        raise NotPossible("l’échéance précéderait le début")
    return {"due_on": day}


def _shifted(sheet: ActionSheet, count: int, unit: str) -> date:
    if sheet.due_on is None:
        raise NotPossible("elle n’a pas d’échéance à décaler")
    if unit == "days":
        return sheet.due_on + timedelta(days=count)
    months = sheet.due_on.year * 12 + sheet.due_on.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(sheet.due_on.day, monthrange(year, month + 1)[1]))


def _commune(sheet: ActionSheet, answer: dict[str, Any]) -> dict[str, Any]:
    there = {row.commune_id for row in sheet.communes.all()}
    return {"communes": sorted(there | {answer["commune"].pk})}


ACTS: dict[str, Act] = {
    "etat": Act("Changer l’état", "Changer l’état de plusieurs fiches", _state),
    "pilote": Act("Changer le pilote", "Changer le pilote de plusieurs fiches", _lead),
    "echeance": Act("Décaler l’échéance", "Décaler l’échéance de plusieurs fiches", _deadline),
    "priorite": Act("Priorité", "Changer la priorité de plusieurs fiches", _priority),
    "commune": Act("Commune", "Ajouter une commune à plusieurs fiches", _commune),
}
"""Word in the address -> act."""
