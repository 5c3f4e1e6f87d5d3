"""The measures of the indicators: told by the facts, or taken from what the platform counts."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from quietude.accounts.models import User
from quietude.demo.days import month_end
from quietude.demo.facts import IndicatorFacts
from quietude.demo.loading_strategy.plan import Plan
from quietude.demo.loading_strategy.tables import Written, create
from quietude.strategy.models import Indicator, Measurement
from quietude.strategy.queries.indicators import offer_of
from quietude.strategy.services.indicators import NothingToTake, take_figure


def write_measures(plan: Plan, sheets: Written) -> None:
    """Write what the facts tell; who measures wrote it."""
    told = list(chain.from_iterable(one.indicators for _, one in sheets))
    council = plan.ground.council
    position = {(one.sheet_id, one.position): one for one in Indicator.objects.filter(sheet__strategy=plan.strategy)}
    rows = [position[sheet.pk, rank] for sheet, one in sheets for rank, _ in enumerate(one.indicators)]
    create(
        Measurement,
        (
            Measurement(council=council, indicator=row, on=on, value=value, comment=comment, by=_writer(plan, one))
            for row, one in zip(rows, told, strict=True)
            for on, value, comment in _measures(one, plan.ground.today)
        ),
    )


def _writer(plan: Plan, told: IndicatorFacts) -> User | None:
    person = plan.ground.people[told.measured_by] if told.measured_by else None
    return person.user if person else plan.ground.here.user


def _measures(told: IndicatorFacts, today: date) -> Iterator[tuple[date, int, str]]:
    """(last day of the month, value, comment), the last one for the month that ended ``behind`` months ago."""
    for values, every in ((told.monthly, 1), (told.quarterly, 3), (told.yearly, 12)):
        for back, value in enumerate(reversed(values)):
            yield month_end(today, -told.behind - back * every), value, "" if back else told.comment


def take_figures(plan: Plan) -> None:
    """Take, as the product does, the measures that a room counts by itself."""
    for indicator in Indicator.objects.filter(sheet__strategy=plan.strategy).exclude(figure=""):
        if offer := offer_of(indicator, plan.ground.today):
            try:
                take_figure(plan.ground.here, indicator, offer)
            except NothingToTake:
                continue
