"""The strategy described in words: what a signature freezes, and what is later compared with it.

A portrait holds texts, ISO dates, amounts as texts and named things ({"key", "name"}): it stays readable when the
sheet, the organisation or the list of choices it was taken from is gone. Two things are the same when their keys are,
whatever their names have become; without key (written by hand), when their names are.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from quietude.strategy.models import (
    ActionSheet,
    Axis,
    BudgetLine,
    Framework,
    FundingLine,
    Indicator,
    Objective,
    Step,
    Strategy,
)

FORMAT = 1
"""To be raised when the shape changes: a frozen portrait says which one it has."""
ROWS = (
    "served__objective",
    "audiences",
    "neighbourhoods",
    "steps",
    "budget_lines",
    "funding_lines",
    "indicators",
    "partners__organisation",
    "communes__commune",
    "communes__lead",
)
"""What must be prefetched on a sheet; with ``axis``, ``lead`` and ``referent`` selected."""
TEXTS = ("description", "context", "public", "perimeter", "means", "calendar", "evaluation")

type Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Portrait:
    """A strategy on one day: its head with axes and objectives, then its sheets in order."""

    strategy: Data
    sheets: list[Data]


def strategy_portrait(
    strategy: Strategy, axes: Iterable[Axis], objectives: Iterable[Objective], frameworks: Iterable[Framework]
) -> Data:
    """The head of the strategy, its axes and its objectives."""
    return {
        "format": FORMAT,
        "title": strategy.title,
        "starts_on": _day(strategy.starts_on),
        "ends_on": _day(strategy.ends_on),
        "adopted_on": _day(strategy.adopted_on),
        "deliberation": strategy.deliberation,
        "legal_references": strategy.legal_references,
        "description": strategy.description,
        "frameworks": [_named(framework.pk, framework.name) for framework in frameworks],
        "axes": [{"key": str(a.pk), "title": a.title, "description": a.description} for a in axes],
        "objectives": [_objective(objective) for objective in objectives],
    }


def _objective(objective: Objective) -> Data:
    return {
        "key": str(objective.pk),
        "axis": _named(objective.axis_id, objective.axis.title) if objective.axis else None,
        "title": objective.title,
        "description": objective.description,
        "due_on": _day(objective.due_on),
        "target": objective.target,
    }


def sheet_portrait(sheet: ActionSheet) -> Data:
    """One sheet and its rows (``ROWS`` prefetched): what was promised, not how it advances."""
    served = sorted((row.objective for row in sheet.served.all()), key=lambda objective: objective.pk)
    return {
        "external_id": str(sheet.external_id),
        "number": sheet.number,
        "title": sheet.title,
        "axis": _named(sheet.axis_id, sheet.axis.title),
        "objectives": [_named(objective.pk, objective.title) for objective in served],
        "status": _choice(sheet, "status"),
        "priority": _choice(sheet, "priority"),
        "visibility": _choice(sheet, "visibility"),
        "lead": _named(sheet.lead_id, sheet.lead_label) if sheet.lead_label else None,
        "referent": _named(sheet.referent_id, str(sheet.referent)) if sheet.referent else None,
        "starts_on": _day(sheet.starts_on),
        "due_on": _day(sheet.due_on),
        "precision": _choice(sheet, "precision"),
        "recurrence": _choice(sheet, "recurrence") if sheet.recurrence else None,
        "age_from": sheet.age_from,
        "age_to": sheet.age_to,
        "audiences": _sorted(_choice(row, "category") for row in sheet.audiences.all()),
        "neighbourhoods": _sorted(_named(place.pk, place.name) for place in sheet.neighbourhoods.all()),
        **{name: getattr(sheet, name) for name in TEXTS},
        **_rows(sheet),
    }


def _rows(sheet: ActionSheet) -> Data:
    return {
        "partners": [
            _named(partner.organisation_id, partner.shown_name) | {"part": partner.part}
            for partner in sheet.partners.all()
        ],
        "communes": [
            _named(row.commune.code, row.commune.name)
            | {"lead": _named(row.lead_id, str(row.lead)) if row.lead else None, "due_on": _day(row.due_on)}
            for row in sheet.communes.all()
        ],
        "steps": [_step(step) for step in sheet.steps.all()],
        "budget": [_budget(line) for line in sheet.budget_lines.all()],
        "funding": [_funding(line) for line in sheet.funding_lines.all()],
        "indicators": [_indicator(indicator) for indicator in sheet.indicators.all()],
    }


def _step(step: Step) -> Data:
    return {
        "key": str(step.pk),
        "title": step.title,
        "starts_on": _day(step.starts_on),
        "due_on": _day(step.due_on),
        "cost": _amount(step.cost),
    }


def _budget(line: BudgetLine) -> Data:
    return {
        "key": str(line.pk),
        "year": line.year,
        "label": line.label,
        "nature": _choice(line, "nature"),
        "unit": _choice(line, "unit"),
        "planned": _amount(line.planned),
    }


def _funding(line: FundingLine) -> Data:
    return {
        "key": str(line.pk),
        "funder": line.funder,
        "year": line.year,
        "asked": _amount(line.asked),
        "granted": _amount(line.granted),
    }


def _indicator(indicator: Indicator) -> Data:
    return {
        "key": str(indicator.pk),
        "title": indicator.name,
        "definition": indicator.definition,
        "nature": _choice(indicator, "nature") if indicator.nature else None,
        "unit": indicator.unit,
        "baseline": _amount(indicator.baseline),
        "target": _amount(indicator.target),
        "direction": _choice(indicator, "direction"),
        "rhythm": _choice(indicator, "rhythm") if indicator.rhythm else None,
    }


def digest_of(act: Data, portrait: Portrait) -> str:
    """SHA-256, in hexadecimal, of the act (date, deliberation, signatories, scan) and of the whole content.

    The JSON that is digested has sorted keys, no space and plain UTF-8, so that both bases give the same bytes.
    """
    whole = {"act": act, "strategy": portrait.strategy, "sheets": portrait.sheets}
    written = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def _named(key: Any, name: str) -> Data:
    return {"key": "" if key is None else str(key), "name": name}


def _choice(row: Any, field: str) -> Data:
    return _named(getattr(row, field), str(getattr(row, f"get_{field}_display")()))


def _sorted(named: Iterable[Data]) -> list[Data]:
    return sorted(named, key=lambda one: one["key"])


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _amount(value: Decimal | None) -> str | None:
    return f"{value:.2f}" if value is not None else None
