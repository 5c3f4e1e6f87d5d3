import django.db.models.functions.text
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('reference', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='référence')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='adresse électronique')),
                ('full_name', models.CharField(max_length=150, verbose_name='nom')),
                ('is_active', models.BooleanField(default=True, verbose_name='actif')),
                ('joined_at', models.DateTimeField(auto_now_add=True, verbose_name='créé le')),
                ('session_epoch', models.PositiveIntegerField(default=0, verbose_name='série de sessions')),
            ],
            options={
                'verbose_name': 'compte',
                'verbose_name_plural': 'comptes',
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='accounts_user_email_unique')],
            },
        ),
    ]
