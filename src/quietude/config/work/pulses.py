"""Signs of life of the processes in the background, and what is done when one falls silent."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import Error, connections
from django.db.models import Count
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from quietude.config.models import Pulse
from quietude.config.work import outcomes

logger = logging.getLogger("quietude.work")

LEASE = timedelta(seconds=30)
"""Silent for longer, a process is held for dead."""


class WorkerLost(Exception):
    """The worker of this task fell silent: killed, out of memory, or its machine is gone."""


def living(lease: timedelta = LEASE) -> dict[str, int]:
    """How many workers and schedulers live: ``{"worker": 1, "scheduler": 1}``; a kind without any counts 0."""
    counts = Pulse.objects.heard_within(lease).order_by().values_list("kind").annotate(Count("id"))
    return dict.fromkeys(Pulse.Kind.values, 0) | dict(counts)


@contextmanager
def beating(
    kind: Pulse.Kind, name: str, lease: timedelta, between: Callable[[], object] = lambda: None
) -> Iterator[None]:
    """Say that this process lives, four times per lease, from before its first act until after its last.

    ``between`` two beats is called, once a whole lease has gone by without a missed beat.
    """
    beat(kind, name)
    stopping = threading.Event()
    thread = threading.Thread(target=_keep_beating, args=(kind, name, lease, between, stopping), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join()
        Pulse.objects.filter(name=name).delete()


def beat(kind: Pulse.Kind, name: str) -> None:
    if not Pulse.objects.filter(name=name).update(beat_at=Now()):
        Pulse.objects.create(kind=kind, name=name)


def _keep_beating(
    kind: Pulse.Kind, name: str, lease: timedelta, between: Callable[[], object], stopping: threading.Event
) -> None:
    """Whoever was cut off from the base judges nobody until it has been heard again for a whole lease."""
    every, steady = lease.total_seconds() / 4, 0
    while not stopping.wait(every):
        try:
            beat(kind, name)
            steady += 1
            if steady > 4:
                between()
        except Error:
            logger.warning("%s: the base does not answer, this process goes unheard", name)
            steady = 0
            connections.close_all()
    connections.close_all()


def sweep(lease: timedelta = LEASE) -> None:
    """End the attempts of the workers that have fallen silent: their tasks come back, or have failed.

    The tasks are read before the pulses: a worker beats before it claims.
    """
    running = list(DBTaskResult.objects.running())
    heard = set(Pulse.objects.heard_within(lease).values_list("name", flat=True)) if running else set()
    for row in running:
        if not heard.intersection(row.worker_ids[-1:]):
            outcomes.fail(row, WorkerLost())
