"""The table that came back: only what differs from what left. Runs in the bounded process of ``intake``.

It knows nothing of the base: what is saved comes to it as digests, so that twenty thousand sheets are compared there
and a hundred come out.
"""

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

from quietude.intake.tables import cell_text, read_table
from quietude.kit.text import fold

LARGEST = 50_000
WIDTH = 16
"""Letters of a digest."""


def digest(text: str) -> str:
    """A short digest of a cell: sixty-four bits, so that two texts are never taken for one."""
    return blake2b(text.encode(), digest_size=WIDTH // 2).hexdigest()


def read_changes(path: Path, name: str, beside: bytes) -> dict[str, Any]:
    """What differs in a table of sheets: ``{"heads": […], "same": 3, "rows": [[number, {head: text}], …]}``.

    ``beside`` is JSON: ``columns``, the heads that are compared; ``keys``, the heads that are always given back (the
    first one identifies a row); ``known``, by identifier, the digests of the columns, end to end. Heads are folded.
    Raises NotATable.
    """
    ours = json.loads(beside)
    too_long = "Ce tableau dépasse 50 000 lignes : ce n’est pas celui d’une stratégie."
    cells = read_table(path, name, largest=LARGEST, too_long=too_long, as_text=cell_text)
    titles = cells[0]
    heads = [fold(title) for title in titles]
    compared = [(place, heads.index(head)) for place, head in enumerate(ours["columns"]) if head in heads]
    keys = [heads.index(head) for head in ours["keys"] if head in heads]
    identifier = heads.index(ours["keys"][0]) if ours["keys"][0] in heads else None
    rows, same = [], 0
    for number, row in enumerate(cells[1:], 2):
        if not any(row):
            continue
        row += [""] * (len(heads) - len(row))
        known = ours["known"].get(row[identifier].lower()) if identifier is not None else None
        if known is None:
            differing = [column for _, column in compared]
        else:
            differing = [
                column
                for place, column in compared
                if digest(row[column]) != known[place * WIDTH : (place + 1) * WIDTH]
            ]
        if differing:
            rows.append([number, {heads[column]: row[column] for column in (*keys, *differing)}])
        else:
            same += 1
    return {"heads": titles, "same": same, "rows": rows}
