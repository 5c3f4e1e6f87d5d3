from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "quietude.intake"
    verbose_name = "Fichiers reçus"
