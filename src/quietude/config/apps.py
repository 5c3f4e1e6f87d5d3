from datetime import time

from django.apps import AppConfig

from quietude.kit.jobs import register_job


class ConfigConfig(AppConfig):
    name = "quietude.config"

    def ready(self) -> None:
        from quietude.config import checks  # noqa: F401
        from quietude.config.work.upkeep import prune_work, renew_statistics

        register_job("prune_work", prune_work, daily=time(3, 40))
        register_job("renew_statistics", renew_statistics, daily=time(3, 50))
