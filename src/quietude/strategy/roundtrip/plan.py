"""What a table that came back would change: row by row, field by field, and where someone else wrote meanwhile."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

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


type Bases = Callable[[Sequence[tuple[int, int]]], Mapping[int, Raw]]
"""By sheet, the fields as they stood at a version: asked once for all rows whose sheet has changed since."""


class Table:
    """The cells of a table, read by the names of its columns."""

    def __init__(self, cells: Sequence[Sequence[str]]) -> None:
        self.heads = [fold(head) for head in cells[0]]
        self.titles = list(cells[0])
        self.cells = cells[1:]

    @cached_property
    def columns(self) -> list[tuple[int, Column]]:
        places = {head: place for place, head in enumerate(self.heads)}
        return [(places[fold(c.title)], c) for c in COLUMNS if fold(c.title) in places]

    @cached_property
    def unknown(self) -> list[str]:
        known = {fold(title) for title in (*(c.title for c in COLUMNS), IDENTIFIER, VERSION)}
        return [title for title, head in zip(self.titles, self.heads, strict=True) if head and head not in known]

    def place(self, title: str) -> int | None:
        head = fold(title)
        return self.heads.index(head) if head in self.heads else None

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        width = len(self.heads)
        for number, row in enumerate(self.cells, 2):
            if any(row):
                yield number, [*row, *[""] * (width - len(row))]


def plan_return(cells: Sequence[Sequence[str]], saved: Mapping[str, Saved], known: Known, bases: Bases) -> Plan:
    """What ``cells`` (heads first) would change in ``saved`` (by stable identifier); nothing is written."""
    table = Table(cells)
    identifier, version = table.place(IDENTIFIER), table.place(VERSION)
    if identifier is None or not table.columns:
        return Plan(
            problem="Ce tableau n’a pas de colonne « Identifiant » : partez du tableau que Quiétude exporte, "
            "et gardez cette colonne telle quelle."
        )
    plan = Plan(ignored=table.unknown, blind=version is None)
    found: list[tuple[int, list[str], Saved | None, int]] = []
    seen: set[str] = set()
    for number, row in table.rows():
        key = row[identifier].lower()
        sheet, left_at = saved.get(key), _number(row[version]) if version is not None else 0
        if key and sheet is None:
            problem = "Cette fiche n’existe pas, ou plus, dans la stratégie. Sa ligne est laissée de côté."
            plan.rows.append(Row(number, _title(table, row), None, 0, problems=(problem,)))
        elif key in seen:
            problem = "Cette fiche est déjà plus haut dans le tableau. Seule la première ligne compte."
            plan.rows.append(Row(number, _title(table, row), None, 0, problems=(problem,)))
        else:
            found.append((number, row, sheet, left_at))
        if key:
            seen.add(key)
    behind = [(s.pk, left_at) for _, _, s, left_at in found if s and 0 < left_at < s.version]
    former = bases(behind) if behind else {}
    for number, row, sheet, _ in found:
        one = _read(table, number, row, sheet, former.get(sheet.pk) if sheet else None, known)
        if one.changes or one.problems:
            plan.rows.append(one)
        else:
            plan.same += 1
    plan.rows.sort(key=lambda row: row.number)
    return plan


def _read(table: Table, number: int, row: list[str], sheet: Saved | None, base: Raw | None, known: Known) -> Row:
    changes, problems = [], []
    for place, column in table.columns:
        now = column.show(sheet.raw, known) if sheet else ""
        cell = row[place]
        if _same(cell, now) or (base is not None and _same(cell, column.show(base, known))):
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
    problems += _blocked(sheet, changes)
    pk, version = (sheet.pk, sheet.version) if sheet else (None, 0)
    title = _title(table, row) or (sheet.raw["title"] if sheet else "")
    return Row(number, title, pk, version, tuple(changes), tuple(problems))


def _blocked(sheet: Saved | None, changes: list[Change]) -> list[str]:
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


def _title(table: Table, row: list[str]) -> str:
    place = table.place("Fiche")
    return row[place] if place is not None else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
