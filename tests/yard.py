"""The background in the tests: a worker in this process, or other processes at work on the same base."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connections
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoDbBlocker

from quietude.config.models import JobRun, Pulse
from quietude.config.work.worker import PatientWorker
from quietude.outbox.models import OutgoingMail

PATIENCE = 60.0  # seconds, at most, for what happens in another process: a busy machine is slow, not wrong


def work_until_empty() -> None:
    """Do, here and now, the tasks whose time has come, without leaving the transaction of the test."""
    with patch("django_tasks_db.management.commands.db_worker.close_old_connections"):
        PatientWorker("W", until_empty=True).run()


@dataclass
class Yard:
    """Other processes on the base of this test: their environment, and those that were started."""

    folder: Path
    environment: dict[str, str]
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start ``python words…`` on the base."""
        process = subprocess.Popen(
            [sys.executable, "-P", *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.started.append(process)
        return process

    def command(self, *words: str) -> subprocess.Popen[str]:
        """Start one of Django's commands on the base."""
        return self.start("-m", "quietude", "manage", *words)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for ``holds()``; fail with what the processes said otherwise."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline:
                pytest.fail(f"{what}: not within {PATIENCE:.0f} s. {self.ended()}")
            time.sleep(0.05)

    def ended(self) -> list[str]:
        for process in self.started:
            process.kill()
        return [process.communicate()[0] for process in self.started]


@pytest.fixture
def yard(tmp_path: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Yard]:
    """A base that other processes can open: a copy in a file on SQLite, the base of the tests on PostgreSQL."""
    environment = os.environ | {"QUIETUDE_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "quietude.config.settings"}
    with django_db_blocker.unblock():
        usual = connections["default"]
        if usual.vendor == "sqlite":
            connections["default"] = copy_in_a_file(usual, tmp_path / "quietude.sqlite3")
        else:
            server = os.environ["QUIETUDE_DATABASE_URL"].rpartition("/")[0]
            environment["QUIETUDE_DATABASE_URL"] = f"{server}/{usual.settings_dict['NAME']}"
        yard = Yard(tmp_path, environment)
        try:
            yield yard
        finally:
            yard.ended()
            for model in (DBTaskResult, JobRun, Pulse, OutgoingMail):
                model.objects.all().delete()
            connections["default"].close()
            connections["default"] = usual


def copy_in_a_file(base, file: Path):
    """The schema of the tests' base, which lives in memory, on the disk."""
    base.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        base.connection.backup(copy)
    return type(base)({**base.settings_dict, "NAME": str(file)}, "default")
