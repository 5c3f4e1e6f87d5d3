"""What hangs on one sheet: objectives, steps, money, indicators, partners, communes, events, journal."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal

from benchmarks.ground.desk import Desk
from benchmarks.ground.vocabulary import FUNDERS, INDICATORS, NEWS, STEPS
from quietude.strategy.models import (
    ActionSheet,
    BudgetLine,
    Event,
    FundingLine,
    Indicator,
    JournalEntry,
    Measurement,
    SheetAudience,
    SheetCommune,
    SheetObjective,
    SheetPartner,
    Step,
)
from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.models.vocabulary import Category


def objectives(desk: Desk, sheet: ActionSheet) -> Iterator[SheetObjective]:
    own = [one for one in desk.objectives if one.axis_id == sheet.axis_id]
    for objective in desk.pen.draw.sample(own, 1 + desk.pen.draw.randrange(2)):
        yield SheetObjective(council=desk.council, sheet=sheet, objective=objective)


def steps(desk: Desk, sheet: ActionSheet) -> Iterator[Step]:
    for rank, title in enumerate(STEPS[: desk.pen.draw.randrange(2, 7)], 1):
        due = sheet.starts_on + timedelta(days=60 * rank)
        done = due if due < desk.today and desk.pen.draw.random() < 0.7 else None
        yield Step(council=desk.council, sheet=sheet, position=rank, title=title, due_on=due, done_on=done)


def budget(desk: Desk, sheet: ActionSheet) -> Iterator[BudgetLine]:
    for rank in range(desk.pen.draw.randrange(3)):
        yield BudgetLine(
            council=desk.council,
            sheet=sheet,
            position=rank,
            year=desk.today.year + rank,
            label="Prestations et fournitures",
            planned=desk.pen.draw.randrange(5, 200) * 100,
        )


def funding(desk: Desk, sheet: ActionSheet) -> Iterator[FundingLine]:
    draw = desk.pen.draw
    for rank, funder in enumerate(draw.sample(FUNDERS, draw.randrange(4)), 1):
        asked = Decimal(draw.randrange(5, 200) * 100)
        granted = asked * draw.randrange(5, 11) / 10 if draw.random() < 0.6 else None
        yield FundingLine(
            council=desk.council,
            sheet=sheet,
            position=rank,
            funder=funder,
            year=desk.today.year,
            state="granted" if granted else "asked",
            asked=asked,
            granted=granted,
        )


def indicators(desk: Desk, sheet: ActionSheet) -> Iterator[Indicator]:
    draw = desk.pen.draw
    for rank, (name, unit) in enumerate(draw.sample(INDICATORS, draw.randrange(4)), 1):
        yield Indicator(
            council=desk.council,
            sheet=sheet,
            position=rank,
            name=name,
            definition=f"{name} pendant la période, comptés une fois.",
            nature="activity",
            unit=unit,
            baseline=10,
            target=80,
            rhythm="quarterly",
            source="Bilan du porteur",
        )


def measurements(desk: Desk, indicator: Indicator) -> Iterator[Measurement]:
    for quarter in range(4):
        on = desk.today - timedelta(days=91 * quarter + 10)
        value = desk.pen.draw.randrange(5, 95)
        yield Measurement(council=desk.council, indicator=indicator, on=on, value=value, by=desk.author)


def partners(desk: Desk, sheet: ActionSheet) -> Iterator[SheetPartner]:
    for rank, body in enumerate(desk.pen.draw.sample(desk.bodies, 3), 1):
        yield SheetPartner(
            council=desk.council, sheet=sheet, position=rank, organisation=body, part="Participe aux séances"
        )


def communes(desk: Desk, sheet: ActionSheet) -> Iterator[SheetCommune]:
    if len(desk.communes) > 1 and desk.pen.draw.random() < 0.5:
        for commune in desk.pen.draw.sample(desk.communes, 2):
            yield SheetCommune(council=desk.council, sheet=sheet, commune=commune)


def audiences(desk: Desk, sheet: ActionSheet) -> Iterator[SheetAudience]:
    for category in desk.pen.draw.sample(Category.values, 2):
        yield SheetAudience(council=desk.council, sheet=sheet, category=category)


def events(desk: Desk, sheet: ActionSheet) -> Iterator[Event]:
    for rank in range(desk.pen.draw.randrange(3)):
        on = desk.today - timedelta(days=40 * rank + 5)
        yield Event(
            council=desk.council, sheet=sheet, kind="workshop", title="Atelier", held_on=on, place="Salle des fêtes"
        )


def journal(desk: Desk, sheet: ActionSheet) -> Iterator[JournalEntry]:
    draw = desk.pen.draw
    for rank in range(draw.randrange(4, 13)):
        text, on = draw.choice(NEWS), desk.today - timedelta(days=30 * rank + draw.randrange(30))
        yield JournalEntry(
            council=desk.council, sheet=sheet, text=text, on=on, author=desk.author, automatic=text.startswith("État")
        )


TABLES: tuple[tuple[type[CouncilRow], Callable[[Desk, ActionSheet], Iterator[CouncilRow]]], ...] = (
    (SheetObjective, objectives),
    (Step, steps),
    (BudgetLine, budget),
    (FundingLine, funding),
    (Indicator, indicators),
    (SheetPartner, partners),
    (SheetCommune, communes),
    (SheetAudience, audiences),
    (Event, events),
    (JournalEntry, journal),
)
"""In the order in which they are written."""
