from django.db import migrations

from quietude.kit.fulltext import CreateFullTextIndex
from quietude.strategy.searching import index_all


def fill(apps, schema_editor):
    """Put in the index the sheets already written."""
    index_all(apps.get_model("strategy", "ActionSheet").objects.all())


class Migration(migrations.Migration):
    dependencies = [("strategy", "0009_block_reminders")]
    operations = [
        CreateFullTextIndex("strategy_sheettext"),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
