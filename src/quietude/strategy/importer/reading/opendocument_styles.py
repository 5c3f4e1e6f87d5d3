"""What the styles of an OpenDocument text say: weight, size, indent; how lists and headings are numbered."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .numerals import numeral
from .package import attribute, local, whole
from .wording import clean

POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75, "pc": 12.0}
NUMBERINGS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
LONGEST_CHAIN = 20
DEEPEST_LEVEL = 10


@dataclass(slots=True)
class TextStyle:
    """The properties that a style sets itself, None where it leaves them to its parent."""

    name: str = ""
    parent: str | None = None
    outline: int | None = None
    bold: bool | None = None
    size: float | None = None
    indent: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is marked: a bullet, or a number between a prefix and a suffix."""

    bullet: str | None
    format: str
    prefix: str
    suffix: str
    shown: int
    start: int


class TextStyles:
    """The styles of one file, from its automatic and its named ones."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], TextStyle] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        self.default_size: float | None = None
        for root in roots:
            for element in root.iter() if root is not None else ():
                self._read(element)

    def resolved(self, family: str, name: str | None) -> TextStyle:
        """The style with all that it takes from its ancestors."""
        found = TextStyle(name=name or "")
        for _ in range(LONGEST_CHAIN):
            own = self._styles.get((family, name or ""))
            if own is None:
                break
            found.name = own.name
            found.hidden = found.hidden or own.hidden
            for field in ("outline", "bold", "size", "indent"):
                if getattr(found, field) is None:
                    setattr(found, field, getattr(own, field))
            name = own.parent
        return found

    def list_levels(self, name: str | None) -> dict[int, ListLevel]:
        """The levels (1-based) of a list style; empty when the file defines none."""
        return self._lists.get(name or "", {})

    def _read(self, element: Element) -> None:
        match local(element.tag):
            case "style":
                key = (attribute(element, "family") or "", attribute(element, "name") or "")
                self._styles[key] = _text_style(element)
            case "default-style" if attribute(element, "family") == "paragraph":
                self.default_size = _text_style(element).size
            case "list-style":
                self._lists[attribute(element, "name") or ""] = _list_levels(element)
            case "outline-style":
                self.outline = _list_levels(element)


def written_number(level: int, levels: dict[int, ListLevel], counters: list[int]) -> str:
    """The mark of an item at ``level`` (1-based) once ``counters`` hold its rank and those above it."""
    own = levels.get(level)
    if own is None or own.bullet is not None:
        return clean(own.bullet or "") or "•" if own else "•"
    if not own.format:
        return ""
    depths = [d for d in range(max(1, level - own.shown + 1), level + 1) if d == level or _is_counted(levels.get(d))]
    figures = [numeral(counters[d], NUMBERINGS.get(levels[d].format, "decimal")) for d in depths]
    return clean(own.prefix + ".".join(figures) + own.suffix)


def _is_counted(level: ListLevel | None) -> bool:
    return level is not None and level.bullet is None and bool(level.format)


def points(length: str | None) -> float | None:
    """A length ("1.27cm") in points, None for a relative or unknown one."""
    if not length or len(length) > 20:
        return None
    try:
        return float(length[:-2]) * POINTS[length[-2:]]
    except (ValueError, KeyError):
        return None


def _text_style(element: Element) -> TextStyle:
    style = TextStyle(
        name=attribute(element, "display-name") or attribute(element, "name") or "",
        parent=attribute(element, "parent-style-name"),
        outline=whole(attribute(element, "default-outline-level")),
    )
    for properties in element:
        weight = attribute(properties, "font-weight")
        if local(properties.tag) == "text-properties":
            style.bold = None if weight is None else weight == "bold" or weight in ("600", "700", "800", "900")
            style.size = points(attribute(properties, "font-size"))
            style.hidden = attribute(properties, "display") == "none"
        elif local(properties.tag) == "paragraph-properties":
            style.indent = points(attribute(properties, "margin-left"))
    return style


def _list_levels(element: Element) -> dict[int, ListLevel]:
    levels = {}
    for level in element:
        depth = whole(attribute(level, "level"))
        if depth is None or not 1 <= depth <= DEEPEST_LEVEL:
            continue
        is_bullet = local(level.tag) != "list-level-style-number" and local(level.tag) != "outline-level-style"
        start = whole(attribute(level, "start-value"))
        levels[depth] = ListLevel(
            bullet=(attribute(level, "bullet-char") or "•") if is_bullet else None,
            format=attribute(level, "num-format") or "",
            prefix=attribute(level, "num-prefix") or "",
            suffix=attribute(level, "num-suffix") or "",
            shown=whole(attribute(level, "display-levels")) or 1,
            start=1 if start is None else start,
        )
    return levels
