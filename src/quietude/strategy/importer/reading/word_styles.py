"""What the styles of a Word file say of a paragraph: is it a heading, bold, how large, how far from the margin."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .package import attribute, child, local, whole

HEADING_NAME = re.compile(r"(?:heading|titre|überschrift)\s*([1-9])", re.IGNORECASE)
TITLE_NAMES = frozenset({"title", "titre"})
CONTENTS_NAME = re.compile(r"(?:toc|tm|table of figures|table des illustrations)\s*\d?", re.IGNORECASE)
LONGEST_CHAIN = 20
TWIPS = 20


@dataclass(slots=True)
class Style:
    """The properties that a style sets itself, None where it leaves them to the style it is based on."""

    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    bold: bool | None = None
    size: float | None = None
    indent: float | None = None
    numbering: str | None = None
    """Identifier of the numbering that the style carries, "0" for none."""
    numbering_level: int | None = None


class Styles:
    """The styles of one file, each resolved through those it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.default_size = size_of(defaults) or 10.0
        for element in root if root is not None else ():
            if local(element.tag) == "style" and (identifier := attribute(element, "styleId")):
                self._styles[identifier] = _style(element)
                if attribute(element, "default") in ("1", "true") and attribute(element, "type") == "paragraph":
                    self.default_paragraph = identifier

    def resolved(self, identifier: str | None) -> Style:
        """The style with all that it takes from its ancestors."""
        whole_style = Style(name=self._styles[identifier].name if identifier in self._styles else identifier or "")
        for _ in range(LONGEST_CHAIN):
            own = self._styles.get(identifier or "")
            if own is None:
                break
            for field in ("outline", "bold", "size", "indent", "numbering", "numbering_level"):
                if getattr(whole_style, field) is None:
                    setattr(whole_style, field, getattr(own, field))
            identifier = own.based_on
        return whole_style

    def numbering_of(self, identifier: str) -> str | None:
        """The numbering carried by a numbering style."""
        return self.resolved(identifier).numbering


def heading_level(style: Style, outline: int | None) -> int | None:
    """1 to 9 for a heading, 0 for the title of the document, None for body text."""
    if outline is not None:
        return outline + 1 if outline < 9 else None
    if found := HEADING_NAME.fullmatch(style.name.strip()):
        return int(found[1])
    if style.outline is not None:
        return style.outline + 1 if style.outline < 9 else None
    return 0 if style.name.strip().lower() in TITLE_NAMES else None


def is_contents(style: Style) -> bool:
    """Is it the style of an entry of the table of contents?"""
    return CONTENTS_NAME.fullmatch(style.name.strip()) is not None


def is_on(element: Element | None) -> bool | None:
    """The value of an on/off property, None where it is not set."""
    if element is None:
        return None
    return attribute(element, "val") not in ("0", "false", "off", "none")


def size_of(properties: Element | None) -> float | None:
    """The font size of run properties, in points (Word counts half-points)."""
    half_points = whole(attribute(child(properties, "sz"), "val"))
    return half_points / 2 if half_points else None


def indent_of(properties: Element | None) -> float | None:
    """The left indent of paragraph properties, in points."""
    element = child(properties, "ind")
    twips = whole(attribute(element, "left") or attribute(element, "start"))
    return None if twips is None else max(0.0, twips / TWIPS)


def numbering_of(properties: Element | None) -> tuple[str | None, int | None]:
    """The numbering and its level in paragraph properties."""
    element = child(properties, "numPr")
    return attribute(child(element, "numId"), "val"), whole(attribute(child(element, "ilvl"), "val"))


def _style(element: Element) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    numbering, level = numbering_of(paragraph)
    name = attribute(child(element, "name"), "val") or attribute(element, "styleId") or ""
    return Style(
        name=name,
        based_on=attribute(child(element, "basedOn"), "val"),
        outline=whole(attribute(child(paragraph, "outlineLvl"), "val")),
        bold=is_on(child(run, "b")),
        size=size_of(run),
        indent=indent_of(paragraph),
        numbering=numbering,
        numbering_level=level,
    )
