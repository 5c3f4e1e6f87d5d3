from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='upload',
            name='lasting',
            field=models.BooleanField(default=False, verbose_name='gardé'),
        ),
    ]
