from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("strategy", "0008_plan_order")]

    operations = [
        migrations.AddField(
            model_name="actionsheet",
            name="reminded_on",
            field=models.DateField(editable=False, null=True, verbose_name="blocage rappelé le"),
        ),
    ]
