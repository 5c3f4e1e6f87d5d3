"""Every template of the product: nothing that the content policy would refuse, icons that exist, French print."""

import re
from pathlib import Path

import pytest

from quietude.kit.icons import icon_paths

PACKAGE = Path(__file__).parents[2]
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
SILENT = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<!--.*?-->|<script.*?</script>", re.DOTALL)
PROGRAM = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
WITHIN_A_SENTENCE = re.compile(r"</?(?:a|b|em|span|strong|sup|time)\b[^>]*>")
TAGS = re.compile(r"<[^>]*>")

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b(?![^>]*>\s*</style>)", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "an address of another site": re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"https?:", re.IGNORECASE),
    "a form that htmx alone can send": re.compile(r"hx-on", re.IGNORECASE),
}


def of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_nothing_is_inline(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [what for what, pattern in INLINE.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_every_icon_exists(path: Path) -> None:
    for name in re.findall(r'{%\s*icon "([^"]+)"', path.read_text("utf-8")):
        assert icon_paths(name)


def words_of(text: str) -> str:
    """What a template says: each tag of the program stands for a word, each block of the page for a line."""
    program_as_words = PROGRAM.sub("x", SILENT.sub("", text))
    return TAGS.sub("\n", WITHIN_A_SENTENCE.sub("", program_as_words))


FAULTS = {
    "a straight apostrophe": re.compile(r"\w'\w"),
    "a plain space before ; : ! ? %": re.compile(r"[\w»)] [;:!?%](?=\s|$)"),
    "a plain space inside « »": re.compile(r"« | »"),
    "three points": re.compile(r"\.\.\."),
    "straight quotes": re.compile(r'\w"|"\w'),
}


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_words_are_set_in_french(path: Path) -> None:
    words = words_of(path.read_text("utf-8"))
    assert {what: found.group() for what, pattern in FAULTS.items() if (found := pattern.search(words))} == {}


def test_the_rule_would_see_what_it_forbids() -> None:
    assert INLINE["an event handler"].search('<a onclick="x()">')
    assert INLINE["an inline script"].search("<script>x()</script>")
    assert not INLINE["an inline script"].search('<script src="/x.js" defer></script>')
    assert FAULTS["a plain space before ; : ! ? %"].search(words_of("<a href='{{ x }}'>Qui</a> ?"))
    assert not FAULTS["a plain space before ; : ! ? %"].search(words_of("<b>Qui</b>\u202f?"))
