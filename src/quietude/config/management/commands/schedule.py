"""Enqueue the jobs that are due until asked to stop."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from quietude.config.models import Pulse
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
        stopping = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stopping.set())
        with beating(Pulse.Kind.SCHEDULER, new_name(), LEASE):
            while not stopping.is_set():
                close_old_connections()
                enqueue_due(timezone.now())
                if once or stopping.wait(interval):
                    break
