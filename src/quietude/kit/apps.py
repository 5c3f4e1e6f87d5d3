from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "quietude.kit"
    verbose_name = "Composants"
