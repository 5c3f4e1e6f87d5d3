"""Work that comes back by itself: rooms register it in ``AppConfig.ready``, the scheduler enqueues it when due."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.tasks import Task
from django.utils import timezone

LONGEST = timedelta(days=31)
"""Beyond, the trace of the last run could be pruned before the next one."""


@dataclass(frozen=True, slots=True)
class Job:
    """A task without argument, and its rhythm: every so often, or daily from a time of day on (in France)."""

    name: str
    task: Task
    every: timedelta | None = None
    daily: time | None = None

    def period(self, now: datetime) -> str:
        """The name of the period that ``now`` falls in: the same on every node, never used again.

        A daily job belongs to the day before until its time has come; of the periods missed, only the last is made up.
        """
        if self.daily is not None:
            local = timezone.localtime(now)
            day = local.date() if local.time() >= self.daily else local.date() - timedelta(days=1)
            return day.isoformat()
        length = (self.every or LONGEST).total_seconds()
        return datetime.fromtimestamp(now.timestamp() // length * length, UTC).isoformat()


jobs: dict[str, Job] = {}


def register_job(name: str, task: Task, *, every: timedelta | None = None, daily: time | None = None) -> None:
    """Have ``task`` enqueued once per period, on any number of nodes: ``every`` 10 minutes, or ``daily`` at 3 h 40.

    Raises ValueError when the name is taken or the rhythm is not one of the two.
    """
    if name in jobs:
        raise ValueError(f"A job is already called « {name} ».")
    if (every is None) == (daily is None):
        raise ValueError("A job comes back every so often, or daily at a time: one of the two.")
    if every is not None and not timedelta(0) < every <= LONGEST:
        raise ValueError(f"A job comes back within {LONGEST.days} days.")
    jobs[name] = Job(name, task, every, daily)
