"""Speed and scale: ``python -m benchmarks``, from the root of the clone. See ``benchmarks/README.md``."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from benchmarks.bases import PYTHON, filled
from benchmarks.field import Field, Line, open_field
from benchmarks.load import Refused
from benchmarks.measures import MEASURES
from benchmarks.report import as_json, as_table, cells, circumstances
from benchmarks.servers import processors

ENGINES = ("sqlite", "postgresql")


def declare() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--measures", default=",".join(MEASURES), help="lesquelles, séparées par des virgules")
    parser.add_argument("--sizes", default="200,2000,20000", help="fiches du grand conseil, une base par taille")
    parser.add_argument("--bases", default=",".join(ENGINES), help="sqlite, postgresql, ou les deux")
    parser.add_argument("--seconds", type=float, default=12, help="durée d’une mesure, environ")
    parser.add_argument("--folder", type=Path, help="dossier des données, gardé pour une autre fois (sinon effacé)")
    parser.add_argument("--json", type=Path, help="fichier où écrire aussi les résultats en JSON")
    parser.add_argument("--profile", metavar="PAGE", help="où passe le temps : list, page, search, gantt, create…")
    return parser


def main(arguments: list[str] | None = None) -> int:
    options = declare().parse_args(arguments)
    chosen = options.measures.split(",")
    if unknown := set(chosen) - set(MEASURES):
        raise SystemExit(f"Mesures inconnues : {', '.join(sorted(unknown))}. Connues : {', '.join(MEASURES)}.")
    sizes = sorted(int(size) for size in options.sizes.split(","))
    engines = options.bases.split(",")
    conditions = circumstances(sys.argv)
    if len(processors()[1] - processors()[0]):
        os.sched_setaffinity(0, processors()[1])
    with data_folder(options.folder) as folder:
        if options.profile:
            return profile(folder, engines[0], sizes[-1], options.profile)
        lines = [line for engine in engines for line in measure(folder, engine, sizes, chosen, options.seconds)]
    print(json.dumps(conditions, ensure_ascii=False))
    print(as_table(lines))
    if options.json:
        options.json.write_text(as_json(lines, conditions) + "\n", "utf-8")
    return 0


def measure(folder: Path, engine: str, sizes: list[int], chosen: list[str], seconds: float) -> Iterator[Line]:
    """The lines of one engine, each also written on standard error as soon as it is known."""
    with filled(folder, engine, sizes) as bases, open_field(engine, bases, seconds) as field:
        for name in chosen:
            for line in taken(name, field):
                told = " · ".join(filter(None, cells(line)))
                print(f"{told} [{field.largest.server.memory:.0f} Mo]", file=sys.stderr, flush=True)
                yield line


def taken(name: str, field: Field) -> Iterator[Line]:
    """The lines of one measure; a page that answers wrongly gives a line that says so, and the run goes on."""
    try:
        yield from MEASURES[name](field)
    except Refused as refusal:
        yield Line(name, field.engine, "mesure interrompue", str(refusal)[:120], reached=False)


def profile(folder: Path, engine: str, size: int, page: str) -> int:
    """Where the time of one page goes, printed by the process that answers it."""
    with filled(folder, engine, [size]) as [base]:
        visit = folder / "visit.json"
        visit.write_text(json.dumps(base.visit), "utf-8")
        command = [*PYTHON, "benchmarks.inside", page, str(visit)]
        return subprocess.run(command, env=base.environment, check=False).returncode


@contextmanager
def data_folder(kept: Path | None) -> Iterator[Path]:
    """The folder asked for, else one that is erased at the end."""
    if kept:
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
    with nullcontext(str(kept.resolve())) if kept else tempfile.TemporaryDirectory(prefix="quietude-bench-") as folder:
        yield Path(folder)


if __name__ == "__main__":
    sys.exit(main())
