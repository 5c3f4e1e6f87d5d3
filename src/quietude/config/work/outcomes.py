"""How a task ended: written for the worker that still holds it, and only once."""

import logging
from traceback import format_tb
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.tasks import TaskResultStatus
from django.utils import timezone
from django.utils.json import normalize_json
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from quietude.kit.tasks import RepeatableTask

logger = logging.getLogger("quietude.work")


def succeed(row: DBTaskResult, value: Any) -> None:
    """Write that the task is done and what it returned; raises TypeError when that is not JSON."""
    written = held(row).update(
        status=TaskResultStatus.SUCCESSFUL,
        finished_at=timezone.now(),
        return_value=normalize_json(value),
        exception_class_path="",
        traceback="",
    )
    if not written:
        logger.warning("%s: done too late, the task is another worker’s", row.task_path)


def fail(row: DBTaskResult, error: BaseException) -> None:
    """Write that this attempt failed: the task waits for the next one when it has any left, else it has failed.

    Of the error are kept its class and where it arose, never its message: that may hold a name.
    """
    kind = type(error)
    trace = {
        "exception_class_path": f"{kind.__module__}.{kind.__qualname__}",
        "traceback": "".join(format_tb(error.__traceback__)),
    }
    task, tries = declared(row), len(row.worker_ids)
    if task is not None and tries < task.attempts:
        next_step = {"status": TaskResultStatus.READY, "run_after": timezone.now() + task.pause_after(tries)}
    else:
        next_step = {"status": TaskResultStatus.FAILED, "finished_at": timezone.now(), "return_value": None}
    if held(row).running().update(**trace, **next_step):
        logger.warning("%s: attempt %d ended with %s", row.task_path, tries, trace["exception_class_path"])


def declared(row: DBTaskResult) -> RepeatableTask | None:
    """The task as the code declares it; None when this version of the code has it no more."""
    try:
        task = row.task
    except (ImportError, SuspiciousOperation):
        return None
    return task if isinstance(task, RepeatableTask) else None


def held(row: DBTaskResult) -> DBTaskResultQuerySet:
    """The row, unless another worker has claimed it since: each claim leaves an instant of its own.

    A worker that was given up as dead and still lives may thus say in time that the task is done.
    """
    return DBTaskResult.objects.filter(pk=row.pk, started_at=row.started_at)
