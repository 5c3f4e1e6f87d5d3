"""Counts Word's automatic numbers, which stand nowhere in the text: "Axe 2 :", "1.3", "b)", "•"."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .numerals import numeral
from .package import attribute, child, local, whole
from .word_styles import Styles, indent_of, is_on
from .wording import clean

DEEPEST_LEVEL = 8
PLACEHOLDER = re.compile(r"%([1-9])")
# Letters that stand for a drawing in these fonts.
DRAWN_BULLETS = {
    "symbol": {"·": "•", "o": "◦", "-": "–"},
    "wingdings": {"§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "q": "❑", "l": "●", "n": "■", "à": "→", "è": "→", "þ": "☑"},
    "courier new": {"o": "◦"},
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: how it counts and how it is written."""

    start: int
    style: str
    pattern: str
    plain_digits: bool
    restart: int | None
    indent: float | None
    paragraph_style: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What Word displays before a paragraph, and the indent that goes with it."""

    text: str
    indent: float | None


class Numberings:
    """The counters of one document; each call to ``mark`` counts one paragraph."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}
        self._numbers: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._styles = styles
        for element in root if root is not None else ():
            if local(element.tag) == "abstractNum":
                self._read_abstract(element)
            elif local(element.tag) == "num":
                self._read_number(element)

    def mark(self, number: str, level: int) -> Mark | None:
        """The next mark of numbering ``number`` at ``level`` (0-based); None when the file defines none."""
        level = min(max(level, 0), DEEPEST_LEVEL)
        abstract, levels = self._levels(number)
        if level not in levels:
            return None
        counters = self._counters.setdefault(abstract, [None] * (DEEPEST_LEVEL + 1))
        self._count(number, level, levels, counters)
        return Mark(_written(level, levels, counters), levels[level].indent)

    def level_of_style(self, number: str, style: str) -> int:
        """The level that a numbering gives to a paragraph style: how "Titre 2" gets its second level."""
        levels = self._levels(number)[1]
        return next((depth for depth, level in levels.items() if level.paragraph_style == style), 0)

    def _count(self, number: str, level: int, levels: dict[int, Level], counters: list[int | None]) -> None:
        override = self._numbers[number][2].get(level)
        if override is not None and (number, level) not in self._started:
            counters[level] = override
        else:
            current = counters[level]
            counters[level] = levels[level].start if current is None else current + 1
        self._started.add((number, level))
        for deeper in range(level + 1, DEEPEST_LEVEL + 1):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or 0 < restart <= level + 1:
                counters[deeper] = None

    def _levels(self, number: str) -> tuple[str, dict[int, Level]]:
        if number not in self._numbers:
            return "", {}
        abstract, overridden, _ = self._numbers[number]
        if abstract in self._linked and not self._abstract.get(abstract):
            linked = self._styles.numbering_of(self._linked[abstract])
            if linked in self._numbers and linked != number:
                abstract = self._numbers[linked][0]
        return abstract, self._abstract.get(abstract, {}) | overridden

    def _read_abstract(self, element: Element) -> None:
        identifier = attribute(element, "abstractNumId") or ""
        self._abstract[identifier] = _levels_in(element)
        if link := attribute(child(element, "numStyleLink"), "val"):
            self._linked[identifier] = link

    def _read_number(self, element: Element) -> None:
        abstract = attribute(child(element, "abstractNumId"), "val") or ""
        overridden: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in element:
            if local(override.tag) != "lvlOverride":
                continue
            overridden |= _levels_in(override)
            start = whole(attribute(child(override, "startOverride"), "val"))
            depth = whole(attribute(override, "ilvl"))
            if start is not None and depth is not None:
                starts[depth] = start
        self._numbers[attribute(element, "numId") or ""] = (abstract, overridden, starts)


def _levels_in(element: Element) -> dict[int, Level]:
    levels = {}
    for lvl in element:
        depth = whole(attribute(lvl, "ilvl"))
        if local(lvl.tag) == "lvl" and depth is not None and 0 <= depth <= DEEPEST_LEVEL:
            levels[depth] = _level(lvl)
    return levels


def _level(element: Element) -> Level:
    fonts = child(child(element, "rPr"), "rFonts")
    font = (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "").lower()
    style = attribute(child(element, "numFmt"), "val") or "decimal"
    pattern = attribute(child(element, "lvlText"), "val") or ""
    if style == "bullet":
        pattern = DRAWN_BULLETS.get(font, {}).get(pattern, pattern) or "•"
    start = whole(attribute(child(element, "start"), "val"))
    return Level(
        start=1 if start is None else start,
        style=style,
        pattern=pattern,
        plain_digits=bool(is_on(child(element, "isLgl"))),
        restart=whole(attribute(child(element, "lvlRestart"), "val")),
        indent=indent_of(child(element, "pPr")),
        paragraph_style=attribute(child(element, "pStyle"), "val"),
    )


def _written(level: int, levels: dict[int, Level], counters: list[int | None]) -> str:
    shown = levels[level]
    if shown.style == "bullet":
        return clean(shown.pattern) or "•"

    def figure(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        own = levels.get(depth)
        count = counters[depth]
        rank = count if count is not None else own.start if own else 1
        style = "decimal" if own is None or (shown.plain_digits and own.style != "none") else own.style
        return numeral(rank, style)

    return clean(PLACEHOLDER.sub(figure, shown.pattern))
