"""Tasks that may be tried again: who writes one says so, and promises that doing it twice is doing it once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

from django.tasks import Task

LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatableTask(Task):
    """What every task of the queue is: tried once, unless ``@repeatable`` says otherwise."""

    attempts: int = 1
    pause: int = 30

    def pause_after(self, tries: int) -> timedelta:
        """How long to wait once ``tries`` attempts have failed: the pause doubles each time, up to an hour."""
        return min(timedelta(seconds=self.pause) * 2 ** min(tries - 1, 20), LONGEST_PAUSE)


def repeatable[T: Task[..., Any]](attempts: int, *, pause: int = 30) -> Callable[[T], T]:
    """Try the task up to ``attempts`` times, the second time after ``pause`` seconds; stands above ``@task``.

    It is a promise: whatever an attempt has done before it failed, or before its worker was killed, the next one
    leaves what a single one would have left.
    """
    if attempts < 2 or pause < 1:
        raise ValueError("A task that is tried again is tried twice at least, after a pause.")

    def promise(task: T) -> T:
        again: Any = replace(cast(Any, task), attempts=attempts, pause=pause)
        return cast(T, again)

    return promise
