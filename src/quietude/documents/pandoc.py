"""The tree that pandoc reads, made of the blocks: texts are texts there, whatever they look like."""

from collections.abc import Iterable, Sequence
from typing import Any

VERSION = [1, 23, 1]
"""Of pandoc's tree, not of pandoc: an older reader would refuse, a newer one understands."""

Node = dict[str, Any]
PADDING = 2
"""Letters that the margins of a cell take."""
NOTHING: list[Any] = ["", [], []]


def tree(blocks: Iterable[Node], **meta: str) -> Node:
    """A whole document; ``meta`` are its title, author and language."""
    words = {name: {"t": "MetaInlines", "c": inlines(text)} for name, text in meta.items() if text}
    return {"pandoc-api-version": VERSION, "meta": words, "blocks": list(blocks)}


def inlines(text: str) -> list[Node]:
    """``text`` as one run of words; its line ends are kept."""
    nodes: list[Node] = []
    for line in text.split("\n"):
        nodes += [{"t": "LineBreak"}, {"t": "Str", "c": line}]
    return nodes[1:]


def strong(text: str) -> list[Node]:
    return [{"t": "Strong", "c": inlines(text)}]


def styled(style: str, *paragraphs: list[Node]) -> Node:
    """Paragraphs in a style of the reference document, by its name."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], [paragraph(words) for words in paragraphs]]}


def paragraph(words: list[Node]) -> Node:
    return {"t": "Para", "c": words}


def picture(address: str, text: str, *, height: str) -> Node:
    """A picture with the words that stand for it."""
    return {"t": "Image", "c": [["", [], [["height", height]]], inlines(text), [address, ""]]}


def heading(level: int, text: str) -> Node:
    return {"t": "Header", "c": [level, NOTHING, inlines(text)]}


def bullets(items: Sequence[str]) -> Node:
    return {"t": "BulletList", "c": [[{"t": "Plain", "c": inlines(item)}] for item in items]}


def table(block: dict[str, Any], widths: Sequence[float]) -> Node:
    """A table with its head; ``widths`` are shares of the line, one a column."""
    aligned = [{"t": "AlignRight" if n in block["numeric"] else "AlignLeft"} for n in range(len(widths))]
    columns = [[align, {"t": "ColWidth", "c": width}] for align, width in zip(aligned, widths, strict=True)]
    last = len(block["rows"]) - 1 if block["total"] else -1
    rows = [_row(row, bold=n == last) for n, row in enumerate(block["rows"])]
    head = [NOTHING, [_row(block["head"], bold=False)] if any(block["head"]) else []]
    body = [[NOTHING, 0, [], rows]]
    return {"t": "Table", "c": [NOTHING, [None, []], columns, head, body, [NOTHING, []]]}


def _row(cells: Sequence[str], *, bold: bool) -> list[Any]:
    shown = (strong(cell) if bold else inlines(cell) for cell in cells)
    return [NOTHING, [[NOTHING, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": words}]] for words in shown]]


def shares(head: Sequence[str], rows: Sequence[Sequence[str]], letters: float) -> list[float]:
    """How much of a line of ``letters`` each column takes: short columns what they ask, long ones share the rest."""
    asked = [PADDING + max(len(str(row[n])) for row in (head, *rows)) for n in range(len(head))]
    granted, left = dict.fromkeys(range(len(head)), 0.0), float(letters)
    for rank, column in enumerate(sorted(granted, key=asked.__getitem__)):
        granted[column] = min(asked[column], left / (len(head) - rank))
        left -= granted[column]
    return [granted[n] / sum(granted.values()) for n in range(len(head))]


def raw(target: str, code: str) -> Node:
    """Our own code in the language of ``target``; never anything that a user wrote."""
    return {"t": "RawBlock", "c": [target, code]}
