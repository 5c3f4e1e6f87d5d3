"""Acts on what hangs on a sheet: steps, money, indicators, partners, communes, measures."""

from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Indicator, Measurement, Step
from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.services.sheets import note_in_journal, take_turn
from quietude.strategy.services.summary import refresh_summary


def save_rows(
    here: Here,
    sheet: ActionSheet,
    *,
    section: str,
    kept: list[CouncilRow],
    removed: list[CouncilRow],
    positioned: bool,
    version: int,
) -> None:
    """Write the rows of one section of ``sheet`` as it was at ``version``, in the order given.

    Raises VersionConflict when someone wrote on the sheet meanwhile; nothing is then changed.
    """
    take_turn(here, sheet, version=version)
    for row in removed:
        row.delete()
    for position, row in enumerate(kept):
        row.council, row.sheet = here.council, sheet  # type: ignore[attr-defined]
        if positioned:
            row.position = position  # type: ignore[attr-defined]
        row.save()
    refresh_summary(sheet)
    here.write_register(
        "sheet_rows_save",
        object_type="sheet",
        object_reference=sheet.external_id,
        section=section,
        kept=len(kept),
        removed=len(removed),
    )


def finish_step(here: Here, step: Step) -> bool:
    """Say that a step is done today; gives whether it was not already."""
    changed = Step.objects.filter(pk=step.pk, done_on__isnull=True).update(done_on=timezone.localdate())
    if changed:
        refresh_summary(step.sheet)
        note_in_journal(here, step.sheet, f"Étape faite : {step.title}.")
        here.write_register("step_finish", object_type="sheet", object_reference=step.sheet.external_id, step=step.pk)
    return bool(changed)


def reopen_step(here: Here, step: Step) -> None:
    """Take back « faite »: the undo of ``finish_step``."""
    Step.objects.filter(pk=step.pk).update(done_on=None)
    refresh_summary(step.sheet)
    note_in_journal(here, step.sheet, f"Étape rouverte : {step.title}.")
    here.write_register("step_reopen", object_type="sheet", object_reference=step.sheet.external_id, step=step.pk)


def add_measurement(here: Here, indicator: Indicator, values: dict[str, Any]) -> Measurement:
    """Record one value of an indicator; a second value on the same day replaces the first."""
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
    here.write_register("measurement_add", object_type="sheet", object_reference=indicator.sheet.external_id)
    return measurement
