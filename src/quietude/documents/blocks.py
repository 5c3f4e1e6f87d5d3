"""What a document is made of, before it has a format: one neutral description, written to every format.

A text is data: no format takes it for its own code. Characters that no file may hold are left out here, once.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

FORBIDDEN = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 or a PDF cannot hold: control characters, half pairs, byte order marks, the codes that are none."""
WORD_BULLET = "\uf0b7"
"""What a list of Word leaves in a pasted text: a code of its own symbol font."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the document; ``level`` 1 is the highest, ``number`` stands before it."""

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words; ``label`` opens them in bold: « Constat. ». A line break of the text stays one."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to do: whether it is done, what, and when (in words)."""

    done: bool
    what: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Checks:
    """A list of things to do, each with its box."""

    items: Sequence[Check]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts in boxes: (name, value)."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; ``numeric`` are the columns set to the right, ``total`` puts the last row in bold."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    numeric: frozenset[int] = frozenset()
    total: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | Bullets | Checks | Facts | Grid | PageBreak


def clean(text: object) -> str:
    """``text`` without what no file may hold; every kind of line end becomes one."""
    lines = str(text).replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("", lines.replace(WORD_BULLET, "•"))


def settled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that have something to say; no heading skips a level, which a reader of screens would miss."""
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            above = [*(level for level in above if level < block.level), block.level]
            yield replace(block, level=len(above))
        elif isinstance(block, PageBreak) or any(asdict(block).values()):
            yield block


def as_data(block: Block) -> dict[str, Any]:
    """``block`` as JSON data with clean texts; ``kind`` is the name of its class in lower case."""
    return {"kind": type(block).__name__.lower(), **_plain(asdict(block))}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value if isinstance(value, (bool, int)) else clean(value)
