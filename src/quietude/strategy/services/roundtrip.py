"""Writing what a table brought back: every row that was shown, in one transaction, or none."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from quietude.councils.gate import Here
from quietude.councils.models import Organisation
from quietude.strategy.models import ActionSheet, Axis, Strategy
from quietude.strategy.roundtrip.plan import Change, Plan, Row
from quietude.strategy.services.sheets import create_sheet, save_sheet


def apply_return(here: Here, strategy: Strategy, plan: Plan, choices: Mapping[str, str]) -> int:
    """Write the rows of ``plan``; gives how many sheets were written.

    ``choices`` has, for « <row>-<field> », "mine" where the table wins over what another person wrote; the saved text
    stays otherwise. Raises VersionConflict when someone wrote since the plan was made: nothing is then written.
    """
    sheets = ActionSheet.objects.in_bulk([row.sheet for row in plan.changed if row.sheet])
    written = 0
    for row in plan.changed:
        kept = _kept(row, choices)
        if kept and row.sheet in sheets:
            save_sheet(here, sheets[row.sheet], _values(here, strategy, kept), version=row.version)
            written += 1
    for row in plan.created:
        create_sheet(here, strategy, _values(here, strategy, row.changes))
        written += 1
    here.write_register(
        "table_apply",
        object_type="strategy",
        object_reference=strategy.pk,
        changed=len(plan.changed),
        created=len(plan.created),
    )
    return written


def _kept(row: Row, choices: Mapping[str, str]) -> list[Change]:
    return [c for c in row.changes if not c.theirs or choices.get(f"{row.number}-{c.name}") == "mine"]


def _values(here: Here, strategy: Strategy, changes: Iterable[Change]) -> dict[str, Any]:
    """The values that ``save_sheet`` takes: rows for keys, dates for texts."""
    values: dict[str, Any] = {name: text for change in changes for name, text in change.values.items()}
    if "axis" in values:
        values["axis"] = Axis.objects.get(strategy=strategy, pk=values["axis"])
    if "lead" in values:
        bodies = Organisation.objects.filter(council=here.council)
        values["lead"] = bodies.get(pk=values["lead"]) if values["lead"] else None
    for name in ("starts_on", "due_on"):
        if name in values:
            values[name] = date.fromisoformat(values[name]) if values[name] else None
    return values
