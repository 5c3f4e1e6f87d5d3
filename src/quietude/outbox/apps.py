from datetime import time, timedelta

from django.apps import AppConfig

from quietude.kit.jobs import register_job


class OutboxConfig(AppConfig):
    name = "quietude.outbox"

    def ready(self) -> None:
        from quietude.outbox.tasks import purge_mails, rescue_mails

        register_job("rescue_mails", rescue_mails, every=timedelta(minutes=5))
        register_job("purge_mails", purge_mails, daily=time(3, 50))
