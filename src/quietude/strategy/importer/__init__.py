"""From an existing document to the draft of a strategy, each item with its source line.

The stages, one module each, pure Python without Django, deterministic and in linear time:
reading (file to lines) -> clean (noise) -> blocks (lines put together, labels) -> tables -> outline (one tree) ->
plan (where it is, what its levels are) -> sheets, build (axes, objectives, actions, fields) -> merge (each item once).
"""

from pathlib import Path
from typing import Any

from .assemble import read_strategy
from .draft import Draft
from .lines import Source
from .reading import UnreadableFile, read_source

__all__ = ["Draft", "Source", "UnreadableFile", "read_source", "read_strategy", "read_strategy_file"]


def read_strategy_file(path: Path, name: str | None = None) -> dict[str, Any]:
    """The draft read from the file, its source lines for the review screen and its format, as plain data.

    Raises UnreadableFile with a sentence in French.
    """
    source = read_source(Path(path), name)
    draft = read_strategy(source)
    lines = [{"text": line.text, "number": line.number, "page": line.page, "kind": line.kind} for line in source.lines]
    return {"draft": draft.as_json(), "lines": lines, "format": source.format}
