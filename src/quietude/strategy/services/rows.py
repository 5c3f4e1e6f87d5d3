"""Acts on what hangs on a sheet: steps, money, indicators, partners, communes."""

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.strategy.models import ActionSheet, Step
from quietude.strategy.models.scope import CouncilRow
from quietude.strategy.services.sheets import note_in_journal
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.services.turns import take_turn


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
    """Write the rows of one section (the relation: "steps") of ``sheet`` as it was at ``version``, in the order given.

    Raises VersionConflict when someone wrote these rows meanwhile; nothing is then changed.
    """
    take_turn(here, sheet, section, version=version)
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
    changed = step.done_on is None
    if changed:
        take_turn(here, step.sheet, "steps")
        Step.objects.filter(pk=step.pk).update(done_on=timezone.localdate())
        refresh_summary(step.sheet)
        note_in_journal(here, step.sheet, f"Étape faite : {step.title}.")
        here.write_register("step_finish", object_type="sheet", object_reference=step.sheet.external_id, step=step.pk)
    return changed


def reopen_step(here: Here, step: Step) -> None:
    """Take back « faite »: the undo of ``finish_step``."""
    take_turn(here, step.sheet, "steps")
    Step.objects.filter(pk=step.pk).update(done_on=None)
    refresh_summary(step.sheet)
    note_in_journal(here, step.sheet, f"Étape rouverte : {step.title}.")
    here.write_register("step_reopen", object_type="sheet", object_reference=step.sheet.external_id, step=step.pk)
