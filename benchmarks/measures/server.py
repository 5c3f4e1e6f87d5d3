"""The server itself: what it gives at most, and what it holds at the end."""

import time
from collections.abc import Iterator

from benchmarks.field import CONNECTIONS, Field, Line
from benchmarks.load import volley
from benchmarks.words import megabytes

HEAVIEST = 150.0
"""Megabytes that one web process may hold after a full run."""


def ceiling(field: Field) -> Iterator[Line]:
    """How fast the load generator goes, so that it is known not to be what limits the floor."""
    site = field.largest
    with site.pool() as pool:
        nothing = volley(pool, site.requests("nothing"), field.seconds / 4, CONNECTIONS)
        began = time.process_time()
        floor = volley(pool, site.requests("floor"), field.seconds / 4, CONNECTIONS)
        busy = (time.process_time() - began) / floor.seconds
    yield Line(
        "Plafond du générateur de charge",
        site.label,
        f"{nothing.rate:.0f} réponses vides par seconde",
        f"plancher : {floor.rate:.0f} par seconde, générateur occupé à {100 * busy:.0f} %",
        details={"nothing": nothing.rate, "floor": floor.rate, "busy": busy},
    )


def memory(field: Field) -> Iterator[Line]:
    """What the web process of the largest base holds once everything has been asked of it."""
    site = field.largest
    held = site.server.memory
    yield Line(
        "Mémoire d’un processus web en fin de mesure",
        site.label,
        megabytes(held),
        f"{megabytes(site.server.at_first)} au départ",
        goal=f"moins de {HEAVIEST:.0f} Mo",
        reached=held < HEAVIEST,
        details={"megabytes": held, "at_first": site.server.at_first},
    )
