"""The bases under measure: one per engine and size, made from one prepared base, filled by a process of its own."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PYTHON = [sys.executable, "-P", "-m"]
DURABLE = "-c listen_addresses=''"
"""What PostgreSQL is started with: its own defaults, a commit reaches the disk."""


@dataclass(frozen=True)
class Base:
    """One filled base, and what a visitor must know of it."""

    engine: str
    sheets: int
    environment: dict[str, str]
    visit: dict[str, Any]

    @property
    def label(self) -> str:
        return f"{self.engine}, {self.sheets} fiches"


@contextmanager
def filled(folder: Path, engine: str, sizes: list[int]) -> Iterator[list[Base]]:
    """A base of each size on ``engine``, written in ``folder``; a base that is already there is used again."""
    start_afresh_if_stale(folder)
    maker = {"sqlite": on_sqlite, "postgresql": on_postgresql}[engine]
    with ExitStack() as stack:
        addresses = stack.enter_context(maker(folder, sizes))
        yield [fill(folder, engine, size, address) for size, address in addresses.items()]


def start_afresh_if_stale(folder: Path) -> None:
    """Erase the bases of another day when the tables of the product, or what fills them, have changed since."""
    sources = sorted([*ROOT.glob("src/quietude/*/migrations/*.py"), *ROOT.glob("benchmarks/ground/*.py")])
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    stamp = folder / "bases.txt"
    if not stamp.exists() or stamp.read_text("ascii") != digest:
        for file in folder.glob("*.sqlite3*"):
            file.unlink()
        stamp.write_text(digest, "ascii")


@contextmanager
def on_sqlite(folder: Path, sizes: list[int]) -> Iterator[dict[int, str]]:
    """Copies of one prepared file."""
    prepared = folder / "prepared.sqlite3"
    prepare(folder, f"sqlite:///{prepared}")
    files = {size: folder / f"{size}.sqlite3" for size in sizes}
    for file in files.values():
        if not file.exists():
            shutil.copy(prepared, file)
    yield {size: f"sqlite:///{file}" for size, file in files.items()}


@contextmanager
def on_postgresql(folder: Path, sizes: list[int]) -> Iterator[dict[int, str]]:
    """Databases of a cluster that lives as long as the block, run by a user without privilege."""
    import psycopg

    from tests.postgres import binaries, throw_away_cluster

    found = binaries()
    if found is None:
        raise SystemExit("PostgreSQL n’est pas installé sur cette machine : mesurez avec --bases sqlite.")
    with throw_away_cluster(found, DURABLE) as address:
        prepare(folder, address)
        cluster = address.removesuffix("/quietude")
        with psycopg.connect(f"{cluster}/postgres", autocommit=True) as connection:
            for size in sizes:
                connection.execute(f"CREATE DATABASE of_{int(size)} TEMPLATE quietude")
        yield {size: f"{cluster}/of_{size}" for size in sizes}


def environment(folder: Path, address: str) -> dict[str, str]:
    """What the product's processes are told: this folder, this base, this tree of sources."""
    return os.environ | {
        "QUIETUDE_DATA": str(folder),
        "QUIETUDE_DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "quietude.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }


def prepare(folder: Path, address: str) -> None:
    """The product's own preparation: tables, reference data, static files."""
    subprocess.run(
        [*PYTHON, "django", "prepare"], env=environment(folder, address), stdout=subprocess.DEVNULL, check=True
    )


def fill(folder: Path, engine: str, size: int, address: str) -> Base:
    """Write the councils unless they are there, open the sessions, and read the addresses to visit."""
    told = environment(folder, address)
    print(f"{engine} : {size} fiches…", file=sys.stderr, flush=True)
    done = subprocess.run(
        [*PYTHON, "benchmarks.ground", str(size)], env=told, stdout=subprocess.PIPE, check=True, text=True
    )
    return Base(engine, size, told, json.loads(done.stdout))
