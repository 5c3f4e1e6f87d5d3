"""Jobs are enqueued when they are due: once per period, whatever the number of schedulers."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from quietude.config.models import JobRun, Pulse
from quietude.config.work import schedule
from quietude.config.work.tests import errands
from quietude.config.work.upkeep import prune_work, renew_statistics
from quietude.kit import jobs as registry
from quietude.kit.jobs import Job, register_job
from tests.yard import PATIENCE, Yard

PARIS = ZoneInfo("Europe/Paris")

COMPETITOR = """
import sys, django
django.setup()
from datetime import timedelta
from quietude.config.work import schedule
from quietude.config.work.tests.errands import stumble
from quietude.kit.jobs import Job
schedule.waits = lambda job: False
job = Job("competed for", stumble, every=timedelta(hours=1))
print(sum(schedule.enqueue_once(job, f"{number:03}") for number in range(20)))
"""


@pytest.fixture
def only_jobs(monkeypatch: pytest.MonkeyPatch) -> dict[str, Job]:
    monkeypatch.setattr(registry, "jobs", {})
    monkeypatch.setattr(schedule, "jobs", registry.jobs)
    return registry.jobs


def test_a_daily_job_belongs_to_the_day_before_until_its_time_has_come() -> None:
    job = Job("night", errands.stumble, daily=time(3, 40))
    assert job.period(datetime(2026, 11, 22, 3, 39, tzinfo=PARIS)) == "2026-11-21"
    assert job.period(datetime(2026, 11, 22, 2, 40, tzinfo=UTC)) == "2026-11-22"
    assert job.period(datetime(2026, 11, 23, 3, 39, tzinfo=PARIS)) == "2026-11-22"


def test_the_night_that_has_two_o_clock_twice_has_one_period() -> None:
    job = Job("night", errands.stumble, daily=time(2, 30))
    first, second = (datetime(2026, 10, 25, 2, 45, tzinfo=PARIS, fold=fold) for fold in (0, 1))
    assert first.astimezone(UTC) != second.astimezone(UTC)
    assert job.period(first) == job.period(second) == "2026-10-25"


def test_a_frequent_job_has_a_period_that_all_nodes_name_alike() -> None:
    job = Job("often", errands.stumble, every=timedelta(minutes=10))
    at = datetime(2026, 11, 22, 4, 37, 12, tzinfo=UTC)
    assert job.period(at) == job.period(at.astimezone(PARIS)) == "2026-11-22T04:30:00+00:00"
    assert job.period(at + timedelta(minutes=3)) == "2026-11-22T04:40:00+00:00"


@pytest.mark.parametrize("rhythm", [{}, {"every": timedelta(hours=1), "daily": time(1)}, {"every": timedelta(days=60)}])
def test_a_job_has_one_rhythm_within_a_month(only_jobs: dict[str, Job], rhythm: dict) -> None:
    with pytest.raises(ValueError, match="A job comes back"):
        register_job("odd", errands.stumble, **rhythm)


def test_two_jobs_have_two_names(only_jobs: dict[str, Job]) -> None:
    register_job("often", errands.stumble, every=timedelta(hours=1))
    with pytest.raises(ValueError, match="already"):
        register_job("often", errands.note, every=timedelta(hours=1))


@pytest.mark.django_db
def test_a_due_job_is_enqueued_once_per_period_and_never_behind_itself(only_jobs: dict[str, Job]) -> None:
    register_job("often", errands.stumble, every=timedelta(hours=1))
    now = datetime(2026, 11, 22, 4, 37, tzinfo=UTC)
    assert schedule.enqueue_due(now) == ["often"]
    assert schedule.enqueue_due(now + timedelta(minutes=5)) == []
    assert schedule.enqueue_due(now + timedelta(hours=1)) == []
    assert DBTaskResult.objects.count() == 1
    DBTaskResult.objects.update(status="SUCCESSFUL")
    assert schedule.enqueue_due(now + timedelta(hours=2)) == ["often"]
    assert DBTaskResult.objects.count() == 2


@pytest.mark.on_postgres
def test_two_schedulers_enqueue_a_job_once_per_period(yard: Yard) -> None:
    competitors = [yard.start("-c", COMPETITOR) for _ in range(2)]
    scheduler = yard.command("schedule", "--once")
    answers = [competitor.communicate(timeout=PATIENCE)[0] for competitor in competitors]
    assert sum(map(int, answers)) == 20
    assert scheduler.wait(PATIENCE) == 0
    paths = list(DBTaskResult.objects.values_list("task_path", flat=True))
    assert paths.count(errands.stumble.module_path) == JobRun.objects.filter(job="competed for").count() == 20
    for job in registry.jobs.values():
        assert paths.count(job.task.module_path) == 1, job.name


@pytest.mark.django_db
def test_what_ended_long_ago_is_forgotten() -> None:
    now = timezone.now()
    for status, days in [("SUCCESSFUL", 6), ("SUCCESSFUL", 8), ("FAILED", 8), ("FAILED", 31), ("READY", 40)]:
        errands.stumble.enqueue()
        DBTaskResult.objects.filter(finished_at=None, status="READY", run_after__gt=now).update(
            status=status, finished_at=now - timedelta(days=days), run_after=now
        )
    for days in (80, 100):
        run = JobRun.objects.create(job="often", period=str(days))
        JobRun.objects.filter(pk=run.pk).update(enqueued_at=now - timedelta(days=days))
    Pulse.objects.create(kind="worker", name="silent", beat_at=now - timedelta(days=2))
    for key, hours in (("old", -1), ("current", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=now + timedelta(hours=hours))
    assert prune_work.call() == {"tasks": 2, "runs": 1, "pulses": 1}
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL", "FAILED", "READY"}
    assert JobRun.objects.get().period == "80"
    assert Session.objects.get().session_key == "current"


@pytest.mark.django_db
def test_the_base_is_told_how_full_its_tables_are() -> None:
    renew_statistics.call()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_stat1")
            assert cursor.fetchone()[0] > 0
