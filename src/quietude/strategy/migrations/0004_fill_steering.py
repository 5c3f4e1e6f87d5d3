"""What the new columns say of the sheets already written: their objective, the state of their money, their summary."""

from decimal import Decimal

from django.db import migrations

OPEN = ("to_launch", "running", "blocked")


def fill(apps, schema_editor):
    sheet_model = apps.get_model("strategy", "ActionSheet")
    served = apps.get_model("strategy", "SheetObjective")
    lines = apps.get_model("strategy", "FundingLine").objects
    lines.filter(paid__isnull=False).update(state="paid")
    lines.filter(paid__isnull=True, granted__isnull=False).update(state="granted")
    rows = ("steps", "funding_lines", "indicators", "partners", "communes")
    for sheet in sheet_model.objects.prefetch_related(*rows).iterator(chunk_size=500):
        if sheet.objective_id:
            served.objects.create(council_id=sheet.council_id, sheet=sheet, objective_id=sheet.objective_id)
        summarise(sheet)
        sheet.save()


def summarise(sheet):
    steps, asked = list(sheet.steps.all()), [line.asked for line in sheet.funding_lines.all() if line.asked is not None]
    own = [sheet.due_on] if sheet.status in OPEN else []
    local = [row.due_on for row in sheet.communes.all() if (row.status or sheet.status) in OPEN]
    needs = (
        sheet.lead_id or sheet.lead_name,
        sheet.due_on,
        sheet.description,
        sheet.public,
        steps,
        asked,
        sheet.indicators.all(),
        sheet.partners.all(),
    )
    sheet.planned_total = sum(asked, Decimal(0)) if asked else None
    sheet.next_due_on = min((day for day in own + local if day), default=None)
    sheet.has_indicator = bool(sheet.indicators.all())
    sheet.completeness_percent = round(100 * sum(bool(need) for need in needs) / len(needs))
    done = sum(step.done_on is not None for step in steps)
    sheet.progress = 100 if sheet.status == "done" else round(100 * done / len(steps)) if steps else 0


def forget(apps, schema_editor):
    """Give each sheet back one objective: the first that it serves."""
    for row in apps.get_model("strategy", "SheetObjective").objects.select_related("sheet").order_by("-pk"):
        row.sheet.objective_id = row.objective_id
        row.sheet.save()


class Migration(migrations.Migration):
    dependencies = [("strategy", "0003_steering")]
    operations = [migrations.RunPython(fill, forget)]
