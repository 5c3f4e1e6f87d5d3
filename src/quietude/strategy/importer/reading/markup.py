"""HTML as a light tree, enough to tell content from furniture; nothing is executed nor fetched."""

from collections.abc import Iterator
from html.parser import HTMLParser

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
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.elements()

    def text(self) -> str:
        """All the text below this element, as one string."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def words(self, attribute: str) -> list[str]:
        """The space-separated values of an attribute, in lower case."""
        return self.attributes.get(attribute, "").lower().split()


class TreeBuilder(HTMLParser):
    """Builds the tree as forgivingly as a browser: unclosed, misnested and unknown tags are all met on real pages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_implied(tag)
        node = Node(tag, {name: value or "" for name, value in reversed(attrs)})
        self.open[-1].children.append(node)
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        barrier = frozenset() if tag in ("table", "body", "html", "tr", "td", "th", "tbody", "thead") else {"td", "th"}
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return
            if self.open[depth].tag in barrier:
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def _close_implied(self, tag: str) -> None:
        if tag in ENDS_PARAGRAPH:
            self._close_open(frozenset({"p"}), frozenset({"table", "td", "th", "li", "button"}))
        if tag in IMPLIED_ENDS:
            self._close_open(*IMPLIED_ENDS[tag])

    def _close_open(self, ended: frozenset[str], barrier: frozenset[str]) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag in ended:
                del self.open[depth:]
                return
            if self.open[depth].tag in barrier:
                return


def parse_markup(text: str) -> Node:
    """The tree of an HTML text; never fails, never goes deeper than ``DEEPEST``."""
    builder = TreeBuilder()
    builder.feed(text)
    builder.close()
    return builder.root
