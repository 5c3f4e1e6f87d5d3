from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "quietude.councils"
