from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("strategy", "0004_fill_steering")]
    operations = [
        migrations.RemoveField(
            model_name='actionsheet',
            name='objective',
        ),
        migrations.AddField(
            model_name='actionsheet',
            name='objectives',
            field=models.ManyToManyField(blank=True, related_name='sheets', through='strategy.SheetObjective', to='strategy.objective', verbose_name='objectifs servis'),
        ),
    ]
