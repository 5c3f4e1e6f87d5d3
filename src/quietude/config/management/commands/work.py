"""Do the tasks of the queue until asked to stop."""

import logging
from argparse import ArgumentParser
from datetime import timedelta
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand

from quietude.config.models import Pulse
from quietude.config.work.pulses import LEASE, beating, sweep
from quietude.config.work.worker import PatientWorker, new_name


class Command(BaseCommand):
    help = "Fait les tâches de la file, jusqu’à ce qu’on l’arrête."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--worker-id", default="", metavar="NOM", help="début du nom de ce processus")
        parser.add_argument("--interval", type=float, default=0.5, metavar="S", help="secondes entre deux regards")
        parser.add_argument("--until-empty", action="store_true", help="s’arrête quand la file est vide")
        parser.add_argument(
            "--lease",
            type=float,
            default=LEASE.total_seconds(),
            metavar="S",
            help="secondes de silence après lesquelles un processus est tenu pour mort",
        )

    def handle(self, *, worker_id: str, interval: float, until_empty: bool, lease: float, **options: Any) -> None:
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # it says in English that it was asked to stop
        worker = PatientWorker(new_name(worker_id), interval=interval, until_empty=until_empty)
        worker.configure_signals()
        patience = timedelta(seconds=lease)
        with beating(Pulse.Kind.WORKER, worker.worker_id, patience, between=partial(sweep, patience)):
            worker.run()
