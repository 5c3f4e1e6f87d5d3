"""Acts on the indicators of a sheet and on their measures; each leaves a line in the journal of the sheet."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.dates import date_text
from quietude.kit.typography import NBSP
from quietude.strategy.measuring import with_unit
from quietude.strategy.models import ActionSheet, Indicator, Measurement
from quietude.strategy.queries.indicators import Offer
from quietude.strategy.services.sheets import note_in_journal
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.services.turns import take_turn

ROWS = "indicators"


class Undefined(Exception):
    """An indicator without a definition takes no measure: nobody would know what was counted."""


class NothingToTake(Exception):
    """The platform has no number for that period, or one that may not be published."""


def create_indicator(here: Here, sheet: ActionSheet, values: dict[str, Any]) -> Indicator:
    """Add an indicator at the end of those of ``sheet``."""
    take_turn(here, sheet, ROWS)
    last = sheet.indicators.aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    indicator = Indicator.objects.create(council=here.council, sheet=sheet, position=position, **values)
    _leave_trace(here, indicator, "create", f"Indicateur ajouté : {indicator.name}.")
    return indicator


def save_indicator(here: Here, indicator: Indicator, values: dict[str, Any], *, version: int) -> None:
    """Write ``values`` on ``indicator``, whose sheet was read at ``version``. Raises VersionConflict."""
    changes = {name: value for name, value in values.items() if getattr(indicator, name) != value}
    if not changes:
        return
    take_turn(here, indicator.sheet, ROWS, version=version)
    for name, value in changes.items():
        setattr(indicator, name, value)
    indicator.save(update_fields=list(changes))
    _leave_trace(here, indicator, "save", f"Indicateur modifié : {indicator.name}.", fields=sorted(changes))


def delete_indicator(here: Here, indicator: Indicator) -> None:
    """Remove an indicator and its measures."""
    take_turn(here, indicator.sheet, ROWS)
    indicator.delete()
    _leave_trace(here, indicator, "delete", f"Indicateur effacé : {indicator.name}.")


def _leave_trace(here: Here, indicator: Indicator, verb: str, words: str, **details: Any) -> None:
    refresh_summary(indicator.sheet)
    note_in_journal(here, indicator.sheet, words)
    reference = indicator.sheet.external_id
    here.write_register(f"indicator_{verb}", object_type="indicator", object_reference=reference, **details)


def add_measurement(here: Here, indicator: Indicator, values: dict[str, Any]) -> Measurement:
    """Record one value of an indicator; a second value on the same day replaces the first. Raises Undefined."""
    if not indicator.definition:
        raise Undefined
    take_turn(here, indicator.sheet, "measurements")
    measurement, _ = Measurement.objects.update_or_create(
        indicator=indicator,
        on=values["on"],
        defaults={
            "council": here.council,
            "value": values["value"],
            "comment": values.get("comment", ""),
            "by": here.user,
        },
    )
    _note_measure(here, indicator, "add", f"Mesure : {_said(indicator, values['value'], values['on'])}.")
    return measurement


def take_figure(here: Here, indicator: Indicator, offer: Offer) -> Measurement:
    """Record as a measure what the platform counts, on the last day of its period. Raises NothingToTake, Undefined."""
    if not offer.takes:
        raise NothingToTake
    comment = f"Relevé dans Quiétude le {date_text(timezone.localdate())}. Source{NBSP}: {offer.reading.source}"
    return add_measurement(
        here, indicator, {"on": offer.period.last_day, "value": offer.reading.value, "comment": comment[:300]}
    )


def save_measurement(here: Here, measurement: Measurement, values: dict[str, Any]) -> None:
    """Correct a measure; the journal keeps what it said before."""
    indicator = measurement.indicator
    before = _said(indicator, measurement.value, measurement.on)
    take_turn(here, indicator.sheet, "measurements")
    written = {name: values[name] for name in ("on", "value", "comment")}
    Measurement.objects.filter(pk=measurement.pk).update(**written, by=here.user)
    after = _said(indicator, values["value"], values["on"])
    _note_measure(here, indicator, "save", f"Mesure corrigée : {after} (avant : {before}).")


def remove_measurement(here: Here, measurement: Measurement) -> None:
    """Take a measure away; the journal keeps what it said."""
    indicator = measurement.indicator
    take_turn(here, indicator.sheet, "measurements")
    Measurement.objects.filter(pk=measurement.pk).delete()
    _note_measure(here, indicator, "remove", f"Mesure retirée : {_said(indicator, measurement.value, measurement.on)}.")


def _said(indicator: Indicator, value: Decimal, on: date) -> str:
    return f"{indicator.name}, {with_unit(value, indicator.unit)} le {date_text(on)}"


def _note_measure(here: Here, indicator: Indicator, verb: str, words: str) -> None:
    note_in_journal(here, indicator.sheet, words)
    here.write_register(
        f"measurement_{verb}",
        object_type="measurement",
        object_reference=indicator.sheet.external_id,
        indicator=indicator.pk,
    )
