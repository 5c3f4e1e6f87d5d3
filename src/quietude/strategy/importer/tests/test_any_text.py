"""Whatever the text, the rules end, quickly, and give a draft that can be written as JSON."""

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quietude.strategy.importer.assemble import read_strategy
from quietude.strategy.importer.lines import Line, Source
from quietude.strategy.importer.reading.plain import read_plain

PIECES = st.sampled_from(
    (
        "Axe 1 : |AXE II|Action n°3|Fiche action 2 : |Objectif 1.1|1. |1.1 |a) |• |- |"
        "Pilote : |Partenaires|\n|\n\n| ; | : |"
        "2024-2027|Sommaire|....... 3|Les axes|trois axes :|Gouvernance|Ville de Montclair|écouter|"
        "Écouter les familles|6 000 €|(|)|«|\t|À|…|'|\u00a0"
    ).split("|")
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join)
CELLS = st.lists(
    st.sampled_from(
        ["", "Axe", "Action", "N°", "Pilote", "1", "Écouter", "Axe 1 : Écouter", "Total", "1200", "a\nb", "FIPD"]
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=300, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_gives_a_draft(text):
    draft = read_strategy(read_plain(text))
    json.dumps(draft.as_json())
    assert all(0 <= action.confidence <= 1 for axis in draft.axes for action in axis.actions)
    assert bool(draft.axes) or draft.warnings


@settings(max_examples=200, deadline=2000)
@given(st.lists(CELLS, max_size=12), st.sampled_from(["xlsx", "docx", "pdf"]))
def test_any_table_gives_a_draft(rows, kind):
    lines = tuple(
        Line(" | ".join(cells), n, page="1", kind="row", cells=tuple(cells), table=0)
        for n, cells in enumerate(rows, start=1)
    )
    json.dumps(read_strategy(Source(lines, kind)).as_json())


@pytest.mark.parametrize(
    "text",
    [
        "Axe 1 : " + "a b, c; " * 60_000,
        "1. " * 100_000,
        "• x\n" * 40_000,
        "Pilote : x\n" * 30_000,
        "Titre" + " " * 400_000 + "fin",
        "." * 400_000,
        "".join(f"Axe {i} : titre {i}\n\nAction {i} : agir {i}\n\n" for i in range(1, 2000)),
    ],
    ids=["one line", "numbers", "bullets", "fields", "spaces", "dots", "many axes"],
)
def test_long_texts_are_read_in_linear_time(text):
    start = time.process_time()
    read_strategy(read_plain(text))
    assert time.process_time() - start < 20
