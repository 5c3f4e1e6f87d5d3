"""A worker: the library's own loop, around attempts that may fail and come back."""

import logging
import os
import secrets
import socket
from typing import Any

from django.tasks import TaskContext
from django.tasks.base import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from quietude.config.work import outcomes

logger = logging.getLogger("quietude.work")


class PatientWorker(Worker):
    """Claims one task after the other, whatever its queue; says how each attempt ended."""

    def __init__(self, name: str, *, interval: float = 1.0, until_empty: bool = False) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=until_empty,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
        )

    def run_task(self, row: DBTaskResult) -> None:
        """Do the task that was just claimed; being asked to stop in the midst is a failed attempt like another."""
        self.running_task = True
        try:
            outcomes.succeed(row, perform(row))
        except BaseException as error:
            outcomes.fail(row, error)
        finally:
            self.running_task = False


def perform(row: DBTaskResult) -> object:
    """Call the task with the arguments that were stored."""
    result = row.task_result
    context: list[Any] = [TaskContext(task_result=result)] if result.task.takes_context else []
    return result.task.call(*context, *result.args, **result.kwargs)


def new_name(given: str = "") -> str:
    """A name that no other life has had, even of the same service on the same machine: at most 64 characters."""
    return f"{given or socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"[-64:]
