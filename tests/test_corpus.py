"""The importer against its corpus: what a careful reader would extract from each document, level by level."""

import json
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quietude.strategy.importer import read_strategy_file
from quietude.strategy.importer.text import fold

CORPUS = Path(__file__).parent / "corpus"
LEVELS = ("axes", "objectives", "actions")
FLOORS = {
    "open": {"axes": 0.97, "objectives": 0.98, "actions": 0.96},
    "held_out": {"axes": 0.90, "objectives": 0.85, "actions": 0.88},
}
"""F1 that each part of the corpus keeps: the documents that one may tune on, and the third set apart."""
LABEL = re.compile(
    r"^(?:(?:fiche action|fiche|action|axe|orientation|priorite|objectif|programme|theme|volet|mesure) )?"
    r"(?:(?:n|no|numero) )?(?:\d+|[ivx]+|[a-z]\d*)(?: \d+)* (?=\S)"
)
NEAR = 0.85


def _bare(title: str) -> tuple[str, str]:
    folded = fold(title)
    return folded, LABEL.sub("", folded, count=1)


@cache
def _same(a: str, b: str, prefix: bool) -> bool:
    for x in _bare(a):
        for y in _bare(b):
            short, long = sorted((x, y), key=len)
            if prefix and len(short) >= 10 and (long + " ").startswith(short + " "):
                return True
            if (
                2 * len(short) >= NEAR * (len(short) + len(long))
                and SequenceMatcher(None, x, y, autojunk=False).ratio() >= NEAR
            ):
                return True
    return False


def _titles(axes: list[dict[str, Any]]) -> dict[str, list[str]]:
    def title(item: Any) -> str | None:
        return item["title"] if isinstance(item, dict) else item

    return {
        "axes": [axis["title"] for axis in axes if axis["title"]],
        "objectives": [t for axis in axes for o in axis["objectives"] if (t := title(o))],
        "actions": [t for axis in axes for a in axis["actions"] if (t := title(a))],
    }


def _counts(
    expected: dict[str, list[str]], found: dict[str, list[str]], accept: dict[str, Any]
) -> dict[str, tuple[int, int, int]]:
    """Right, extra and missed titles of each level; each expected title pairs with one found title at most."""
    out = {}
    for level, wanted in expected.items():
        left = list(found[level])
        right = 0
        for title in wanted:
            twin = next((t for t in left if _same(title, t, bool(accept.get("prefix")))), None)
            if twin is not None:
                left.remove(twin)
                right += 1
        optional = accept.get("optional_titles", [])
        extra = [t for t in left if not any(_same(t, o, prefix=True) for o in optional)]
        forgiven = accept.get(f"optional_{level}")
        out[level] = (right, 0 if forgiven else len(extra), 0 if forgiven else len(wanted) - right)
    return out


def _score(expected_path: Path) -> dict[str, tuple[int, int, int]]:
    expected = json.loads(expected_path.read_text(encoding="utf-8"))
    document = next(
        p for p in expected_path.parent.glob(expected_path.name.replace(".expected.json", ".*")) if p != expected_path
    )
    found = _titles(read_strategy_file(document)["draft"]["axes"])
    accept = expected.get("_accept", {})
    if accept.get("axes_empty") and not any(found.values()):
        return dict.fromkeys(LEVELS, (0, 0, 0))
    readings = [expected["axes"], *accept.get("alt_axes", [])]
    scores = [_counts(_titles(axes), found, accept) for axes in readings]
    return max(scores, key=lambda s: sum(right for right, _, _ in s.values()) - sum(e + m for _, e, m in s.values()))


CASES = {part: sorted((CORPUS / part).glob("*.expected.json")) for part in FLOORS}
NEGATIVES = [p for part in CASES.values() for p in part if p.name.startswith("negative")]


@pytest.mark.parametrize("part", FLOORS)
def test_the_corpus_is_read_above_its_floors(part):
    total = dict.fromkeys(LEVELS, (0, 0, 0))
    for path in CASES[part]:
        for level, counts in _score(path).items():
            total[level] = tuple(a + b for a, b in zip(total[level], counts, strict=True))  # type: ignore[assignment]
    assert len(CASES[part]) >= 35
    for level, (right, extra, missed) in total.items():
        assert 2 * right / (2 * right + extra + missed) >= FLOORS[part][level], (level, right, extra, missed)


@pytest.mark.parametrize("path", NEGATIVES, ids=lambda p: p.name.removesuffix(".expected.json"))
def test_nothing_is_invented_where_there_is_no_plan(path):
    assert all(extra == 0 for _, extra, _ in _score(path).values())
