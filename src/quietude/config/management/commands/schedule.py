"""Enqueue the jobs that are due until asked to stop."""

import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from quietude.config.models import Pulse
from quietude.config.processes import BEAT
from quietude.config.work.pulses import LEASE, beating
from quietude.config.work.schedule import enqueue_due
from quietude.config.work.worker import new_name


class Command(BaseCommand):
    help = "Met en file les travaux dont l’heure est venue, jusqu’à ce qu’on l’arrête."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--interval", type=float, default=10, metavar="S", help="secondes entre deux regards")
        parser.add_argument("--once", action="store_true", help="regarde une fois, puis s’arrête")

    def handle(self, *, interval: float, once: bool, **options: Any) -> None:
        stopping: list[int] = []  # a lock taken in a handler might be one that the interrupted line already holds
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda received, _: stopping.append(received))
        next_look = time.monotonic()
        with beating(Pulse.Kind.SCHEDULER, new_name(), LEASE):
            while not stopping:
                if time.monotonic() >= next_look:
                    close_old_connections()
                    enqueue_due(timezone.now())
                    next_look = time.monotonic() + interval
                    if once:
                        break
                time.sleep(BEAT)
