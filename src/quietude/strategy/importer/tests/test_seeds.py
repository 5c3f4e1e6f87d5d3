"""The five documents of the field come out as a careful person would read them."""

import json
from pathlib import Path

import pytest

from quietude.strategy.importer import read_strategy_file

SEEDS = next(
    (p / "shared" / "seeds" for p in Path(__file__).resolve().parents if (p / "shared" / "seeds").is_dir()), None
)
CASES = sorted(SEEDS.glob("*.expected.json")) if SEEDS else []


@pytest.mark.skipif(not CASES, reason="the field documents are not beside this clone")
@pytest.mark.parametrize("expected_path", CASES, ids=lambda p: p.name[:3])
def test_a_field_document_gives_its_whole_outline(expected_path):
    expected = json.loads(expected_path.read_text(encoding="utf-8"))
    found = read_strategy_file(expected_path.with_name(expected_path.name.replace(".expected.json", ".txt")))["draft"]
    assert len(found["axes"]) == len(expected["axes"])
    for axis, wanted in zip(found["axes"], expected["axes"], strict=True):
        assert (axis["title"] is None) == (wanted["title"] is None)
        if wanted["title"]:
            assert axis["title"].startswith(wanted["title"][:40])
        assert [a["number"] for a in axis["actions"]] == [a["number"] for a in wanted["actions"]]
        for action, title in zip(axis["actions"], [a["title"] for a in wanted["actions"]], strict=True):
            assert action["title"][:25].casefold() == title[:25].casefold()
    assert found["period"] == expected["period"]
