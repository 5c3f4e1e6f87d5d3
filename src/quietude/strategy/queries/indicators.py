"""Reads of the indicators: their table, one of them with its measures, what the platform can count for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery, prefetch_related_objects

from quietude.councils.gate import Here, find_here
from quietude.councils.models import Professional, Seat
from quietude.kit.charts import LineChart, Series
from quietude.kit.figures import Figure, Period, Reading, UnknownFigure, figure, read
from quietude.strategy.measuring import (
    MONTHS_APART,
    Path,
    Standing,
    awaited_since,
    path_of,
    silence_words,
    standing_of,
    target_day,
)
from quietude.strategy.models import Indicator, Measurement, Strategy
from quietude.strategy.queries.objects import one
from quietude.strategy.queries.strategies import current_strategy

RELATED = ("sheet__strategy", "sheet__axis", "measured_by")


def indicator_list(here: Here, strategy: Strategy) -> QuerySet[Indicator]:
    """The indicators of the strategy's own sheets, each with its last measure (``last_on``, ``last_value``)."""
    rows = Indicator.objects.visible_to(here.seats).filter(sheet__strategy=strategy, sheet__outside_strategy=False)
    return with_last_measure(rows).order_by("sheet__axis__position", "sheet__position", "position", "id")


def with_last_measure(rows: QuerySet[Indicator]) -> QuerySet[Indicator]:
    """Add the last measure to ``rows``, in the same query."""
    last = Measurement.objects.filter(indicator=OuterRef("pk")).order_by("-on")
    return rows.select_related(*RELATED).annotate(
        last_on=Subquery(last.values("on")[:1]), last_value=Subquery(last.values("value")[:1])
    )


def prefetch_measures(indicators: Iterable[Indicator]) -> None:
    """Load the measures of the indicators that a page shows, in one query."""
    prefetch_related_objects(list(indicators), "measurements")


def my_professionals(here: Here) -> frozenset[int]:
    """Primary keys of the professionals as whom one sits here."""
    return frozenset(seat.professional_id for seat in here.seats)


def who_may_measure(here: Here) -> QuerySet[Professional]:
    """The members of this council, among whom the one who measures is chosen."""
    return Professional.objects.filter(council=here.council).select_related("organisation")


def people_who_measure(on: date) -> list[Professional]:
    """The members of every council who sit on that day, have an account and an address, and measure something."""
    seats = Seat.objects.current(on).filter(professional=OuterRef("pk"))
    measured = Indicator.objects.filter(measured_by=OuterRef("pk"))
    people = Professional.objects.filter(Exists(seats), Exists(measured), user__is_active=True).exclude(email="")
    return list(people.select_related("council", "user").order_by("pk"))


def awaited_of(person: Professional, on: date) -> int:
    """How many measures the page « À mesurer par vous » of ``person`` counts; the account and a seat must be there."""
    here = find_here(person.user, person.council.slug)  # type: ignore[arg-type]
    strategy = current_strategy(here)
    if strategy is None:
        return 0
    mine: Any = indicator_list(here, strategy).filter(measured_by=person)
    return sum(awaited_since(indicator, indicator.last_on, on) is not None for indicator in mine)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the platform counts for an indicator over the last period that is over: ready to be taken as a measure."""

    figure: Figure
    period: Period
    reading: Reading

    @property
    def takes(self) -> bool:
        """Whether there is a number to take."""
        return self.reading.publishable and self.reading.value is not None


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """Everything that the page of one indicator shows."""

    indicator: Indicator
    measurements: list[tuple[Measurement, Decimal | None]]
    """The latest first, each with what was expected on its day."""
    standing: Standing
    silence: str
    path: Path | None
    """None when too little is known to say what was expected."""
    chart: LineChart
    offer: Offer | None
    target_on: date | None


def get_indicator(here: Here, pk: int) -> Indicator:
    """One indicator with its sheet, its strategy and who measures. Raises Http404."""
    rows = Indicator.objects.visible_to(here.seats).filter(council=here.council)
    found: Indicator = one(rows.select_related(*RELATED), pk)
    return found


def get_measurement(here: Here, pk: int) -> Measurement:
    """One measure with its indicator and its sheet. Raises Http404."""
    rows = Measurement.objects.visible_to(here.seats).filter(council=here.council)
    found: Measurement = one(rows.select_related("indicator__sheet"), pk)
    return found


def indicator_page(here: Here, indicator: Indicator, on: date) -> IndicatorPage:
    """The page of one indicator, in one query beside those of its figure."""
    measures = list(indicator.measurements.select_related("by"))
    last = (measures[-1].on, measures[-1].value) if measures else None
    path = path_of(indicator)
    return IndicatorPage(
        indicator=indicator,
        measurements=[(one, path.expected_on(one.on) if path else None) for one in reversed(measures)],
        standing=standing_of(indicator, last),
        silence=silence_words(indicator, last[0] if last else None, on),
        path=path,
        chart=_chart(indicator, measures, path),
        offer=offer_of(indicator, on),
        target_on=target_day(indicator),
    )


def _chart(indicator: Indicator, measures: list[Measurement], path: Path | None) -> LineChart:
    """The measures and, when it is known, the path from the start to the target."""
    series = [Series(label="mesuré", points=[(measure.on, measure.value) for measure in measures])]
    if path and measures:
        series.append(Series(label="attendu", points=[(path.starts_on, path.start), (path.ends_on, path.target)]))
    title = "Mesures et chemin vers la cible" if path else "Mesures"
    return LineChart(title=title, series=series, unit=indicator.unit, target=indicator.target)


def offer_of(indicator: Indicator, on: date) -> Offer | None:
    """What the platform counts for this indicator; None when it takes no figure, or when the room left."""
    if not indicator.figure:
        return None
    try:
        known = figure(indicator.figure)
    except UnknownFigure:
        return None
    period = last_period(indicator.rhythm or known.rhythm, on)
    return Offer(known, period, read(indicator.sheet.council, known.key, period))


def last_period(rhythm: str, on: date) -> Period:
    """The last whole month, quarter, half-year or year that is over on that day."""
    months = MONTHS_APART[Indicator.Rhythm(rhythm)]
    first_month = (on.month - 1) // months * months + 1
    last_day = date(on.year, first_month, 1) - timedelta(days=1)
    return Period(date(last_day.year, last_day.month - months + 1, 1), last_day)
