"""The strategy of a council: axes, objectives, and as many action sheets as asked for, with all that hangs on them."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import batched

from django.utils import timezone

from benchmarks.ground.desk import Desk
from benchmarks.ground.hanging import TABLES, measurements
from benchmarks.ground.vocabulary import CALENDARS, EVALUATIONS, MEANS, PEOPLE, PLACES, RARE, Pen, searched
from quietude.accounts.models import User
from quietude.councils.models import Council
from quietude.strategy.models import ActionSheet, Axis, Indicator, Measurement, Objective, Strategy
from quietude.strategy.services.summary import refresh_summaries

AXES = (
    "Les jeunes exposés à la délinquance",
    "Les personnes vulnérables",
    "La tranquillité publique",
    "La prévention de la récidive",
    "La mobilisation des habitants",
)
STATUSES = ("to_launch", "running", "running", "running", "blocked", "done", "done", "abandoned")
HITS = 10
"""Sheets that hold each rare word."""
BATCH = 1_000


def add_strategy(council: Council, sheets: int, author: User | None) -> Strategy:
    """An adopted strategy of ``sheets`` sheets in five axes; the texts depend on the council's slug alone."""
    today = timezone.localdate()
    strategy = Strategy.objects.create(
        council=council,
        title=f"Stratégie territoriale {today.year - 1}-{today.year + 2}",
        starts_on=date(today.year - 1, 1, 1),
        ends_on=date(today.year + 2, 12, 31),
        status=Strategy.Status.ADOPTED,
        adopted_on=date(today.year - 1, 2, 10),
        deliberation=f"{today.year - 1}-014",
    )
    axes = Axis.objects.bulk_create(
        Axis(council=council, strategy=strategy, position=rank, title=title) for rank, title in enumerate(AXES, 1)
    )
    pen = Pen(council.slug)
    objectives = Objective.objects.bulk_create(
        Objective(council=council, strategy=strategy, axis=axis, position=rank, title=pen.title())
        for axis in axes
        for rank in (1, 2, 3)
    )
    bodies, communes = list(council.organisations.order_by("pk")), list(council.communes.order_by("pk"))
    desk = Desk(council, strategy, axes, objectives, bodies, communes, author, pen, today)
    for ranks in batched(range(sheets), BATCH):
        _add_batch(desk, ranks, sheets)
    return strategy


def _add_batch(desk: Desk, ranks: Iterable[int], total: int) -> None:
    """Write the sheets of these ranks, each table of what hangs on them, and the summaries that lists read."""
    sheets = ActionSheet.objects.bulk_create(_sheet(desk, rank, total) for rank in ranks)
    for model, rows in TABLES:
        model.objects.bulk_create([row for sheet in sheets for row in rows(desk, sheet)], batch_size=BATCH)
    indicators = Indicator.objects.filter(sheet__in=sheets).order_by("pk")
    Measurement.objects.bulk_create([row for one in indicators for row in measurements(desk, one)], batch_size=BATCH)
    refresh_summaries(sheets)


def _sheet(desk: Desk, rank: int, total: int) -> ActionSheet:
    """Some 350 words; two sheets in a hundred are restricted, three are led outside the strategy."""
    pen, draw = desk.pen, desk.pen.draw
    axis = desk.axes[rank % len(desk.axes)]
    position = rank // len(desk.axes) + 1
    starts = desk.today - timedelta(days=draw.randrange(30, 600))
    status = draw.choice(STATUSES)
    return ActionSheet(
        council=desk.council,
        strategy=desk.strategy,
        axis=axis,
        number=f"{axis.position}.{position}",
        position=position,
        title=pen.title(),
        status=status,
        priority=draw.choice(("high", "normal", "normal", "low")),
        visibility="restricted" if rank % 50 == 49 else "council",
        outside_strategy=rank % 33 == 32,
        lead=draw.choice(desk.bodies) if draw.random() < 0.9 else None,
        starts_on=starts,
        due_on=starts + timedelta(days=draw.randrange(90, 1000)) if draw.random() < 0.85 else None,
        blocked_by="la signature de la convention" if status == "blocked" else "",
        blocked_on=desk.today - timedelta(days=20) if status == "blocked" else None,
        context=pen.finding(),
        description=pen.paragraph(8) + _marking(rank, total),
        public=draw.choice(PEOPLE),
        age_from=draw.choice((11, 16, None)),
        perimeter=draw.choice(PLACES),
        means=draw.choice(MEANS) + " " + pen.sentence(),
        calendar=draw.choice(CALENDARS),
        evaluation=draw.choice(EVALUATIONS),
        changed_by=desk.author,
    )


def _marking(rank: int, total: int) -> str:
    """The sentence with a rare word, in ten sheets a word, spread over the whole council; else nothing."""
    every = max(1, total // (HITS * len(RARE)))
    turn, word = divmod(rank // every, len(RARE))
    return f" {searched(word)}" if rank % every == 0 and turn < HITS else ""
