"""The national frames in which a strategy may stand, as docs/law.md#frameworks tells them."""

from datetime import date

from django.db import migrations

FRAMEWORKS = [
    (
        "Plan national de prévention de la délinquance et d’aide aux victimes 2009-2012",
        date(2009, 10, 2),
        date(2012, 12, 31),
        "Banque des territoires : https://banquedesterritoires.fr/"
        "fini-les-cls-place-aux-strategies-territoriales-de-securite",
    ),
    (
        "Stratégie nationale de prévention de la délinquance 2013-2017",
        date(2013, 1, 1),
        date(2017, 12, 31),
        "http://laurent-mucchielli.org/index.php?post/2013/07/15/"
        "Une-strategie-nationale-de-prevention-de-la-delinquance-classique",
    ),
    (
        "Stratégie nationale de prévention de la délinquance 2020-2024",
        date(2020, 1, 1),
        date(2024, 12, 31),
        "Circulaire du Premier ministre du 23 décembre 2020 : https://www.weka.fr/actualite/securite/article/"
        "prevention-de-la-delinquance-mise-en-oeuvre-de-la-nouvelle-strategie-nationale-116954/",
    ),
    (
        "Plans d’action départementaux de restauration de la sécurité du quotidien",
        date(2024, 11, 1),
        None,
        "https://www.lagazettedescommunes.com/989968/delinquance-du-quotidien-analyse-des-plans-daction-departementaux",
    ),
]


def add_frameworks(apps, schema_editor):
    framework = apps.get_model("strategy", "Framework")
    for name, starts_on, ends_on, source in FRAMEWORKS:
        values = {"starts_on": starts_on, "ends_on": ends_on, "source": source}
        framework.objects.get_or_create(name=name, defaults=values)


class Migration(migrations.Migration):
    dependencies = [("strategy", "0001_initial")]
    operations = [migrations.RunPython(add_frameworks, migrations.RunPython.noop)]
