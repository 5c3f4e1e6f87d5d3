"""What a table that came back would change: row by row, field by field, and where someone else wrote meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quietude.kit.text import fold
from quietude.strategy.roundtrip.columns import COLUMNS, IDENTIFIER, VERSION, Column, Known, Raw, Unreadable


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs from the sheet: ``theirs`` is what another person wrote since the table left, if so."""

    column: Column
    before: str
    after: str
    values: Mapping[str, str]
    theirs: bool = False

    @property
    def name(self) -> str:
        """How a form names this choice, with the number of the row before it."""
        return self.column.fields[0]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the sheet it names (None: a new one), its changes, what cannot be read in it."""

    number: int
    """As the spreadsheet counts: the heads are row 1."""
    title: str
    sheet: int | None
    version: int
    changes: tuple[Change, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def conflicts(self) -> list[Change]:
        return [change for change in self.changes if change.theirs]

    @property
    def writes(self) -> bool:
        return bool(self.changes) and not self.problems


@dataclass(slots=True)
class Plan:
    """Every row that would write something, or that cannot be read."""

    rows: list[Row] = field(default_factory=list)
    same: int = 0
    ignored: list[str] = field(default_factory=list)
    """Heads of columns that the table does not know."""
    problem: str = ""
    """Why nothing of the table can be used."""
    blind: bool = False
    """No column « Version »: what someone else changed since the table left cannot be seen."""

    @property
    def created(self) -> list[Row]:
        return [row for row in self.rows if row.writes and row.sheet is None]

    @property
    def changed(self) -> list[Row]:
        return [row for row in self.rows if row.writes and row.sheet is not None]

    @property
    def refused(self) -> list[Row]:
        return [row for row in self.rows if row.problems]

    @property
    def conflicts(self) -> int:
        return sum(len(row.conflicts) for row in self.rows if row.writes)

    @property
    def stamp(self) -> str:
        """The versions on which this plan stands: another stamp, and it must be read again."""
        return "-".join(f"{row.sheet}.{row.version}" for row in self.changed)


@dataclass(frozen=True, slots=True)
class Saved:
    """A sheet as it is saved."""

    pk: int
    version: int
    raw: Raw


type Cells = Mapping[str, str]
"""The cells of one row that differ, by folded head; the identifier and the version are always there."""
NOT_OURS = (
    "Ce tableau n’a pas de colonne « Identifiant » : partez du tableau que Quiétude exporte, "
    "et gardez cette colonne telle quelle."
)
UNKNOWN = "Cette fiche n’existe pas, ou plus, dans la stratégie. Sa ligne est laissée de côté."
TWICE = "Cette fiche est déjà plus haut dans le tableau. Seule la première ligne compte."

type Bases = Callable[[Sequence[tuple[int, int]]], Mapping[int, Raw]]
"""By sheet, the fields as they stood at a version: asked once for all rows whose sheet has changed since."""


def plan_return(read: Mapping[str, Any], saved: Mapping[str, Saved], known: Known, bases: Bases) -> Plan:
    """What the rows that differ (``reading.read_changes``) would change in ``saved`` (by stable identifier)."""
    heads = {fold(title) for title in read["heads"]}
    if fold(IDENTIFIER) not in heads or not heads & {fold(column.title) for column in COLUMNS}:
        return Plan(problem=NOT_OURS)
    ours = {fold(title) for title in (*(column.title for column in COLUMNS), IDENTIFIER, VERSION)}
    ignored = [title for title in read["heads"] if title and fold(title) not in ours]
    plan = Plan(same=read["same"], ignored=ignored, blind=fold(VERSION) not in heads)
    found: list[tuple[int, Cells, Saved | None, int]] = []
    seen: set[str] = set()
    for number, cells in read["rows"]:
        key = cells[fold(IDENTIFIER)].lower()
        sheet = saved.get(key)
        if key and (sheet is None or key in seen):
            problem = UNKNOWN if sheet is None else TWICE
            plan.rows.append(Row(number, cells.get(fold("Fiche"), ""), None, 0, problems=(problem,)))
        else:
            found.append((number, cells, sheet, _number(cells.get(fold(VERSION), ""))))
            seen.add(key)
    behind = [(sheet.pk, left_at) for _, _, sheet, left_at in found if sheet and 0 < left_at < sheet.version]
    former = bases(behind) if behind else {}
    for number, cells, sheet, _ in found:
        row = _read(number, cells, sheet, former.get(sheet.pk) if sheet else None, known)
        if row.changes or row.problems:
            plan.rows.append(row)
        else:
            plan.same += 1
    plan.rows.sort(key=lambda row: row.number)
    return plan


def _read(number: int, cells: Cells, sheet: Saved | None, base: Raw | None, known: Known) -> Row:
    changes, problems = [], []
    for column in COLUMNS:
        cell = cells.get(fold(column.title))
        now = column.show(sheet.raw, known) if sheet else ""
        if cell is None or _same(cell, now) or (base is not None and _same(cell, column.show(base, known))):
            continue
        try:
            values = column.read(cell, known)
        except Unreadable as reason:
            if cell or sheet:
                problems.append(str(reason))
            continue
        theirs = base is not None and not _same(now, column.show(base, known))
        changes.append(Change(column, now, cell, values, theirs))
    if sheet is None and changes:
        written = {name for change in changes for name in change.values}
        needed = (("title", "titre"), ("axis", "axe"))
        problems += [f"Une nouvelle fiche a besoin d’un {word}." for name, word in needed if name not in written]
    problems += _inconsistent(sheet, changes)
    pk, version = (sheet.pk, sheet.version) if sheet else (None, 0)
    title = cells.get(fold("Fiche")) or (sheet.raw["title"] if sheet else "")
    return Row(number, title, pk, version, tuple(changes), tuple(problems))


def _inconsistent(sheet: Saved | None, changes: list[Change]) -> list[str]:
    """A blocked sheet says by what, here as in its form; a title is never emptied."""
    after: dict[str, str] = dict(sheet.raw) if sheet else {}
    for change in changes:
        after.update(change.values)
    problems = []
    if after.get("status") == "blocked" and not after.get("blocked_by"):
        problems.append("L’état est « bloquée » : la colonne « Bloquée par » doit dire par quoi.")
    if sheet and not after.get("title"):
        problems.append("Le titre ne peut pas être vide.")
    if after.get("starts_on") and after.get("due_on") and after["due_on"] < after["starts_on"]:
        problems.append("L’échéance précède le début.")
    return problems


def _same(cell: str, text: str) -> bool:
    """Whether a cell says what is saved: white space put aside, which spreadsheets change on their own."""
    return cell == text or cell.split() == text.split()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
