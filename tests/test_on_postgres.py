"""What is marked `on_postgres` passes on PostgreSQL too: the same tests, run again on a throw-away cluster."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres import binaries, throw_away_cluster

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.postgres
def test_the_sample_passes_on_postgres() -> None:
    bin_folder = binaries()
    if bin_folder is None:
        pytest.skip("PostgreSQL n’est pas installé (apt install postgresql)")
    with throw_away_cluster(bin_folder) as url:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n0", "-m", "on_postgres"],
            env=environment | {"QUIETUDE_DATABASE_URL": url},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-4000:]
    assert re.search(r"[1-9]\d* passed", done.stdout)


@pytest.mark.on_postgres
@pytest.mark.django_db
def test_the_base_is_the_one_that_was_asked_for() -> None:
    from django.db import connection

    asked = os.environ.get("QUIETUDE_DATABASE_URL", "sqlite:")
    assert connection.vendor == ("postgresql" if asked.startswith("postgres") else "sqlite")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
