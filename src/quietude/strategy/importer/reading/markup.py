"""HTML as a light tree, enough to tell content from furniture; nothing is executed nor fetched."""

import re
from collections.abc import Iterator
from html import unescape

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody "
    "td tfoot th thead tr ul".split()
)
# An element of the first column ends those of the second that are still open, up to the nearest of the third.
IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
}
ENDS_PARAGRAPH = BLOCKS - {"td", "th", "tr", "tbody", "tfoot", "thead", "body", "html", "caption"}
TABLE_PARTS = frozenset("table body html tr td th tbody thead".split())
RAW = frozenset("script style textarea title iframe xmp noembed".split())
"""Elements whose content is not markup; only a title's is kept."""
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
ATTRIBUTE = re.compile(r"""[\s/]*([^\s=>/"'][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
DEEPEST = 120


class Node:
    """An element: its tag, attributes and children (elements and strings)."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    def elements(self) -> Iterator["Node"]:
        """Every element below this one, in document order."""
        waiting = [iter(self.children)]
        while waiting:
            child = next(waiting[-1], None)
            if child is None:
                waiting.pop()
            elif isinstance(child, Node):
                yield child
                waiting.append(iter(child.children))

    def text(self) -> str:
        """All the text below this element, as one string."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def words(self, attribute: str) -> list[str]:
        """The space-separated values of an attribute, in lower case."""
        return self.attributes.get(attribute, "").lower().split()


class TreeBuilder:
    """Builds the tree as forgivingly as a browser: unclosed, misnested and unknown tags are all met on real pages."""

    def __init__(self) -> None:
        self.root = Node("root", {})
        self.open = [self.root]
        self.tags = ["root"]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A start tag."""
        if tag in ENDS_PARAGRAPH:
            self._close_open(frozenset({"p"}), frozenset({"table", "td", "th", "li", "button"}))
        if tag in IMPLIED_ENDS:
            self._close_open(*IMPLIED_ENDS[tag])
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(node)
            self.tags.append(tag)

    def end(self, tag: str) -> None:
        """An end tag, which closes what was left open inside; one that nothing opened changes nothing."""
        self._close_open(frozenset({tag}), frozenset() if tag in TABLE_PARTS else frozenset({"td", "th"}))

    def text(self, data: str) -> None:
        """Text, its entities already replaced."""
        self.open[-1].children.append(data)

    def _close_open(self, ended: frozenset[str], barrier: frozenset[str]) -> None:
        if ended.isdisjoint(self.tags):
            return
        for depth in range(len(self.open) - 1, 0, -1):
            if self.tags[depth] in ended:
                del self.open[depth:], self.tags[depth:]
                return
            if self.tags[depth] in barrier:
                return


def parse_markup(text: str) -> Node:
    """The tree of an HTML text; never fails, never goes deeper than ``DEEPEST``, in a time proportional to the text."""
    builder = TreeBuilder()
    position = 0
    while (tag := text.find("<", position)) >= 0:
        if tag > position:
            builder.text(unescape(text[position:tag]))
        position = _read_tag(builder, text, tag)
    builder.text(unescape(text[position:]))
    return builder.root


def _read_tag(builder: TreeBuilder, text: str, position: int) -> int:
    """Read what starts with the "<" at ``position``; gives the position after it."""
    if text.startswith("<!--", position):
        return _after(text, "-->", position + 2)
    if text.startswith(("<!", "<?"), position):
        return _after(text, ">", position)
    opened = TAG.match(text, position)
    if opened is None:
        builder.text("<")
        return position + 1
    name = opened[2].lower()
    attributes: dict[str, str] = {}
    position = opened.end()
    while found := ATTRIBUTE.match(text, position):
        value = found[2] or found[3] or found[4] or ""
        attributes.setdefault(found[1].lower(), unescape(value))
        position = found.end()
    position = _after(text, ">", position)
    if opened[1]:
        builder.end(name)
    else:
        builder.start(name, attributes)
        if name in RAW:
            end = re.compile(f"</{name}\\b", re.IGNORECASE).search(text, position)
            builder.text(unescape(text[position : end.start() if end else len(text)]) if name == "title" else "")
            return end.start() if end else len(text)
    return position


def _after(text: str, mark: str, position: int) -> int:
    """The position after the next ``mark``; the end of a text that has none, as browsers do."""
    found = text.find(mark, position)
    return len(text) if found < 0 else found + len(mark)
