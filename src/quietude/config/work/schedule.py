"""The scheduler: enqueues each job once per period, on any number of nodes."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from quietude.config.models import JobRun
from quietude.kit.jobs import Job, jobs


def enqueue_due(now: datetime) -> list[str]:
    """Enqueue the jobs whose present period nobody has taken yet; return their names."""
    return [job.name for job in jobs.values() if enqueue_once(job, job.period(now))]


def enqueue_once(job: Job, period: str) -> bool:
    """Take ``period`` and enqueue the job, in one transaction; False when the period is taken.

    The base decides between two schedulers. A job whose last run still waits is not queued behind itself: where no
    worker lived for a week, the first one that comes back finds it once.
    """
    if JobRun.objects.filter(job=job.name, period=period).exists():
        return False
    with transaction.atomic():
        try:
            with transaction.atomic():
                JobRun.objects.create(job=job.name, period=period)
        except IntegrityError:
            return False
        if waits(job):
            return False
        job.task.enqueue()
    return True


def waits(job: Job) -> bool:
    """Whether an earlier run of the job is still in the queue."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=job.task.module_path).exists()
