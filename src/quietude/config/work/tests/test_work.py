"""Tasks are done: once each, again when they fail or when their worker is killed."""

import signal
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from quietude.config.work import outcomes
from quietude.config.work.pulses import living
from quietude.config.work.tests import errands
from quietude.config.work.worker import new_name
from quietude.kit.tasks import repeatable
from tests.yard import PATIENCE, Yard, work_until_empty

LEASE = "0.6"  # seconds: short, for the sake of the tests


def only_task() -> DBTaskResult:
    return DBTaskResult.objects.get()


@pytest.mark.django_db
def test_a_failing_task_comes_back_after_a_pause_that_doubles_then_has_failed() -> None:
    errands.stumble.enqueue()
    for pause in (60, 120):
        before = timezone.now()
        work_until_empty()
        row = only_task()
        assert row.status == "READY"
        assert before + timedelta(seconds=pause) <= row.run_after <= timezone.now() + timedelta(seconds=pause)
        DBTaskResult.objects.update(run_after=timezone.now())
    work_until_empty()
    row = only_task()
    assert (row.status, len(row.worker_ids), row.exception_class_path) == ("FAILED", 3, "builtins.ValueError")


@pytest.mark.django_db
def test_a_failure_is_kept_without_the_words_of_its_message(caplog: pytest.LogCaptureFixture) -> None:
    errands.stumble.enqueue()
    work_until_empty()
    assert "stumble" in only_task().traceback
    assert "stumble" in caplog.text
    for text in (only_task().traceback, caplog.text):
        assert errands.NAME not in text


@pytest.mark.django_db
def test_a_task_may_succeed_the_second_time() -> None:
    errands.succeed_the_second_time.enqueue()
    work_until_empty()
    DBTaskResult.objects.update(run_after=timezone.now())
    work_until_empty()
    row = only_task()
    assert (row.status, row.return_value, row.exception_class_path) == ("SUCCESSFUL", 2, "")


@pytest.mark.django_db
def test_the_outcome_of_a_worker_given_up_as_dead_does_not_count_once_another_holds_the_task() -> None:
    errands.succeed_the_second_time.enqueue()
    row = only_task()
    row.claim("slow")
    other = only_task()
    other.claim("quick")
    outcomes.succeed(row, "by the slow one")
    assert only_task().status == "RUNNING"
    outcomes.fail(row, ConnectionError())
    assert only_task().status == "RUNNING"
    outcomes.succeed(other, "by the quick one")
    outcomes.fail(other, ConnectionError())
    assert (only_task().status, only_task().return_value) == ("SUCCESSFUL", "by the quick one")


@pytest.mark.django_db
def test_a_task_that_this_version_no_longer_has_fails_and_stops_nobody() -> None:
    errands.stumble.enqueue()
    DBTaskResult.objects.update(task_path="quietude.config.work.tests.errands.gone", priority=10)
    errands.succeed_the_second_time.enqueue()
    work_until_empty()
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"FAILED", "READY"}


def test_a_task_that_is_tried_again_is_tried_twice_at_least() -> None:
    with pytest.raises(ValueError, match="twice"):
        repeatable(1)


def test_two_lives_of_one_service_have_two_names() -> None:
    assert new_name("tâches") != new_name("tâches")
    assert len(new_name("x" * 200)) <= 64


@pytest.mark.on_postgres
def test_killed_workers_are_replaced_and_what_may_be_done_twice_is_done(yard: Yard) -> None:
    """« Done » is acknowledged once; what nobody promised may be done twice has failed, and is not begun again."""
    lines, lines_once, hold = yard.folder / "lines", yard.folder / "lines_once", yard.folder / "hold"
    hold.touch()
    repeatable = errands.note_slowly.enqueue(str(lines))
    single = errands.note_slowly_once.enqueue(str(lines_once))
    killed = [yard.command("work") for _ in range(2)]
    yard.wait_until(lambda: lines.exists() and lines_once.exists(), "two workers begin")
    for worker in killed:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    hold.unlink()
    yard.command("work", "--lease", LEASE, "--interval", "0.1")
    yard.wait_until(lambda: not DBTaskResult.objects.filter(status__in=["READY", "RUNNING"]).exists(), "all ends")
    assert lines.read_text().split() == ["begun", "begun", "done"]
    done = DBTaskResult.objects.get(id=repeatable.id)
    assert (done.status, len(set(done.worker_ids)), done.return_value) == ("SUCCESSFUL", 2, "done")
    assert lines_once.read_text().split() == ["begun"]
    lost = DBTaskResult.objects.get(id=single.id)
    assert (lost.status, len(lost.worker_ids)) == ("FAILED", 1)
    assert lost.exception_class_path.endswith("WorkerLost")


@pytest.mark.on_postgres
def test_two_workers_do_each_task_once(yard: Yard) -> None:
    lines = yard.folder / "lines"
    for number in range(40):
        errands.note.enqueue(str(lines), str(number))
    workers = [yard.command("work", "--until-empty") for _ in range(2)]
    assert [worker.wait(PATIENCE) for worker in workers] == [0, 0]
    assert sorted(map(int, lines.read_text().split())) == list(range(40))
    assert {len(row.worker_ids) for row in DBTaskResult.objects.all()} == {1}


def test_a_worker_says_that_it_lives_and_finishes_its_task_when_asked_to_stop(yard: Yard) -> None:
    lines, hold = yard.folder / "lines", yard.folder / "hold"
    hold.touch()
    errands.note_slowly_once.enqueue(str(lines))
    assert living() == {"worker": 0, "scheduler": 0}
    worker = yard.command("work")
    yard.wait_until(lines.exists, "the worker begins")
    assert living() == {"worker": 1, "scheduler": 0}
    worker.terminate()
    hold.unlink()
    assert worker.wait(PATIENCE) == 0
    assert only_task().status == "SUCCESSFUL"
    assert living() == {"worker": 0, "scheduler": 0}
