"""The same plan told twice (a summary and then the sheets, a list and then the chapters) is one plan."""

from dataclasses import fields as dataclass_fields

from .draft import Draft, DraftAction, DraftAxis, DraftObjective, Fields
from .text import fold, similar


def merge_repeats(draft: Draft) -> None:
    """Merge axes, then actions, then objectives that say the same; place the actions that stood under no axis."""
    draft.axes = _merged_axes(draft.axes)
    _merge_actions(draft)
    for axis in draft.axes:
        kept: list[DraftObjective] = []
        for objective in axis.objectives:
            if not any(fold(objective.title or "") == fold(other.title or "") for other in kept):
                kept.append(objective)
        axis.objectives = kept
    draft.axes = [a for a in draft.axes if a.title is not None or a.actions or a.objectives]


def _merged_axes(axes: list[DraftAxis]) -> list[DraftAxis]:
    out: list[DraftAxis] = []
    by_number: dict[str | None, list[DraftAxis]] = {}
    for axis in axes:
        number = fold(axis.number) if axis.number is not None else None
        near = out if number is None else by_number.get(number, []) + by_number.get(None, [])
        twin = next((a for a in near if _same_axis(a, axis)), None)
        if twin is None:
            out.append(axis)
            by_number.setdefault(number, []).append(axis)
            continue
        if not twin.actions and not twin.objectives and (axis.actions or axis.objectives):
            twin.source = axis.source or twin.source
        twin.title = twin.title or axis.title
        twin.actions += axis.actions
        twin.objectives += axis.objectives
        twin.description = _longer(twin.description, axis.description)
    return out


def _same_axis(a: DraftAxis, b: DraftAxis) -> bool:
    """Same title; or, when one has only its number (« Axe 2 (suite) », « 2 » in a column), same number."""
    if a.number is not None and b.number is not None and fold(a.number) != fold(b.number):
        return False
    if a.title and b.title:
        return similar(a.title, b.title, 0.85 if a.number == b.number is not None else 0.92)
    return a.number == b.number and (a.number is not None or a.title is None and b.title is None)


def _merge_actions(draft: Draft) -> None:
    seen: list[tuple[DraftAxis, DraftAction]] = []
    by_title: dict[str, tuple[DraftAxis, DraftAction]] = {}
    by_number: dict[str, list[tuple[DraftAxis, DraftAction]]] = {}
    for axis in draft.axes:
        kept: list[DraftAction] = []
        for action in axis.actions:
            twin = _twin(axis, action, by_title, by_number)
            if twin is not None:
                _enrich(twin[1], action)
                if twin[0].title is None and axis.title is not None:
                    twin[0].actions = [a for a in twin[0].actions if a is not twin[1]]
                    kept.append(twin[1])
                    by_title[fold(twin[1].title or "")] = (axis, twin[1])
                continue
            kept.append(action)
            entry = (axis, action)
            seen.append(entry)
            by_title.setdefault(fold(action.title or ""), entry)
            if action.number:
                by_number.setdefault(fold(action.number), []).append(entry)
        axis.actions = kept


def _twin(
    axis: DraftAxis,
    action: DraftAction,
    by_title: dict[str, tuple[DraftAxis, DraftAction]],
    by_number: dict[str, list[tuple[DraftAxis, DraftAction]]],
) -> tuple[DraftAxis, DraftAction] | None:
    same = by_title.get(fold(action.title or ""))
    if same and _same_number(same[1], action) and (same[0] is axis or not _both_detailed(same[1], action)):
        return same
    for other in by_number.get(fold(action.number or ""), []) if action.number else []:
        if similar(other[1].title or "", action.title or "", 0.8) or not action.title or not other[1].title:
            return other
    return None


def _same_number(a: DraftAction, b: DraftAction) -> bool:
    return a.number is None or b.number is None or fold(a.number) == fold(b.number)


def _both_detailed(a: DraftAction, b: DraftAction) -> bool:
    return bool(_filled(a.fields) and _filled(b.fields))


def _filled(fields: Fields) -> int:
    return sum(bool(getattr(fields, f.name)) for f in dataclass_fields(fields))


def _enrich(kept: DraftAction, other: DraftAction) -> None:
    """Take from ``other`` what ``kept`` lacks."""
    if _filled(other.fields) > _filled(kept.fields):
        kept.title, kept.source = other.title or kept.title, other.source
    kept.title = kept.title or other.title
    kept.number = kept.number or other.number
    kept.objective = kept.objective or other.objective
    kept.description = _longer(kept.description, other.description)
    for f in dataclass_fields(kept.fields):
        if not getattr(kept.fields, f.name):
            setattr(kept.fields, f.name, getattr(other.fields, f.name))


def _longer(a: str, b: str) -> str:
    """Both texts, unless one repeats the other."""
    if fold(b) in fold(a):
        return a
    if fold(a) in fold(b):
        return b
    return f"{a}\n{b}".strip()
