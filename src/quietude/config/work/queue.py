"""The queue: django.tasks kept in the base, where a task says how many times it may be tried."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.tasks import Task
from django.tasks.exceptions import InvalidTask
from django_tasks_db.backend import DatabaseBackend

LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatableTask(Task):
    """A task that says how many times it may be tried: ``@task(attempts=5, pause=60)``.

    More than one attempt is a promise of its author: doing it twice leaves what doing it once leaves.
    """

    attempts: int = 1
    pause: int = 30
    """Seconds before the second attempt; the pause doubles each time, up to an hour."""

    def pause_after(self, tries: int) -> timedelta:
        """How long to wait once ``tries`` attempts have failed."""
        return min(timedelta(seconds=self.pause) * 2 ** min(tries - 1, 20), LONGEST_PAUSE)


class Queue(DatabaseBackend):
    """The library's queue, with our tasks in it."""

    task_class = RepeatableTask

    def validate_task(self, task: Any) -> None:
        super().validate_task(task)
        if task.attempts < 1 or task.pause < 1:
            raise InvalidTask("A task is tried at least once, after a pause of at least one second.")
