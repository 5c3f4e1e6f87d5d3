"""The benchmarks are run by hand; here, that their command still opens."""

import subprocess
import sys
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.PACKAGE).parents[1]


def test_the_command_says_what_it_measures_and_refuses_what_it_does_not_know():
    told = run("--help")
    assert told.returncode == 0
    assert "--profile" in told.stdout
    refused = run("--measures", "vitesse")
    assert refused.returncode
    assert "Mesures inconnues" in refused.stderr
    assert "list-growth" in refused.stderr


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
