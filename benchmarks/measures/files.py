"""Files out and in: how long, how much memory, and beside what the library alone would take."""

import csv as csv_format
import io
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bases import ROOT
from benchmarks.field import Field, Line, Site
from benchmarks.load import get
from benchmarks.measures import acts
from benchmarks.servers import processors
from benchmarks.words import absent, megabytes, milliseconds, times

ROUNDS = 3
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv(field: Field) -> Iterator[Line]:
    """The whole table as CSV: time, memory taken by the process that answers, first byte before the last."""
    site = field.largest
    with site.pool(1) as [alone]:
        before = site.server.memory
        site.server.forget_peak()
        elapsed = alone.ask(reading(site, "csv"))
        grown = max(0.0, site.server.peak - before)
        first, streamed = alone.first_byte - alone.began, not alone.length
        rows = sum(1 for _ in csv_format.reader(io.StringIO(alone.body.decode("utf-8-sig")), delimiter=";")) - 1
    yield Line(
        f"CSV de {rows} fiches",
        site.label,
        milliseconds(elapsed),
        f"premier octet à {milliseconds(first)}, {'en flux' if streamed else 'd’un bloc'}",
        "moins de 3 s, en flux",
        elapsed < 3 and streamed,
        {"seconds": elapsed, "first_byte": first, "streamed": streamed, "rows": rows},
    )
    yield Line(
        "Mémoire prise par le CSV",
        site.label,
        megabytes(grown),
        f"de {megabytes(before)} à {megabytes(before + grown)} au plus haut",
        "moins de 20 Mo",
        grown < 20,
        {"megabytes": grown},
    )


def xlsx(field: Field) -> Iterator[Line]:
    """The whole table as XLSX, beside xlsxwriter alone with the same cells, in turn."""
    site = field.largest
    product, raw = [], []
    with site.pool(1) as [alone], tempfile.TemporaryDirectory(prefix="quietude-bench-") as folder:
        file = Path(folder) / "sheets.xlsx"
        for _ in range(ROUNDS):
            product.append(alone.ask(reading(site, "xlsx")))
            file.write_bytes(alone.body)
            raw.append(library_alone("write", file))
    yield compared_with_library("XLSX de toutes les fiches", site, product, raw, "xlsxwriter seul", 1.2)


def xlsx_in(field: Field) -> Iterator[Line]:
    """The table to complete, sent back: read, verified and shown row by row; beside calamine alone on the same file."""
    site, label = field.largest, "XLSX relu et vérifié"
    if not site.addresses("import"):
        yield absent(label, site.label)
        return
    product, raw = [], []
    with site.pool(1) as [alone], tempfile.TemporaryDirectory(prefix="quietude-bench-") as folder:
        file = Path(folder) / "table.xlsx"
        alone.ask(reading(site, "table"))
        file.write_bytes(alone.body)
        [address] = site.addresses("import")
        for _ in range(ROUNDS):
            sending = alone.ask(
                acts.attached(site.base.visit, address, "document", file.name, SPREADSHEET, file.read_bytes()), 302
            )
            showing = alone.ask(get(alone.header("location"), site.base.visit["readers"][0]))
            product.append(sending + showing)
            raw.append(library_alone("read", file))
    yield compared_with_library(label, site, product, raw, "calamine seul", 3)


def pdf(field: Field) -> Iterator[Line]:
    """The strategy of 400 sheets as PDF."""
    site = field.largest
    with site.pool(1) as [alone]:
        before = site.server.memory
        site.server.forget_peak()
        elapsed = alone.ask(reading(site, "pdf", "medium_readers"))
        grown, size = max(0.0, site.server.peak - before), len(alone.body)
    yield Line(
        "PDF de 400 fiches",
        site.label,
        milliseconds(elapsed),
        f"{size / 1e6:.1f} Mo, mémoire prise par le processus web : {megabytes(grown)}".replace(".", ","),
        "moins de 10 s",
        elapsed < 10,
        {"seconds": elapsed, "bytes": size, "megabytes": grown},
    )


def reading(site: Site, name: str, readers: str = "readers") -> bytes:
    """The request of the coordinator for the page called ``name``."""
    return get(site.addresses(name)[0], site.base.visit[readers][0])


def compared_with_library(
    label: str, site: Site, product: list[float], raw: list[float], library: str, goal: float
) -> Line:
    ours, theirs = statistics.median(product), statistics.median(raw)
    ratio = statistics.median(a / b for a, b in zip(product, raw, strict=True))
    return Line(
        label,
        site.label,
        f"{times(ratio)} {library}",
        f"{milliseconds(ours)} contre {milliseconds(theirs)}",
        f"au plus {times(goal)}",
        ratio <= goal,
        {"page": ours, "library": theirs, "ratio": ratio},
    )


def library_alone(act: str, file: Path) -> float:
    """Seconds that the library alone takes to ``act`` ("read", "write") on this file, on the server's processor."""
    [processor, *_] = processors()[0]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.libraries", act, str(file), str(processor)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return float(json.loads(done.stdout))
