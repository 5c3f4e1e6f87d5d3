"""The guides quote the screens: what stands in bold is written, word for word, somewhere in the product."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDES = [page for page in sorted(ROOT.joinpath("docs", "guide").glob("*.md")) if page.stem != "installer"]
QUOTED = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def words_of_the_screens() -> str:
    """The templates and the code of the product, where labels, buttons and headings are written."""
    product = ROOT.joinpath("src", "quietude")
    written = [*product.rglob("templates/**/*.html"), *product.rglob("*.py")]
    return "\n".join(path.read_text("utf-8") for path in written if "tests" not in path.parts)


@pytest.fixture(scope="module")
def screens() -> str:
    return words_of_the_screens().lower()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_what_a_guide_puts_in_bold_is_on_a_screen(guide: Path, screens: str) -> None:
    quoted = {words.rstrip("… ").replace("\n", " ") for words in QUOTED.findall(guide.read_text("utf-8"))}
    assert quoted
    assert {words for words in quoted if words.lower() not in screens} == set()
