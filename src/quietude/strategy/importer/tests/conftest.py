"""A draft read from a text written in the test itself."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from quietude.strategy.importer.assemble import read_strategy
from quietude.strategy.importer.draft import Draft
from quietude.strategy.importer.reading import read_source
from quietude.strategy.importer.reading.markdown import read_markdown
from quietude.strategy.importer.reading.plain import read_plain
from quietude.strategy.importer.reading.web import read_web


@pytest.fixture
def draft_of() -> Callable[[str], Draft]:
    """The draft of a plain text."""
    return lambda text: read_strategy(read_plain(dedent(text).strip()))


@pytest.fixture
def draft_of_markdown() -> Callable[[str], Draft]:
    """The draft of a Markdown text."""
    return lambda text: read_strategy(read_markdown(dedent(text).strip()))


@pytest.fixture
def draft_of_page() -> Callable[[str], Draft]:
    """The draft of a web page, of which only the body is given."""
    return lambda body: read_strategy(read_web(f"<html><body>{dedent(body)}</body></html>".encode()))


@pytest.fixture
def read(tmp_path):
    """A function that reads bytes under a name."""

    def reading(content: str | bytes, name: str):
        path = tmp_path / "document"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_source(path, name)

    return reading
