from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chain', models.CharField(max_length=40, verbose_name='chaîne')),
                ('number', models.PositiveBigIntegerField(verbose_name='numéro')),
                ('at', models.DateTimeField(verbose_name='instant')),
                ('actor', models.UUIDField(default=None, null=True, verbose_name='auteur')),
                ('verb', models.CharField(max_length=60, verbose_name='acte')),
                ('object_type', models.CharField(max_length=60, verbose_name='objet')),
                ('object_reference', models.CharField(max_length=60, verbose_name='référence')),
                ('result', models.CharField(choices=[('done', 'fait'), ('refused', 'refusé')], default='done', max_length=10, verbose_name='résultat')),
                ('details', models.JSONField(default=dict, verbose_name='précisions')),
                ('previous', models.CharField(max_length=64, verbose_name='sceau précédent')),
                ('mac', models.CharField(max_length=64, verbose_name='sceau')),
            ],
            options={
                'verbose_name': 'ligne du registre',
                'verbose_name_plural': 'registre',
                'ordering': ['chain', 'number'],
                'indexes': [models.Index(fields=['chain', '-at'], name='audit_entry_recent')],
                'constraints': [models.UniqueConstraint(fields=('chain', 'number'), name='audit_entry_number_unique')],
            },
        ),
    ]
