"""What the law asks of a council, beside what the council has: evaluates the dated rules, decides nothing itself.

A rule that is not confirmed is shown as a question and never applied.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quietude.councils.models import CompositionAct, Council, LegalRule, Seat
from quietude.kit.dates import date_text
from quietude.kit.typography import NBSP, number_text
from quietude.permissions.roles import Role
from quietude.territories.models import Commune, Neighbourhood


class State(StrEnum):
    """Where the council stands before one rule."""

    MET = "met"
    MISSING = "missing"
    TO_CHECK = "to_check"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One rule in force, where the council stands, and the sentence that says why."""

    rule: LegalRule
    state: State
    sentence: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the council has, as the rules look at it."""

    council: Council
    communes: Sequence[Commune]
    neighbourhoods: Sequence[Neighbourhood]
    seats: Sequence[Seat]
    acts: Sequence[CompositionAct]

    def above(self, rule: LegalRule) -> list[Commune]:
        """The communes whose population passes the threshold of ``rule``."""
        return [c for c in self.communes if (c.population or 0) > rule.value["population_over"]]


def requirements(
    council: Council,
    *,
    communes: Sequence[Commune],
    neighbourhoods: Sequence[Neighbourhood],
    seats: Sequence[Seat],
    acts: Sequence[CompositionAct],
    on: date,
) -> list[Requirement]:
    """Each rule in force on the day ``on`` that concerns ``council``, in the order of the screen."""
    facts = _Facts(council, communes, neighbourhoods, seats, acts)
    rules = list(LegalRule.objects.in_force(on))
    known = {rule.code: rule for rule in rules if rule.kind == LegalRule.Kind.THRESHOLD}
    evaluated = [evaluate(known[code], facts) for code, evaluate in _EVALUATIONS.items() if code in known]
    as_of_right = (rule for rule in rules if rule.kind == LegalRule.Kind.SEAT)
    return [found for found in [*evaluated, *_seats_as_of_right(as_of_right, facts)] if found]


def _council_compulsory(rule: LegalRule, facts: _Facts) -> Requirement | None:
    above = facts.above(rule)
    if not above:
        return Requirement(rule, State.FREE, "Aucune commune du conseil ne passe ce seuil.")
    if facts.council.kind == Council.Kind.CISPD:
        return Requirement(
            rule, State.FREE, f"{_names(above)} : le conseil communal y est facultatif, un CISPD existe."
        )
    return Requirement(rule, State.MET, f"{_names(above)} : ce conseil y répond.")


def _council_compulsory_priority(rule: LegalRule, facts: _Facts) -> Requirement | None:
    priority = [n for n in facts.neighbourhoods if n.kind == Neighbourhood.Kind.PRIORITY]
    if not priority:
        return Requirement(rule, State.FREE, "Aucun quartier prioritaire n’est noté dans les communes du conseil.")
    names = ", ".join(str(n) for n in priority)
    if facts.council.kind == Council.Kind.CISPD:
        return Requirement(rule, State.FREE, f"{names} : le conseil communal y est facultatif, un CISPD existe.")
    return Requirement(rule, State.MET, f"{names} : ce conseil y répond.")


def _coordinator_compulsory(rule: LegalRule, facts: _Facts) -> Requirement | None:
    above = facts.above(rule)
    named = any(seat.role == Role.COORDINATOR for seat in facts.seats)
    if not above:
        return Requirement(rule, State.FREE, "Aucune commune du conseil ne passe ce seuil.")
    if facts.council.kind == Council.Kind.CISPD:
        sentence = f"{_names(above)} : chaque maire concerné désigne sa coordination."
        return Requirement(rule, State.TO_CHECK, sentence)
    if named:
        return Requirement(rule, State.MET, f"{_names(above)} : la coordination est désignée.")
    return Requirement(rule, State.MISSING, f"{_names(above)} : personne n’est désigné.")


def _intercommunal_coordinator(rule: LegalRule, facts: _Facts) -> Requirement | None:
    if facts.council.kind != Council.Kind.CISPD:
        return None
    return Requirement(
        rule, State.TO_CHECK, "Le texte en vigueur n’a pas pu être vérifié : la règle n’est pas appliquée."
    )


def _family_council(rule: LegalRule, facts: _Facts) -> Requirement | None:
    above = facts.above(rule)
    return Requirement(rule, State.TO_CHECK, f"{_names(above)} : à vérifier auprès de la mairie.") if above else None


def _composition_act(rule: LegalRule, facts: _Facts) -> Requirement | None:
    if not facts.acts:
        return Requirement(rule, State.MISSING, "Aucun acte de composition n’est noté.")
    last = max(facts.acts, key=lambda act: act.signed_on)
    signed = f"{last.number}, signé le {date_text(last.signed_on)}"
    if rule.valid_from and last.signed_on < rule.valid_from:
        return Requirement(rule, State.TO_CHECK, f"{signed} : il précède la loi actuelle, relisez-le.")
    return Requirement(rule, State.MET, f"{signed}.")


_EVALUATIONS = {
    "council_compulsory": _council_compulsory,
    "council_compulsory_priority": _council_compulsory_priority,
    "coordinator_compulsory": _coordinator_compulsory,
    "intercommunal_coordinator": _intercommunal_coordinator,
    "composition_act": _composition_act,
    "family_council_compulsory": _family_council,
}


def _seats_as_of_right(rules: Iterable[LegalRule], facts: _Facts) -> list[Requirement]:
    """Each member as of right: does someone hold the seat today?"""
    found = []
    for rule in rules:
        if rule.value["standing"] != "right" or facts.council.kind not in rule.value["councils"]:
            continue
        held = [s for s in facts.seats if s.kind == rule.code or (rule.value.get("role") == s.role and not s.kind)]
        if held:
            names = ", ".join(seat.professional.full_name for seat in held)
            found.append(Requirement(rule, State.MET, f"{names}."))
        elif rule.value.get("when_relevant"):
            found.append(Requirement(rule, State.TO_CHECK, "Membre de droit si une intercommunalité a la compétence."))
        else:
            found.append(Requirement(rule, State.MISSING, "Membre de droit : personne n’est noté."))
    return found


def _names(communes: Sequence[Commune]) -> str:
    """« Loos (22 300 habitants), Haubourdin (14 900 habitants) »."""
    return ", ".join(f"{c.name} ({number_text(c.population or 0)}{NBSP}habitants)" for c in communes)


def seat_kinds(council: Council, on: date) -> list[LegalRule]:
    """The natures of seat that the law knows for this kind of council on the day ``on``."""
    rules = LegalRule.objects.in_force(on).filter(kind=LegalRule.Kind.SEAT)
    order = ("right", "designated", "associated")
    mine = [rule for rule in rules if council.kind in rule.value["councils"]]
    return sorted(mine, key=lambda rule: (order.index(rule.value["standing"]), rule.label))
