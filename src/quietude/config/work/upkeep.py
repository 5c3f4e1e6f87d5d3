"""What the background forgets, so that its tables stay small."""

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.db.models import Q
from django.db.models.functions import Now
from django.tasks import TaskResultStatus, task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from quietude.config.models import JobRun, Pulse
from quietude.kit.tasks import repeatable

DONE_KEPT = timedelta(days=7)
FAILED_KEPT = timedelta(days=30)
RUNS_KEPT = timedelta(days=90)
"""Longer than the longest rhythm of a job: a period that was taken is never taken again."""
SILENT_KEPT = timedelta(days=1)
ROWS_LOOKED_AT = 1000
"""By index: enough to choose one, and a moment on any base."""


@repeatable(3)
@task
def prune_work() -> dict[str, int]:
    """Forget, each after its time, tasks that ended, runs of jobs, processes that fell silent, sessions."""
    now = timezone.now()
    SessionStore.clear_expired()
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - DONE_KEPT)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=now - FAILED_KEPT)
    return {
        "tasks": DBTaskResult.objects.filter(done | failed).delete()[0],
        "runs": JobRun.objects.filter(enqueued_at__lt=now - RUNS_KEPT).delete()[0],
        "pulses": Pulse.objects.filter(beat_at__lt=Now() - SILENT_KEPT).delete()[0],
    }


@repeatable(3)
@task
def renew_statistics() -> None:
    """Tell SQLite how full its tables are, so that it chooses the right index; PostgreSQL does it by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
            cursor.execute("ANALYZE")
