"""Reads of the table of sheets: one page, how many there are, what the filters offer.

A page starts after a sheet (or ends before one) instead of at a number: the thousandth costs what the first does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import batched, groupby
from typing import Any

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.text import fold
from quietude.strategy.models import (
    ActionSheet,
    Axis,
    FundingLine,
    Objective,
    SavedView,
    SheetAudience,
    SheetCommune,
    SheetObjective,
    Strategy,
    conditions,
)
from quietude.strategy.models.vocabulary import OPEN, Category, Priority, state_of
from quietude.strategy.searching import sheet_text
from quietude.strategy.table.orders import GROUPS, SORTS, Group

PAGE = 50
CAP = 1_000
"""Beyond it, one no longer counts: « plus de 1 000 fiches »."""
SOON = timedelta(days=30)
PIECE = 500
"""How many sheets are read together for a file."""
VIEWS = 12
"""Saved views shown as tabs: one's own first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of the sheets, once read; ``columns`` are names of ``table.columns``."""

    where: Q
    search: str = ""
    sort: str = "numero"
    descending: bool = False
    group: str = "plan"
    columns: frozenset[str] = frozenset()

    @property
    def gathered(self) -> Group:
        return GROUPS[self.group]

    @property
    def keys(self) -> list[tuple[Any, bool]]:
        """(expression, whether it goes down), from the group to the sheet itself."""
        own = SORTS[self.sort]
        in_plan_order = own is None and not self.descending and self.group == "plan"
        groups = [] if in_plan_order else [(key, False) for key in self.gathered.keys]
        sort = [] if own is None else [(own, self.descending)]
        return [*groups, *sort, (F("plan_rank"), own is None and self.descending), (F("pk"), False)]


@dataclass(slots=True)
class Row:
    """One line of the table: what its cells show, read without the long texts."""

    pk: int
    number: str
    title: str
    axis: str
    status: str
    state: str
    lead: str
    priority: str
    visibility: str
    outside: bool
    """Run by a partner, outside the strategy."""
    starts_on: date | None
    due_on: date | None
    planned: Decimal | None
    complete: int
    progress: int
    changed_at: datetime
    precision: str
    group: tuple[Any, ...]
    group_name: Any
    member: int | None
    several: dict[str, str] = field(default_factory=dict)
    """What several rows say, by column: {"communes": "Loos, Emmerin"}."""

    @property
    def settled(self) -> bool:
        return self.status not in OPEN

    @property
    def edge(self) -> str:
        """How an address names this line, for the page that starts after it."""
        return f"{self.pk}-{self.member}" if self.member else str(self.pk)

    @property
    def priority_word(self) -> str:
        return str(Priority(self.priority).label)


_READ = (
    "pk",
    "number",
    "title",
    "axis__title",
    "status",
    "lead__short_name",
    "lead__name",
    "lead_name",
    "priority",
    "visibility",
    "outside_strategy",
    "starts_on",
    "due_on",
    "planned_total",
    "completeness_percent",
    "progress",
    "changed_at",
    "precision",
)


@dataclass(frozen=True, slots=True)
class SheetsOfPage:
    """One page, in groups, and the edges of its neighbours (empty where there is none)."""

    groups: list[tuple[str, int | None, list[Row]]]
    """(name of the group, how many sheets it has in all or None, its rows here)."""
    before: str
    after: str


def visible_sheets(here: Here, strategy: Strategy, asked: Asked) -> QuerySet[ActionSheet]:
    """The sheets that ``asked`` lets through, in no order."""
    rows = ActionSheet.objects.visible_to(here.seats).filter(asked.where, council=here.council, strategy=strategy)
    return rows.filter(sheet_text.matching(asked.search, here.council.pk)) if asked.search else rows


def sheets_of_page(
    here: Here, strategy: Strategy, asked: Asked, *, sized: bool, after: str = "", before: str = ""
) -> SheetsOfPage:
    """The page that starts after, or ends before, the line that an address names; the first one without any.

    ``sized`` counts each group over all the pages: for sheets that are not too many.
    """
    rows = _keyed(visible_sheets(here, strategy, asked), asked)
    edge = _edge(rows, asked, before or after)
    backwards = bool(before and edge)
    directions = [down != backwards for _, down in asked.keys]
    if edge:
        rows = rows.filter(_beyond(edge, directions))
    found = list(_rows(rows, asked, directions)[: PAGE + 1])
    more, shown = len(found) > PAGE, [_row(values, asked) for values in found[:PAGE]]
    if backwards:
        shown.reverse()
    _add_several(here, shown, asked.columns)
    starts, ends = (more, True) if backwards else (bool(edge), more)
    return SheetsOfPage(
        groups=_groups(shown, asked, _group_sizes(here, strategy, asked) if sized else {}),
        before=shown[0].edge if shown and starts else "",
        after=shown[-1].edge if shown and ends else "",
    )


def _keyed(rows: QuerySet[ActionSheet], asked: Asked) -> QuerySet[ActionSheet]:
    """The rows with the keys of their order (k0, k1, …), those of their group (g0, …) and their place in it."""
    member = asked.gathered.member
    place = {"member": F(member)} if member else {}
    groups = {f"g{rank}": key for rank, key in enumerate(asked.gathered.keys)}
    return rows.annotate(**place, **groups, **{f"k{rank}": key for rank, (key, _) in enumerate(asked.keys)})


def _edge(rows: QuerySet[ActionSheet], asked: Asked, line: str) -> tuple[Any, ...] | None:
    """The keys of the line from which a page starts; None when no such line is there any more."""
    pk, _, member = line.partition("-")
    if not (pk.isdecimal() and len(pk) < 19):
        return None
    same = rows.filter(pk=int(pk))
    if asked.gathered.member:
        place = int(member) if member.isdecimal() and len(member) < 19 else None
        same = same.filter(Q(("member", place)))
    return same.values_list(*(f"k{rank}" for rank in range(len(asked.keys)))).first()


def _beyond(edge: tuple[Any, ...], directions: list[bool]) -> Q:
    """Strictly past ``edge`` in the order whose keys go down where ``directions`` says so."""
    past, same = Q(), Q()
    for rank, (value, down) in enumerate(zip(edge, directions, strict=True)):
        past |= same & Q(**{f"k{rank}__{'lt' if down else 'gt'}": value})
        same &= Q(**{f"k{rank}": value})
    reach = {f"k0__{'lte' if directions[0] else 'gte'}": edge[0]}
    return Q(**reach) & past


def _rows(rows: QuerySet[ActionSheet], asked: Asked, directions: list[bool]) -> QuerySet[ActionSheet, Any]:
    """The values of one page at most: the order is found first, in an index, then only its sheets are read."""
    order = [f"{'-' if down else ''}k{rank}" for rank, down in enumerate(directions)]
    group = asked.gathered
    if not group.member:
        first = rows.order_by(*order).values("pk")[: PAGE + 1]
        rows = _keyed(ActionSheet.objects.filter(pk__in=first), asked)
    named = [group.name] if group.name else []
    groups = [f"g{rank}" for rank in range(len(group.keys))]
    member = ["member"] if group.member else []
    return rows.order_by(*order).values_list(*_READ, *named, *groups, *member)


def _row(values: tuple[Any, ...], asked: Asked) -> Row:
    group, today = asked.gathered, timezone.localdate()
    pk, number, title, axis, status, short, long, written, *facts = values[: len(_READ)]
    extra = list(values[len(_READ) :])
    name = extra.pop(0) if group.name else None
    member = extra.pop() if group.member else None
    priority, visibility, outside, starts_on, due_on, planned, complete, progress, changed_at, precision = facts
    return Row(
        pk=pk,
        number=number,
        title=title,
        axis=axis or "Actions sans axe",
        status=status,
        state=state_of(status, due_on, today),
        lead=short or long or written,
        priority=priority,
        visibility=visibility,
        outside=outside,
        starts_on=starts_on,
        due_on=due_on,
        planned=planned,
        complete=complete,
        progress=progress,
        changed_at=changed_at,
        precision=precision,
        group=tuple(extra),
        group_name=name,
        member=member,
    )


def _groups(
    rows: list[Row], asked: Asked, sizes: dict[tuple[Any, ...], int]
) -> list[tuple[str, int | None, list[Row]]]:
    gathered = [(key, list(some)) for key, some in groupby(rows, lambda row: row.group)]
    return [(group_words(some[0], asked.gathered), sizes.get(key), some) for key, some in gathered]


def group_words(row: Row, group: Group) -> str:
    """What the head of the group of ``row`` says."""
    if group.choices is not None:
        return str(group.choices(row.group_name).label).capitalize()
    name = row.group_name if group.name else row.lead
    return str(name or group.none)


def _group_sizes(here: Here, strategy: Strategy, asked: Asked) -> dict[tuple[Any, ...], int]:
    """How many sheets each group has on all the pages."""
    if not asked.gathered.keys:
        return {}
    keys = [f"g{rank}" for rank in range(len(asked.gathered.keys))]
    groups = dict(zip(keys, asked.gathered.keys, strict=True))
    counted = visible_sheets(here, strategy, asked).annotate(**groups).values_list(*keys).annotate(size=Count("pk"))
    return {tuple(key): size for *key, size in counted.order_by()}


def sheet_total_of(here: Here, strategy: Strategy, asked: Asked) -> tuple[int, Decimal | None]:
    """How many sheets, and the euros planned on them; one more than ``CAP`` stands for any number beyond."""
    rows = visible_sheets(here, strategy, asked).values("planned_total").order_by()[: CAP + 1]
    found = rows.aggregate(count=Count("*"), planned=Sum("planned_total"))
    return found["count"], found["planned"]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a council's first screen counts; each figure opens the list that it counts."""

    late: int
    blocked: int
    due_soon: int
    unfunded: int
    without_indicator: int
    without_lead: int
    total: int


def sheet_counts(here: Here, strategy: Strategy, on: date) -> Counts:
    """The figures of the dashboard and of the tabs for ``strategy``, on the day ``on``."""
    return here.recall(("sheet_counts", strategy.pk, on), lambda: _sheet_counts(here, strategy, on))


def _sheet_counts(here: Here, strategy: Strategy, on: date) -> Counts:
    sheets = ActionSheet.objects.visible_to(here.seats).filter(council=here.council, strategy=strategy)
    counted = {
        "late": conditions.late(on),
        "blocked": conditions.blocked(),
        "due_soon": conditions.due_within(on, on + SOON),
        "unfunded": conditions.unfunded(),
        "without_indicator": conditions.without_indicator(),
        "without_lead": conditions.without_lead(),
    }
    figures = {name: Count("pk", filter=condition) for name, condition in counted.items()}
    return Counts(**sheets.aggregate(total=Count("pk"), **figures))


def _add_several(here: Here, rows: list[Row], columns: Iterable[str]) -> None:
    """Fill in the columns that several rows make, one query each."""
    read: dict[str, tuple[Any, str]] = {
        "objectifs": (SheetObjective, "objective__title"),
        "communes": (SheetCommune, "commune__name"),
        "publics": (SheetAudience, "category"),
        "financeurs": (FundingLine, "funder"),
    }
    for column in columns:
        if column in read:
            model, name = read[column]
            said: dict[int, list[str]] = defaultdict(list)
            hanging = model.objects.visible_to(here.seats).filter(sheet__in=[row.pk for row in rows])
            for pk, words in hanging.values_list("sheet", name).distinct().order_by("sheet", name):
                said[pk].append(str(Category(words).label) if column == "publics" else words)
            for row in rows:
                row.several[column] = ", ".join(said[row.pk])


def sheets_in_order(here: Here, strategy: Strategy, asked: Asked, *also: str) -> Iterator[tuple[Row, tuple[Any, ...]]]:
    """Every sheet in its order, with the values of the fields ``also``: read piece by piece, never all at once."""
    alone = Asked(asked.where, asked.search, asked.sort, asked.descending, "rien", asked.columns)
    rows = _keyed(visible_sheets(here, strategy, alone), alone)
    order = [f"{'-' if down else ''}k{rank}" for rank, (_, down) in enumerate(alone.keys)]
    values = rows.order_by(*order).values_list(*_READ, *also)
    for piece in batched(values.iterator(chunk_size=PIECE), PIECE):
        shown = [_row(one[: len(_READ)], alone) for one in piece]
        _add_several(here, shown, asked.columns)
        yield from zip(shown, (one[len(_READ) :] for one in piece), strict=True)


def filter_options(here: Here, strategy: Strategy, name: str) -> list[tuple[str, str]]:
    """What the filter ``name`` offers, when its values are not always the same: [(value, words)]."""
    sheets = ActionSheet.objects.visible_to(here.seats).filter(council=here.council, strategy=strategy)
    if name == "axe":
        return [(str(axis.pk), str(axis)) for axis in Axis.objects.visible_to(here.seats).filter(strategy=strategy)]
    if name == "objectif":
        rows = Objective.objects.visible_to(here.seats).filter(strategy=strategy)
        return [(str(pk), title) for pk, title in rows.values_list("pk", "title")]
    if name == "pilote":
        leads = (
            sheets.filter(lead__isnull=False)
            .order_by()
            .values_list("lead", "lead__short_name", "lead__name")
            .distinct()
        )
        return sorted(((str(pk), short or name) for pk, short, name in leads), key=lambda pair: fold(pair[1]))
    if name == "commune":
        return [(str(pk), words) for pk, words in here.council.communes.order_by("name").values_list("pk", "name")]
    if name == "periode":
        return [(str(year), str(year)) for year in _years(strategy, sheets)]
    funders = FundingLine.objects.visible_to(here.seats).filter(sheet__strategy=strategy).exclude(funder="")
    return [(funder, funder) for funder in funders.values_list("funder", flat=True).distinct().order_by("funder")]


def _years(strategy: Strategy, sheets: QuerySet[ActionSheet]) -> range:
    """The years of the strategy, stretched to the dates of its sheets."""
    found = sheets.aggregate(first=Min("starts_on"), begun=Min("due_on"), last=Max("due_on"))
    days = [day for day in (strategy.starts_on, strategy.ends_on, *found.values()) if day]
    return range(min(day.year for day in days), max(day.year for day in days) + 1) if days else range(0)


def saved_views(here: Here) -> list[SavedView]:
    """One's own views, then those that others share."""
    return here.recall(("saved_views", here.user.pk), lambda: _saved_views(here))


def _saved_views(here: Here) -> list[SavedView]:
    rows = SavedView.objects.visible_to(here.seats).filter(council=here.council)
    mine = rows.filter(Q(owner=here.user) | Q(shared=True)).select_related("owner")
    return sorted(mine, key=lambda view: (view.owner_id != here.user.pk, fold(view.name)))[:VIEWS]
