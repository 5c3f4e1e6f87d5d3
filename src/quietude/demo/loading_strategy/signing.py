"""The strategy as it was signed, frozen by the product's own act, and what moved since that day."""

from datetime import datetime, time
from itertools import groupby

from django.utils.timezone import get_current_timezone

from quietude.demo.days import day
from quietude.demo.facts import BaselineFacts
from quietude.demo.loading_strategy.plan import Plan
from quietude.demo.loading_strategy.sheets import sheet_values
from quietude.demo.loading_strategy.tables import Row, Written
from quietude.strategy.models import ActionSheet, Baseline, SheetVersion
from quietude.strategy.services.baselines import freeze_strategy
from quietude.strategy.services.fields import sent_form

NOON = time(12)


def freeze(plan: Plan, told: BaselineFacts) -> Baseline:
    """Freeze the strategy as it stands now: nothing of what came later may have been written."""
    ground, signed_on = plan.ground, plan.ground.day(told.signed)
    act = {
        "kind": told.kind,
        "signed_on": signed_on,
        "deliberation": told.deliberation,
        "deliberated_on": ground.day(told.deliberated),
        "reason": told.reason,
    }
    signatories = [{"name": name, "quality": quality, "signed_on": signed_on} for name, quality in told.signatories]
    return freeze_strategy(ground.here, plan.strategy, act, signatories=signatories)


def bring_to_today(plan: Plan, sheets: Written, rows: list[Row]) -> None:
    """Write what moved since the signature, on the sheets and in their rows; the history keeps the former fields."""
    moved = [(sheet, told) for sheet, told in sheets if told.signed]
    _keep_former(plan, moved)
    for sheet, told in moved:
        sheet.version += 1
        for name, value in sheet_values(plan, told).items():
            setattr(sheet, name, value)
    names = {name for _, told in moved for name in sheet_values(plan, told)}
    if moved:
        ActionSheet.objects.bulk_update([sheet for sheet, _ in moved], ["version", *sorted(names)])
    for table, many in groupby((row for row in rows if row.told.signed), key=lambda row: row.table):
        values = [(row.row, table.values(plan, row.told)) for row in many]
        for one, now in values:
            for name, value in now.items():
                setattr(one, name, value)
        table.model.objects.bulk_update([one for one, _ in values], sorted(values[0][1]))


def _keep_former(plan: Plan, moved: Written) -> None:
    """The state of each sheet before it moved, on the day when it did."""
    versions = [
        SheetVersion(
            council=plan.ground.council,
            sheet=sheet,
            number=sheet.version,
            values=sent_form(sheet),
            replaced_by=plan.ground.here.user,
        )
        for sheet, _ in moved
    ]
    kept = SheetVersion.objects.bulk_create(versions)
    for version, (_, told) in zip(kept, moved, strict=True):
        version.replaced_at = datetime.combine(day(told.moved, plan.ground.today), NOON, get_current_timezone())
    SheetVersion.objects.bulk_update(kept, ["replaced_at"])
