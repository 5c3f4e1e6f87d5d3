"""PDF documents: a Typst page design fed with what the document says."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import typst

from office.plan import Strategy, lines

Labels = Sequence[tuple[str, str]]


def write_pdf(design: Path, plan: Strategy, labels: Labels = (), **more: object) -> Callable[[Path], None]:
    """A writer: `design` reads `plan` (each action with its `rows`: label, lines) and `more` from its inputs."""
    data = asdict(plan)
    for axis, page in zip(plan.axes, data["axes"], strict=True):
        for action, sheet in zip(axis.actions, page["actions"], strict=True):
            sheet["rows"] = [[label, told] for label, key in labels if (told := lines(action, key))]
    inputs = {"plan": json.dumps(data, ensure_ascii=False), "more": json.dumps(more, ensure_ascii=False)}

    def write(path: Path) -> None:
        typst.compile(str(design), output=str(path), root=str(design.parent), sys_inputs=inputs, pdf_tags=False)

    return write
