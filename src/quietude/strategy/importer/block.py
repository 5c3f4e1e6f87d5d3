"""A block: one title, one item, one paragraph or one table row, as its author thought it."""

from dataclasses import dataclass, field

from .labels import Label
from .lines import Line


@dataclass(slots=True)
class Block:
    """``text`` is without bullet but with its label; ``lines`` are indexes in the source."""

    text: str
    lines: list[int]
    first: Line
    bullet: str = ""
    label: Label | None = None
    last: Line | None = None
    implicit: bool = False
    """An item that has no mark of its own: a line of a « ; » list, a part of a sentence that enumerates."""
    cells: tuple[str, ...] = ()
    values: dict[str, list[str]] = field(default_factory=dict)
    """Fields already read, for a row of a table of actions."""

    @property
    def title(self) -> str:
        return self.label.rest if self.label else self.text

    @property
    def is_heading(self) -> bool:
        return self.first.kind == "heading"

    @property
    def is_row(self) -> bool:
        return self.first.kind == "row"
