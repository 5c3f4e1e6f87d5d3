
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0002_revision'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='référence')),
                ('opened_at', models.DateTimeField(auto_now_add=True, verbose_name='ouvert le')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.council', verbose_name='conseil')),
                ('professional', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feed', to='councils.professional', verbose_name='membre')),
            ],
            options={
                'verbose_name': 'agenda suivi',
                'verbose_name_plural': 'agendas suivis',
            },
        ),
        migrations.CreateModel(
            name='Interim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField(verbose_name='à partir du')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='raison')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interims', to='councils.council', verbose_name='conseil')),
                ('professional', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.professional', verbose_name='qui assure l’intérim')),
            ],
            options={
                'verbose_name': 'intérim de la coordination',
                'verbose_name_plural': 'intérims de la coordination',
                'ordering': ['-starts_on', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='councils_interim_dates', violation_error_message='La fin de l’intérim précède son début.')],
            },
        ),
    ]
