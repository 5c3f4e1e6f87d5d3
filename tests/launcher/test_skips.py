"""A skipped test is told to a person, and refused by the continuous integration."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = """
import pytest

def test_far() -> None:
    pytest.skip("trop loin")

def test_near() -> None:
    pass
"""


@pytest.mark.parametrize(("ci", "code"), [("false", 0), ("true", 1)])
def test_a_skip_is_said_and_refused_under_ci(tmp_path: Path, ci: str, code: int) -> None:
    (tmp_path / "test_here.py").write_text(SKIPPED, "utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "tests.house", "-n0", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment | {"CI": ci}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "test_far (trop loin)" in done.stdout
    assert ("REFUSÉ" in done.stdout) == (ci == "true")
    assert "1 passed, 1 skipped" in done.stdout.splitlines()[-1]
