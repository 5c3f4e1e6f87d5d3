"""The lines of a run as one table, and as JSON with what is needed to run it again."""

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.bases import ROOT
from benchmarks.field import Line

VERDICTS = {True: "atteint", False: "non atteint", None: ""}
HEADS = ("Mesure", "Base", "Résultat", "Détail", "But", "")


def as_table(lines: Sequence[Line]) -> str:
    """The lines in columns, as Markdown."""
    rows = [HEADS, *(cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    drawn = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    rule = " | ".join("-" * width for width in widths)
    return "\n".join(f"| {row} |" for row in [drawn[0], rule, *drawn[1:]])


def cells(line: Line) -> tuple[str, ...]:
    return (line.measure, line.base, line.figure, line.compared, line.goal, VERDICTS[line.reached])


def as_json(lines: Sequence[Line], conditions: dict[str, Any]) -> str:
    """The lines with their exact figures, under what ``circumstances`` says."""
    return json.dumps(conditions | {"lines": [line.as_dict() for line in lines]}, indent=2, ensure_ascii=False)


def circumstances(command: Sequence[str]) -> dict[str, Any]:
    """Machine, commit, date, command."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "command": " ".join(command),
        "machine": {
            "processor": processor(),
            "processors": len(os.sched_getaffinity(0)),
            "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
            "system": platform.platform(),
            "python": platform.python_version(),
        },
    }


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def commit() -> str:
    """The commit of this tree, with « modifié » when the sources are not as committed."""
    done = [
        subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
        for words in (["rev-parse", "--short", "HEAD"], ["status", "--porcelain", "src", "benchmarks"])
    ]
    return done[0] + (" (modifié)" if done[1] else "")
