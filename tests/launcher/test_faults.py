"""What a start says when the machine or the network lacks something, and what it finds by itself before giving up."""

import functools
import hashlib
import io
import json
import os
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.launcher.clone import REAL_PYTHON, Machine, assert_refused

NOWHERE = "http://127.0.0.1:9"
NO_NETWORK = {
    "UV_DEFAULT_INDEX": f"{NOWHERE}/simple",
    "UV_PYTHON_INSTALL_MIRROR": NOWHERE,
    "PIP_INDEX_URL": f"{NOWHERE}/simple",
    "PIP_CONFIG_FILE": os.devnull,
}
TOO_OLD = 'case "$*" in *"import sqlite3"*) exit 0;; esac'
NO_PIP = 'case "$*" in "-m pip"*) echo "No module named pip" >&2; exit 1;; esac'
NO_VENV = 'case "$*" in "-m venv"*) echo "ensurepip is not available" >&2; exit 1;; esac'
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="il faut être root pour que le démarrage appelle apt-get")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def downloads(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder served on this machine in the place of the download sites, with its address."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    handler = functools.partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the requests out of the tests' output."""


def pip_that_brings_uv(machine: Machine) -> str:
    """Shell in which pip notes what it was asked, and puts this machine's uv where it was told to."""
    place = f"import os, sys; os.makedirs(sys.argv[1] + '/bin'); os.symlink('{machine.uv}', sys.argv[1] + '/bin/uv')"
    return f"""
case "$*" in
    "-m pip --version") echo "pip 23"; exit 0 ;;
    "-m pip install"*)
        echo "$*" > {machine.folder}/asked
        while [ "$1" != --target ]; do shift; done
        {REAL_PYTHON} -c "{place}" "$2"
        exit 0 ;;
esac
"""


def test_uv_comes_through_pip_inside_the_project_pinned_by_hash(machine: Machine) -> None:
    machine.with_python(before=pip_that_brings_uv(machine))
    assert machine.start("demo").returncode == 0
    assert (machine.clone / ".tools/uv/bin/uv").exists()
    assert "--require-hashes" in (machine.folder / "asked").read_text()
    pinned = (machine.clone / "launcher/uv.requirements.txt").read_text()
    assert pinned.startswith("uv==")
    assert "--hash=sha256:" in pinned


def test_uv_comes_through_the_venv_module_without_pip(machine: Machine) -> None:
    inner = machine.program(machine.folder / "inner", f"#!/bin/sh\n{pip_that_brings_uv(machine)}\n")
    make = f'mkdir -p "$4/bin"; ln -s {inner} "$4/bin/python"; exit 0'
    machine.with_python(before=f'{NO_PIP}\ncase "$*" in "-m venv"*) {make};; esac')
    for name in ("mkdir", "ln"):
        (machine.bin / name).symlink_to(f"/bin/{name}")
    assert machine.start("demo").returncode == 0
    assert (machine.clone / ".tools/uv/bin/uv").exists()


@as_root
def test_root_gets_the_venv_module_through_apt(machine: Machine) -> None:
    inner = machine.program(machine.folder / "inner", f"#!/bin/sh\n{pip_that_brings_uv(machine)}\n")
    calls = machine.folder / "calls"
    machine.program("apt-get", f'#!/bin/sh\necho "$@" >> {calls}\n')
    make = f'mkdir -p "$4/bin"; ln -s {inner} "$4/bin/python"; exit 0'
    has_venv = f'case "$*" in "-m venv"*) grep -q install {calls} 2>&1 || exit 1; {make};; esac'
    machine.with_python(before=f"{NO_PIP}\n{has_venv}")
    for name in ("mkdir", "ln", "grep"):
        (machine.bin / name).symlink_to(f"/bin/{name}")
    assert machine.start("demo").returncode == 0
    assert calls.read_text() == "update\ninstall -y python3-venv\n"


def test_no_way_to_install_uv(machine: Machine) -> None:
    machine.with_python(before=f"{NO_PIP}\n{NO_VENV}")
    assert_refused(machine.start("demo", **NO_NETWORK), "python3-venv", "relancez")


def test_no_network_to_fetch_uv(machine: Machine) -> None:
    nothing_answers = 'case "$*" in "-m pip --version") echo "pip 23"; exit 0;; "-m pip install"*) exit 1;; esac'
    machine.with_python(before=nothing_answers)
    assert_refused(machine.start("demo", **NO_NETWORK), "uv", "réseau")


def test_uv_that_does_not_answer_is_passed_over(machine: Machine) -> None:
    machine.program("uv", "#!/bin/sh\nexit 127\n")
    machine.with_python(before=pip_that_brings_uv(machine))
    assert machine.start("demo").returncode == 0


def test_python_is_fetched_when_none_fits(machine: Machine, downloads: tuple[Path, str]) -> None:
    folder, address = downloads
    serve_python(folder, address)
    machine.with_python(before=TOO_OLD).with_uv()
    done = machine.start("demo", UV_PYTHON_DOWNLOADS_JSON_URL=f"{address}/pythons.json")
    assert done.stdout == f"ready demo in {machine.folder}\n", done.stderr
    assert "Téléchargement de Python" in done.stderr
    assert list((machine.clone / ".tools/python").glob("*/bin/python3"))


def serve_python(folder: Path, address: str) -> None:
    """Put in the folder an archive with a Python, and the list that tells uv where it is."""
    script = f'#!/bin/sh\nexec {REAL_PYTHON} "$@"\n'.encode()
    with tarfile.open(folder / "python.tar.gz", "w:gz") as archive:
        for name in ("python3.13", "python3"):
            member = tarfile.TarInfo(f"python/bin/{name}")
            member.size, member.mode = len(script), 0o755
            archive.addfile(member, io.BytesIO(script))
    digest = hashlib.sha256((folder / "python.tar.gz").read_bytes()).hexdigest()
    machine = os.uname().machine
    entry = {
        "name": "cpython",
        "arch": {"family": machine, "variant": None},
        "os": "linux",
        "libc": "gnu",
        "major": 3,
        "minor": 13,
        "patch": 0,
        "prerelease": "",
        "url": f"{address}/python.tar.gz",
        "sha256": digest,
        "variant": None,
        "build": "20260101",
    }
    (folder / "pythons.json").write_text(json.dumps({f"cpython-3.13.0-linux-{machine}-gnu": entry}))


def test_no_python_fits_and_none_can_be_fetched(machine: Machine) -> None:
    machine.with_python(before=TOO_OLD).with_uv()
    assert_refused(machine.start("demo", **NO_NETWORK), "Aucun Python", "réseau")


def test_no_network_for_the_dependencies(machine: Machine) -> None:
    machine.with_python().with_uv()
    machine.write("requirements.lock", f"brick==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    assert_refused(machine.start("demo", **NO_NETWORK), "dépendances", "réseau")
    machine.write("requirements.lock", "")
    assert machine.start("demo").returncode == 0


def test_package_with_another_hash_is_refused(machine: Machine, downloads: tuple[Path, str]) -> None:
    folder, address = downloads
    wheel = make_wheel(folder)
    page = folder / "simple/brick/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<a href="{address}/{wheel.name}">{wheel.name}</a>')
    machine.with_python().with_uv()
    lock = "brick==1.0 \\\n    --hash=sha256:{}\n"
    machine.write("requirements.lock", lock.format("0" * 64))
    assert_refused(machine.start("demo", UV_DEFAULT_INDEX=f"{address}/simple"), "empreinte")
    machine.write("requirements.lock", lock.format(hashlib.sha256(wheel.read_bytes()).hexdigest()))
    assert machine.start("demo", UV_DEFAULT_INDEX=f"{address}/simple").returncode == 0


def make_wheel(folder: Path) -> Path:
    wheel = folder / "brick-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("brick.py", "")
        archive.writestr("brick-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: brick\nVersion: 1.0\n")
        archive.writestr("brick-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("brick-1.0.dist-info/RECORD", "")
    return wheel
