"""One sheet in two portraits."""

from quietude.strategy.comparison.dates import AFTER, moved
from quietude.strategy.comparison.money import money_changes
from quietude.strategy.comparison.rows import row_changes
from quietude.strategy.comparison.sentences import (
    Change,
    Part,
    becomes,
    change,
    quoted,
    rewritten,
    same,
    signed,
    thing,
    things,
    today,
)
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.portraits import Data

LINES = {"title": "le titre", "number": "le numéro", "public": "le public", "perimeter": "le périmètre"}
NAMED = {"lead": "le pilote", "referent": "l’élu référent", "priority": "la priorité"}
SETS = {"objectives": "les objectifs servis", "audiences": "les publics", "neighbourhoods": "les quartiers"}
LONG = {
    "context": "Constat",
    "description": "Description",
    "means": "Moyens",
    "calendar": "Calendrier",
    "evaluation": "Évaluation",
}
NOT_COMPARED = {
    "external_id": "it is what the sheet is known by",
    "visibility": "who reads a sheet is no promise",
    "precision": "it is said with the dates, and alone when they stay",
    "status": "how an action advances is no drift; giving it up is",
}
"""What a portrait of a sheet holds and no sentence of its own says, and why."""


def sheet_changes(before: Data, after: Data) -> list[Change]:
    """Everything that is no longer as it was on one sheet, in the order of the parts of a comparison."""
    found = [
        *_date_changes(before, after),
        *money_changes(before, after),
        *_content_changes(before, after),
        *_membership_changes(before, after),
        *row_changes(before, after),
    ]
    order = list(Part)
    return sorted(found, key=lambda one: order.index(one.part))


def _date_changes(before: Data, after: Data) -> list[Change]:
    known = (before["precision"]["key"], after["precision"]["key"])
    found = [
        *moved("l’échéance", before["due_on"], after["due_on"], precisions=known),
        *moved("le début", before["starts_on"], after["starts_on"], precisions=known, said=AFTER),
    ]
    if not found and known[0] != known[1] and (after["due_on"] or after["starts_on"]):
        was, now = signed(before["precision"]["name"]), today(after["precision"]["name"])
        found = [change(Part.DATES, "les dates, connues ", was, ", le sont maintenant ", now)]
    return found + thing(Part.DATES, "le rythme", before["recurrence"], after["recurrence"])


def _content_changes(before: Data, after: Data) -> list[Change]:
    found = becomes(Part.CONTENT, "l’âge du public", ages(before), ages(after))
    for name, what in LINES.items():
        found += becomes(Part.CONTENT, what, quoted(before[name]), quoted(after[name]))
    for name, what in NAMED.items():
        found += thing(Part.CONTENT, what, before[name], after[name])
    for name, what in SETS.items():
        found += things(Part.CONTENT, what, before[name], after[name])
    for name, title in LONG.items():
        found += rewritten(Part.CONTENT, title, before[name], after[name])
    return found


def ages(sheet: Data) -> str:
    """« 11-16 ans », « à partir de 16 ans », « jusqu’à 25 ans », or empty."""
    first, last = sheet["age_from"], sheet["age_to"]
    if first is not None and last is not None:
        return f"{first}-{last} ans"
    if first is not None:
        return f"à partir de {first} ans"
    return f"jusqu’à {last} ans" if last is not None else ""


def _membership_changes(before: Data, after: Data) -> list[Change]:
    found = []
    if not same(before["axis"], after["axis"]):
        places = (signed(_axis(before)), today(_axis(after)))
        found.append(change(Part.MEMBERSHIP, "la fiche passe de l’axe ", places[0], " à l’axe ", places[1]))
    given_up = [one["status"]["key"] == Status.ABANDONED for one in (before, after)]
    if given_up == [False, True]:
        found.append(change(Part.MEMBERSHIP, "l’action est ", today("abandonnée")))
    elif given_up == [True, False]:
        found.append(change(Part.MEMBERSHIP, "l’action, ", signed("abandonnée"), ", est ", today("reprise")))
    return found


def _axis(sheet: Data) -> str:
    return quoted(sheet["axis"]["name"] or "Actions sans axe")


def sheet_label(sheet: Data) -> str:
    """« Fiche 4 », or « Fiche « Ouvrir un lieu d’accueil » » when it has no number."""
    return f"Fiche {sheet['number']}" if sheet["number"] else f"Fiche {quoted(sheet['title'])}"
