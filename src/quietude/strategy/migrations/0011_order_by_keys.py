
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0010_search'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='actionsheet',
            options={'ordering': ['strategy_id', 'axis__position', 'position', 'id'], 'verbose_name': 'fiche action', 'verbose_name_plural': 'fiches action'},
        ),
        migrations.AlterModelOptions(
            name='axis',
            options={'ordering': ['strategy_id', 'position', 'id'], 'verbose_name': 'axe', 'verbose_name_plural': 'axes'},
        ),
        migrations.AlterModelOptions(
            name='baseline',
            options={'ordering': ['strategy_id', '-number'], 'verbose_name': 'version figée', 'verbose_name_plural': 'versions figées'},
        ),
        migrations.AlterModelOptions(
            name='baselinesheet',
            options={'ordering': ['baseline_id', 'position'], 'verbose_name': 'fiche figée', 'verbose_name_plural': 'fiches figées'},
        ),
        migrations.AlterModelOptions(
            name='budgetline',
            options={'ordering': ['sheet_id', 'year', 'position', 'id'], 'verbose_name': 'ligne de budget', 'verbose_name_plural': 'lignes de budget'},
        ),
        migrations.AlterModelOptions(
            name='event',
            options={'ordering': ['sheet_id', 'held_on', 'id'], 'verbose_name': 'événement', 'verbose_name_plural': 'événements'},
        ),
        migrations.AlterModelOptions(
            name='fundingline',
            options={'ordering': ['sheet_id', 'position', 'id'], 'verbose_name': 'financement', 'verbose_name_plural': 'financements'},
        ),
        migrations.AlterModelOptions(
            name='indicator',
            options={'ordering': ['sheet_id', 'position', 'id'], 'verbose_name': 'indicateur', 'verbose_name_plural': 'indicateurs'},
        ),
        migrations.AlterModelOptions(
            name='journalentry',
            options={'ordering': ['sheet_id', '-on', '-id'], 'verbose_name': 'ligne du journal', 'verbose_name_plural': 'journal'},
        ),
        migrations.AlterModelOptions(
            name='measurement',
            options={'ordering': ['indicator_id', 'on'], 'verbose_name': 'mesure', 'verbose_name_plural': 'mesures'},
        ),
        migrations.AlterModelOptions(
            name='objective',
            options={'ordering': ['strategy_id', 'axis__position', 'position', 'id'], 'verbose_name': 'objectif', 'verbose_name_plural': 'objectifs'},
        ),
        migrations.AlterModelOptions(
            name='sheetaudience',
            options={'ordering': ['sheet_id', 'id'], 'verbose_name': 'public de la fiche', 'verbose_name_plural': 'publics de la fiche'},
        ),
        migrations.AlterModelOptions(
            name='sheetcommune',
            options={'ordering': ['sheet_id', 'commune__name'], 'verbose_name': 'commune de la fiche', 'verbose_name_plural': 'communes de la fiche'},
        ),
        migrations.AlterModelOptions(
            name='sheetdocument',
            options={'ordering': ['sheet_id', '-added_on', '-id'], 'verbose_name': 'document de la fiche', 'verbose_name_plural': 'documents de la fiche'},
        ),
        migrations.AlterModelOptions(
            name='sheetlink',
            options={'ordering': ['sheet_id', 'id'], 'verbose_name': 'fiche liée', 'verbose_name_plural': 'fiches liées'},
        ),
        migrations.AlterModelOptions(
            name='sheetobjective',
            options={'ordering': ['sheet_id', 'objective__position'], 'verbose_name': 'objectif servi', 'verbose_name_plural': 'objectifs servis'},
        ),
        migrations.AlterModelOptions(
            name='sheetpartner',
            options={'ordering': ['sheet_id', 'position', 'id'], 'verbose_name': 'partenaire', 'verbose_name_plural': 'partenaires'},
        ),
        migrations.AlterModelOptions(
            name='sheetversion',
            options={'ordering': ['sheet_id', '-number'], 'verbose_name': 'version de fiche', 'verbose_name_plural': 'versions de fiche'},
        ),
        migrations.AlterModelOptions(
            name='signatory',
            options={'ordering': ['baseline_id', 'position', 'id'], 'verbose_name': 'signataire', 'verbose_name_plural': 'signataires'},
        ),
        migrations.AlterModelOptions(
            name='step',
            options={'ordering': ['sheet_id', 'position', 'id'], 'verbose_name': 'étape', 'verbose_name_plural': 'étapes'},
        ),
    ]
