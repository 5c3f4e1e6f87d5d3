"""Text as every reader hands it on: same characters, same spaces, whatever the file held."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
INVISIBLE = dict.fromkeys(
    [
        0xAD,
        0x200B,
        0x200C,
        0x200D,
        0x200E,
        0x200F,
        0x2060,
        0xFEFF,
        0xFFFC,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# What Word and its PDFs store for the bullets of the fonts Symbol and Wingdings.
SYMBOL_BULLETS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◦", 0xF0D8: "➢", 0xF0E0: "→", 0xF0E8: "→", 0xF0FC: "✓", 0xF0FE: "☑",
    0xF071: "❑", 0xF06C: "●", 0xF06E: "■", 0xF076: "❖", 0xF02D: "-", 0xF0F0: "⇨", 0xF046: "☞", 0xF0A2: "○",
}  # fmt: skip
CHARACTERS = SPACES | INVISIBLE | LIGATURES | SYMBOL_BULLETS
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
BULLETS = "•●○◦▪■□❑❖➢➤►▶→⇨☞✓✔☑‣⁃·–—-*>»"


def normalise(text: str) -> str:
    """``text`` in NFC without invisible characters; line breaks and runs of spaces are left as they are."""
    return UNPRINTABLE.sub("", unicodedata.normalize("NFC", text.translate(CHARACTERS)))


def clean(text: str) -> str:
    """``text`` normalised, on one line, with single spaces and none around it."""
    return " ".join(normalise(text).split())


@dataclass(slots=True)
class Run:
    """A stretch of text in one style; a line feed in it is a break that the author wanted."""

    text: str
    bold: bool = False
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """One line of a paragraph, with the style that a reader would notice."""

    text: str
    bold: bool
    bold_lead: int
    size: float | None


def written_lines(runs: Iterable[Run]) -> list[Written]:
    """The non-empty lines of a paragraph made of ``runs``."""
    return [line for part in _split_at_breaks(runs) if (line := _written(part)).text]


def _split_at_breaks(runs: Iterable[Run]) -> Iterator[list[Run]]:
    part: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        part.append(Run(first, run.bold, run.size))
        for text in others:
            yield part
            part = [Run(text, run.bold, run.size)]
    yield part


def _written(runs: list[Run]) -> Written:
    text = clean("".join(run.text for run in runs))
    visible = [run for run in runs if run.text.strip()]
    bold = bool(visible) and all(run.bold for run in visible)
    weights: dict[float, int] = {}
    for run in visible:
        if run.size is not None:
            weights[run.size] = weights.get(run.size, 0) + len(run.text)
    size = max(weights, key=lambda s: weights[s]) if weights else None
    return Written(text, bold, len(text) if bold else _bold_lead(runs), size)


def _bold_lead(runs: list[Run]) -> int:
    lead = ""
    for run in runs:
        if run.text.strip() and not run.bold:
            break
        lead += run.text
    return len(clean(lead))
