"""The sentences that stand above a picture: what it says, before one looks at it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from quietude.kit.typography import counted
from quietude.strategy.pictures.coverage import Coverage
from quietude.strategy.pictures.gantt import Planned
from quietude.strategy.queries.deadlines import Deadline


def gantt_sentence(sheets: Sequence[Planned]) -> str:
    """« Neuf fiches ont bougé depuis la signature. Deux sont en retard, une est bloquée. »"""
    moved = sum(s.signed is not None and s.signed != (s.starts_on, s.due_on) for s in sheets)
    late, blocked = (sum(s.state == state for s in sheets) for state in ("late", "blocked"))
    signed = any(s.signed is not None for s in sheets)
    moves = f"{counted(moved, 'fiche a', 'fiches ont')} bougé depuis la signature. " if moved else ""
    if signed and not moved:
        moves = "Aucune date n’a bougé depuis la signature. "
    told = [f"{late} en retard" if late else "", f"{blocked} bloquée{'s' if blocked > 1 else ''}" if blocked else ""]
    now = ", ".join(filter(None, told)) or "rien en retard, rien de bloqué"
    return f"{moves}Aujourd’hui : {now}."


def year_choices(sheets: Sequence[Planned], asked: str) -> list[dict[str, Any]]:
    """« Toutes les années » and each year that some sheet touches: {"label", "url", "year", "current"}."""
    years = sorted({day.year for s in sheets for day in _days(s)})
    span = range(years[0], years[-1] + 1) if years else range(0)
    chosen = int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in span else None
    whole = {"label": "Toutes les années", "url": "?", "year": None, "current": chosen is None}
    return [whole] + [{"label": str(y), "url": f"?annee={y}", "year": y, "current": y == chosen} for y in span]


def _days(sheet: Planned) -> list[Any]:
    return [day for day in (sheet.starts_on, sheet.due_on) if day]


def month_sentence(falls: Sequence[Deadline], today: date) -> str:
    """« 7 dates ce mois-ci, dont 2 passées sans être faites. »"""
    if not falls:
        return "Rien ne tombe ce mois-ci."
    missed = sum(one.on < today and not one.done and one.kind not in ("event", "call") for one in falls)
    s = "s" if missed > 1 else ""
    late = f", dont {missed} passée{s} sans être faite{s}" if missed else ""
    return f"{counted(len(falls), 'date')} dans le mois{late}."


def coverage_sentence(coverage: Coverage) -> str:
    """« Chaque case donne les numéros des fiches. Trois vides à discuter, deux assumés. »"""
    gaps, accepted = len(coverage.gaps), len(coverage.accepted)
    told = f"{counted(gaps, 'vide', none='aucun vide')} à discuter"
    assumed = counted(accepted, "assumé", none="aucun assumé")
    return f"Chaque case donne les numéros des fiches. {told[:1].upper()}{told[1:]}, {assumed}."
