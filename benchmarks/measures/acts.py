"""What is written during the measures, as a browser sends it, by the coordinator of the large council."""

import time
from itertools import cycle
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from benchmarks.field import Requests
from benchmarks.ground.vocabulary import NEWS, Pen
from benchmarks.load import SECRET, post

Visit = dict[str, Any]
"""Who reads and at which addresses: what ``benchmarks.ground`` told."""


def sheet_form(visit: Visit, name: str) -> Requests:
    """A new sheet of some 350 words, sent to the page called ``name``."""
    words = Pen("create")
    return lambda: sent(
        visit,
        visit[name],
        version=0,
        axis=visit["axis"],
        title=words.title(),
        status="to_launch",
        priority="normal",
        precision="day",
        visibility="council",
        weight=1,
        description=words.paragraph(8),
        context=words.finding(),
        public="les collégiens",
        perimeter="aux abords du collège",
        means=words.sentence(),
        calendar="De septembre à juin.",
        evaluation=words.sentence(),
    )


def journal(visit: Visit, council: str = "") -> Requests:
    """A sentence in the journal of one sheet, then of the next; ``council`` is "medium_" for the one of 400 sheets."""
    addresses = cycle(visit[f"{council}journal"])
    return lambda: sent(visit, next(addresses), f"{council}readers", text=NEWS[0])


def now_and_then(reads: Requests, writes: Requests, every: float = 1.0) -> Requests:
    """What is read, and once in ``every`` seconds something that is written."""
    last = time.monotonic()

    def following() -> bytes:
        nonlocal last
        now = time.monotonic()
        if now - last < every:
            return reads()
        last = now
        return writes()

    return following


def sent(visit: Visit, address: str, readers: str = "readers", **values: Any) -> bytes:
    """The request of a form that was shown once."""
    guards = {"csrfmiddlewaretoken": SECRET, "submission_key": str(uuid4())}
    return post(address, visit[readers][0], urlencode(guards | values).encode())


def attached(visit: Visit, address: str, field: str, name: str, kind: str, content: bytes) -> bytes:
    """The request of a form that carries one file."""
    mark = uuid4().hex
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{SECRET}\r\n'.encode(),
        f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'.encode(),
        f"Content-Type: {kind}\r\n\r\n".encode(),
        content,
        f"\r\n--{mark}--\r\n".encode(),
    ]
    return post(address, visit["readers"][0], b"".join(parts), f"multipart/form-data; boundary={mark}")
