import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("councils", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="council",
            name="revision",
            field=models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="état"),
        ),
    ]
