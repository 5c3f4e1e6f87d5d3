"""A PostgreSQL cluster for the time of a test: its own folder, its own socket, no port, never run as root."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

OPTIONS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL installed by Debian or Ubuntu, if there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def throw_away_cluster(bin_folder: Path, options: str = OPTIONS) -> Iterator[str]:
    """Start an empty cluster, yield its database URL, then stop and erase it."""
    folder = Path(tempfile.mkdtemp(prefix="quietude-postgres-"))
    user = unprivileged_user()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    control = [bin_folder / "pg_ctl", "--pgdata", data, "--silent", "--wait"]
    try:
        run([bin_folder / "initdb", "--pgdata", data, "--username", "quietude", "--auth", "trust", "-E", "UTF8"], user)
        run([*control, "--log", folder / "log", "--options", f"{options} -k {folder}", "start"], user)
        try:
            run([bin_folder / "createdb", "--host", folder, "--username", "quietude", "quietude"], user)
            yield f"postgres://quietude@{quote(str(folder), safe='')}/quietude"
        finally:
            run([*control, "--mode", "immediate", "stop"], user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged_user() -> str | None:
    """PostgreSQL refuses root: its own user when Debian made one, else nobody. None when this process is not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def run(command: list[str | Path], user: str | None) -> None:
    done = subprocess.run(
        [str(word) for word in command],
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
