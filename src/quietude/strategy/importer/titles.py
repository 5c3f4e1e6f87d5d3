"""Where a title stops: what follows it on the same line is its description."""

import re

from .blocks import Block
from .labels import TOLD
from .text import starts_lower, tidy_title, word_count

SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…]\s+(?=[A-ZÉÈÀÊÎÔÇ«])|(?<=[)»%])\.\s+(?=[A-ZÉÈÀÊÎÔÇ«])")
COLON = re.compile(r"\s?:\s")
CLAUSE = re.compile(
    r",?\s(?=(?:qui|dont|afin|permettant|visant|destinée?s?|composée?s?|ayant|notamment|avec pour)\b)|\s[–—-]\s|"
    r"\s\((?=\S)|,\s|\spour\s(?=\w+er\b)"
)
TOLD_END = re.compile(r"\s?[:;]\s|,\s")
LONG = 150


def split_title(block: Block) -> tuple[str, str]:
    """(title, rest of the line): a run-in heading is cut at its colon, a paragraph after its first sentence."""
    text = block.title.strip()
    lead = _bold_lead(block)
    if 6 <= lead < len(text) - 2 and word_count(text[:lead]) >= 2:
        return tidy_title(text[:lead]), text[lead:].lstrip(" :.–-").rstrip()
    title, rest = _first_sentence(text)
    if block.label and block.label.style == TOLD and (found := TOLD_END.search(title, 4)):
        return tidy_title(title[: found.start()]), f"{title[found.end() :]} {rest}".strip()
    if not block.is_heading:
        title, rest = _run_in(title, rest, bool(block.label and block.label.rank))
    return tidy_title(title), rest.strip()


def _bold_lead(block: Block) -> int:
    """How much of the title is in bold, when only its start is: a run-in heading."""
    line = block.first
    if not line.bold_lead or line.bold or block.implicit:
        return 0
    marker = len(line.marker) + 1 if line.marker and not block.bullet else 0
    return line.bold_lead + marker - (len(block.text) - len(block.title))


def _first_sentence(text: str) -> tuple[str, str]:
    found = SENTENCE_END.search(text, 8)
    return (text[: found.start() + 1], text[found.end() :]) if found else (text, "")


def _run_in(title: str, rest: str, labelled: bool) -> tuple[str, str]:
    """« Charte de déontologie : l'enjeu était… »: the explanation after a colon is no part of the title."""
    for found in COLON.finditer(title, 6):
        before, after = title[: found.start()], title[found.end() :]
        least = 12 if labelled else 6 if not starts_lower(after) else 5
        if (
            before.count("(") == before.count(")")
            and before.count("«") == before.count("»")
            and word_count(after) >= least
        ):
            return before, f"{after} {rest}".strip()
    if len(title) > LONG and not labelled:
        cut = next(
            (m for m in CLAUSE.finditer(title, 30) if title[: m.start()].count("(") == title[: m.start()].count(")")),
            None,
        )
        if cut:
            return title[: cut.start()], f"{title} {rest}".strip()
    return title, rest
