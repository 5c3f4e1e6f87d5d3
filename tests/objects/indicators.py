"""What the pages of the indicators lead to."""

from datetime import date
from typing import Any

from quietude.councils.models import Council
from quietude.strategy.models import Indicator, Measurement
from quietude.strategy.tests.stage import write_strategy
from tests.objects.reach import reached_by


def write_indicator(council: Council) -> Indicator:
    """An indicator that is defined, on the first sheet of a strategy."""
    sheet = write_strategy(council)[0]
    return Indicator.objects.create(
        council=council,
        sheet=sheet,
        name="Jeunes reçus",
        definition="Jeunes reçus au moins une fois",
        figure="strategy.events",
    )


@reached_by("indicator", "indicator_edit", "indicator_delete", "figure_take")
def an_indicator(council: Council) -> dict[str, Any]:
    return {"pk": write_indicator(council).pk}


@reached_by("measurement_edit", "measurement_remove")
def a_measure(council: Council) -> dict[str, Any]:
    indicator = write_indicator(council)
    return {"pk": Measurement.objects.create(council=council, indicator=indicator, on=date(2026, 3, 1), value=12).pk}


@reached_by("indicator_new")
def a_sheet_without_indicator(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk}


@reached_by("indicator_export")
def a_table_of_indicators(council: Council) -> dict[str, Any]:
    write_indicator(council)
    return {"extension": "csv"}
