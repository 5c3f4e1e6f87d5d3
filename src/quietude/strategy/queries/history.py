"""Every change of a sheet, newest first: who, when, and what it said before and after."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Min

from quietude.councils.gate import Here
from quietude.kit.differences import Piece, compare_texts
from quietude.strategy.field_words import Names, differing, in_words, label_of, read_names
from quietude.strategy.models import ActionSheet, Measurement, SheetVersion
from quietude.strategy.queries.states import rows_in_words, sent_form

PAGE_SIZE = 20
LONG = 80
"""From so many characters on, one reads what changed in a text rather than the text twice."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was said otherwise before; a long text is cut in pieces, those that changed marked."""

    label: str
    old: str
    new: str
    old_pieces: list[Piece] = field(default_factory=list)
    new_pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Moment:
    """One writing: of the fields of the sheet, or of one of its lists of rows."""

    at: datetime
    who: str
    section: str
    """« étapes », « partenaires »; empty for the fields of the sheet."""
    changes: list[Change]
    added: list[str]
    removed: list[str]
    reordered: bool

    @property
    def said(self) -> bool:
        return bool(self.changes or self.added or self.removed or self.reordered)


def sheet_history(here: Here, sheet: ActionSheet, page: str | None) -> Page[Any]:
    """One page of moments. Two queries for the versions, then one for each kind of thing that has to be named."""
    found: Page[Any] = Paginator(sheet.versions.select_related("replaced_by"), PAGE_SIZE).get_page(page)
    versions = list(found.object_list)
    after = _states_after(sheet, versions)
    states = [
        state for old, state in zip(versions, after, strict=True) if not old.section for state in (old.values, state)
    ]
    names = read_names(here, states)
    found.object_list = [_moment(old, new, names) for old, new in zip(versions, after, strict=True)]
    return found


def _states_after(sheet: ActionSheet, versions: list[SheetVersion]) -> list[Any]:
    """What each of ``versions`` became: the next state kept of its section, else how the section stands today."""
    following = _newer(sheet, versions)
    states = []
    for version in versions:
        if version.section not in following:
            following[version.section] = rows_in_words(sheet, version.section) if version.section else sent_form(sheet)
        states.append(following[version.section])
        following[version.section] = version.rows if version.section else version.values
    return states


def _newer(sheet: ActionSheet, versions: list[SheetVersion]) -> dict[str, Any]:
    """The first state of each section that is newer than the page."""
    if not versions:
        return {}
    newer = sheet.versions.filter(number__gt=versions[0].number)
    first = newer.order_by().values("section").annotate(first=Min("number")).values("first")
    kept = sheet.versions.filter(number__in=first)
    return {version.section: version.rows if version.section else version.values for version in kept}


def _moment(version: SheetVersion, after: Any, names: Names) -> Moment:
    if version.section:
        changes, added, removed, reordered = _row_changes(version.section, version.rows, after)
    else:
        changes, added, removed, reordered = list(_field_changes(version.values, after, names)), [], [], False
    return Moment(
        at=version.replaced_at,
        who=str(version.replaced_by) if version.replaced_by else "compte effacé",
        section=str(_model_of(version.section)._meta.verbose_name_plural) if version.section else "",
        changes=changes,
        added=added,
        removed=removed,
        reordered=reordered,
    )


def _field_changes(before: Any, after: Any, names: Names) -> Iterable[Change]:
    for name in differing(before, after):
        yield _change(label_of(name), in_words(before, name, names), in_words(after, name, names))


def _row_changes(section: str, before: Any, after: Any) -> tuple[list[Change], list[str], list[str], bool]:
    """What changed in a list of rows, matched by their keys."""
    old, new = {row["key"]: row for row in before}, {row["key"]: row for row in after}
    changes = [
        _change(f"{old[key]['name']}, {_column(section, name)}", str(old[key].get(name, "")), str(row.get(name, "")))
        for key, row in new.items()
        if key in old
        for name in dict.fromkeys([*old[key], *row])
        if name not in ("key", "name") and old[key].get(name, "") != row.get(name, "")
    ]
    added = [row["name"] for key, row in new.items() if key not in old]
    removed = [row["name"] for key, row in old.items() if key not in new]
    reordered = [key for key in old if key in new] != [key for key in new if key in old]
    return changes, added, removed, reordered


def _model_of(section: str) -> Any:
    return Measurement if section == "measurements" else ActionSheet._meta.get_field(section).related_model


def _column(section: str, name: str) -> str:
    """What the page calls a column of a row; its own name when a later version of the product dropped it."""
    columns = {column.name: column for column in _model_of(section)._meta.get_fields()}
    return str(getattr(columns.get(name), "verbose_name", name))


def _change(label: str, old: str, new: str) -> Change:
    if max(len(old), len(new)) < LONG or not (old and new):
        return Change(label, old, new)
    return Change(label, old, new, *compare_texts(old, new))
