from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "quietude.config"

    def ready(self) -> None:
        from quietude.config import checks  # noqa: F401
