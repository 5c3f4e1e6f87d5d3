"""A first start on a fresh machine, and the next ones."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.launcher.clone import DEAD, REAL_PYTHON, Machine, assert_refused


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_commands_are_listed_before_anything_is_installed(machine: Machine) -> None:
    done = machine.start()
    assert done.returncode == 0
    assert "demo" in done.stdout
    assert "Pour essayer" in done.stdout
    assert not (machine.clone / ".venv").exists()


def test_first_start_installs_and_the_next_ones_need_nothing(machine: Machine) -> None:
    machine.with_python().with_uv()
    first = machine.start("demo", "--port", "8001")
    assert first.stdout == f"ready demo --port 8001 in {machine.folder}\n"
    assert "Installation" in first.stderr
    for name in ("python3", "uv"):
        (machine.bin / name).unlink()
    second = machine.start("demo")
    assert (second.returncode, second.stdout, second.stderr) == (0, f"ready demo in {machine.folder}\n", "")


def test_tests_get_their_own_lock_and_leave_the_product_ready(machine: Machine) -> None:
    machine.with_python().with_uv()
    assert machine.start("test").returncode == 0
    assert (machine.clone / ".venv/requirements-dev.lock").read_text() == "# more\n"
    assert machine.start("demo").stderr == ""


def test_changed_lock_is_installed_in_place(machine: Machine) -> None:
    machine.with_python().with_uv()
    machine.start("demo")
    mark = machine.clone / ".venv/mark"
    mark.touch()
    machine.write("requirements.lock", "# changed\n")
    assert "Installation" in machine.start("demo").stderr
    assert mark.exists()


def test_two_first_starts_at_once_both_succeed(machine: Machine) -> None:
    machine.with_python().with_uv()
    command = [str(machine.clone / "quietude"), "demo"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    both = [subprocess.Popen(command, env=machine.environment, **pipes) for _ in "ab"]
    assert [b"ready demo" in process.communicate(timeout=60)[0] for process in both] == [True, True]


@pytest.mark.parametrize("damage", ["dead python", "no library", "not a folder", "interrupted"])
def test_broken_environment_is_made_anew(machine: Machine, damage: str) -> None:
    machine.with_python().with_uv()
    machine.start("demo")
    venv = machine.clone / ".venv"
    if damage == "dead python":
        (venv / "bin/python").unlink()
        (venv / "bin/python").write_text("garbage")
    elif damage == "no library":
        shutil.rmtree(venv / "lib")
    elif damage == "not a folder":
        shutil.rmtree(venv)
        venv.touch()
    else:
        (venv / "requirements.lock").unlink()
        (venv / "left-behind").touch()
    done = machine.start("demo")
    assert done.stdout == f"ready demo in {machine.folder}\n"
    assert not (venv / "left-behind").exists()


def test_failing_pyenv_shims_are_passed_over(machine: Machine) -> None:
    root = machine.folder / "pyenv"
    for name in ("python3", "python3.14", "python3.13", "python3.12", "uv"):
        machine.program(root / "shims" / name, DEAD)
    machine.program(root / "versions/3.13.0/bin/python3", f'#!/bin/sh\nexec {REAL_PYTHON} "$@"\n')
    machine.with_uv().path(root / "shims")
    # The only python3 that answers outside pyenv is too old to run Quiétude, but not to install it.
    machine.with_python(before='case "$*" in *"import sqlite3"*) exit 0;; esac')
    assert machine.start("demo").stdout == f"ready demo in {machine.folder}\n"
    assert f"--python {REAL_PYTHON}" in (machine.clone / ".tools/journal.txt").read_text()


def test_without_a_home_downloads_are_kept_in_the_project(machine: Machine) -> None:
    machine.with_python().with_uv()
    done = machine.start("demo", HOME=str(machine.folder / "absent"))
    assert done.returncode == 0
    assert (machine.clone / ".tools/cache").is_dir()
    assert not (machine.folder / "absent").exists()


def test_no_python_at_all(machine: Machine) -> None:
    assert_refused(machine.start("demo"), "Python est introuvable", "apt install python3")


def test_pyenv_shims_without_any_version_behind(machine: Machine) -> None:
    machine.program("python3", DEAD)
    assert_refused(machine.start("demo"), "Python est introuvable")


def test_file_in_the_place_of_the_tools(machine: Machine) -> None:
    machine.with_python().with_uv()
    (machine.clone / ".tools").touch()
    assert_refused(machine.start("demo"), str(machine.clone / ".tools"), "déplacez-le")


@pytest.mark.skipif(os.geteuid() != 0, reason="il faut être root pour devenir un autre utilisateur")
def test_folder_of_someone_else() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        machine = Machine(Path(folder))
        machine.program("python3", '#!/bin/sh\nexec /usr/bin/python3 "$@"\n')  # the one that everybody may run
        assert_refused(machine.start("demo", user="nobody"), str(machine.clone), "accessible en écriture")
