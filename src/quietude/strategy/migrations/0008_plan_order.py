from django.db import migrations, models

from quietude.kit.text import fold

PLAN_STEP, SORTED = 100_000, 60


def fill(apps, schema_editor):
    """Give the sheets already written their rank in the plan and the title by which they are sorted."""
    sheet_model = apps.get_model("strategy", "ActionSheet")
    waiting = []
    for sheet in sheet_model.objects.select_related("axis").only("position", "title", "axis__position").iterator():
        sheet.plan_rank = sheet.axis.position * PLAN_STEP + sheet.position
        sheet.sort_title = fold(sheet.title)[:SORTED]
        waiting.append(sheet)
    sheet_model.objects.bulk_update(waiting, ["plan_rank", "sort_title"], batch_size=500)


class Migration(migrations.Migration):
    atomic = False
    """PostgreSQL does not build an index on a table that has writes pending in the same transaction."""

    dependencies = [("councils", "0002_revision"), ("strategy", "0007_frozen_for_good")]
    operations = [
        migrations.AddField(
            model_name="actionsheet",
            name="plan_rank",
            field=models.PositiveBigIntegerField(default=0, editable=False, verbose_name="rang dans le plan"),
        ),
        migrations.AddField(
            model_name="actionsheet",
            name="sort_title",
            field=models.CharField(blank=True, editable=False, max_length=60, verbose_name="titre sans accents"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="actionsheet",
            index=models.Index(fields=["strategy", "plan_rank"], name="strategy_sheet_plan"),
        ),
        migrations.AddIndex(
            model_name="actionsheet",
            index=models.Index(fields=["strategy", "sort_title", "plan_rank"], name="strategy_sheet_title"),
        ),
        migrations.AddIndex(
            model_name="actionsheet",
            index=models.Index(
                fields=[
                    "strategy",
                    "council",
                    "status",
                    "due_on",
                    "next_due_on",
                    "planned_total",
                    "has_indicator",
                    "lead",
                    "lead_name",
                    "visibility",
                    "priority",
                    "completeness_percent",
                    "progress",
                    "axis",
                    "plan_rank",
                ],
                name="strategy_sheet_survey",
            ),
        ),
    ]
