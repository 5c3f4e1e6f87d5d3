"""Tells the content of a web page from its furniture: menus, banners, forms, hidden parts, cookie notices."""

import re

from .markup import Node

NEVER_TEXT = frozenset(
    "script style template noscript svg math canvas video audio object embed iframe map select option datalist "
    "textarea input label progress meter head nav dialog search menu applet".split()
)
ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar menuitem tooltip status".split()
)
FURNITURE = re.compile(
    r"^(?:.*[-_])?(?:cookies?|cookiebanner|tarteaucitron\w*|didomi\w*|axeptio\w*|consent|rgpd|gdpr|breadcrumbs?|ariane|"
    r"filariane|navbar|navigation|megamenu|menu|submenu|sidebar|skip-?links?|skiplinks?|evitement|share|sharing|partage|"
    r"social|socials|reseaux-sociaux|newsletter|pagination|pager|meteo|weather|toolbar|colophon|popup|modal|offcanvas|"
    r"sr-only|visually-hidden|screen-reader-text|visuallyhidden|related|toc)(?:[-_](?:bar|banner|list|links|nav|wrapper|"
    r"container|box|block|area|item|items|text|header|main|top|buttons?|icons?))?$"
)
SLIM_FURNITURE = frozenset(
    "header footer entete en-tete banner bandeau pied pied-de-page alerte alertes vigilance sommaire".split()
)
"""Names of furniture only for what holds no heading: a page may call "header" the part that holds its title."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


class Furniture:
    """What to leave out of one page, whose parts are looked at together."""

    def __init__(self, page: Node) -> None:
        elements = list(page.elements())
        self._opened = _opened_by_a_control(elements)
        self._size = max(1, len(page.text()))
        self._content = _ancestry(page)
        self._menus = _menus(elements)

    def covers(self, node: Node, in_content: bool) -> bool:
        """Is ``node`` furniture? ``in_content``: it stands inside <main> or <article>."""
        if node.tag in NEVER_TEXT:
            return True
        if node in self._menus:
            return True
        if node in self._content and node.tag != "aside":
            return False
        return self._is_hidden(node) or self._is_chrome(node, in_content)

    def _is_hidden(self, node: Node) -> bool:
        """Hidden, and nothing on the page opens it: the panel of an accordion is content that waits for a click."""
        hidden = (
            "hidden" in node.attributes
            or node.attributes.get("aria-hidden", "").lower() == "true"
            or HIDDEN_STYLE.search(node.attributes.get("style", "")) is not None
        )
        if not hidden:
            return False
        return node.attributes.get("id") not in self._opened and "tabpanel" not in node.words("role")

    def _is_chrome(self, node: Node, in_content: bool) -> bool:
        if node.tag == "aside" or ROLES.intersection(node.words("role")):
            return True
        if node.tag in ("header", "footer"):
            return not in_content
        if node.tag == "form":
            return len(node.text()) * 2 < self._size
        if node.tag == "button":
            return not (node.attributes.keys() & {"aria-controls", "aria-expanded", "data-bs-target", "data-target"})
        return self._is_named_so(node)

    def _is_named_so(self, node: Node) -> bool:
        if node.tag in HEADINGS or node.tag in ("body", "html", "main", "article", "p", "li", "td", "th"):
            return False
        names = {*node.words("class"), *node.words("id")}
        if not any(FURNITURE.match(name) for name in names) and (
            names.isdisjoint(SLIM_FURNITURE) or any(inner.tag in HEADINGS for inner in node.elements())
        ):
            return False
        return len(node.text()) * 2 < self._size


def _menus(elements: list[Node]) -> frozenset[Node]:
    """Lists that hold links alone: all to places of the page itself (a summary), or before its title (a menu)."""
    titles = [i for i, element in enumerate(elements) if element.tag == "h1"]
    found = set()
    for i, element in enumerate(elements):
        if (
            element.tag not in ("ul", "ol")
            or "tablist" in element.words("role")
            or "nav-tabs" in element.words("class")
        ):
            continue
        links = [inner for inner in element.elements() if inner.tag == "a"]
        if len(links) < 2 or len("".join(element.text().split())) > sum(len("".join(a.text().split())) for a in links):
            continue
        before_title = len(titles) == 1 and i < titles[0]
        if before_title or all(re.match(r"#.", a.attributes.get("href", "")) for a in links):
            found.add(element)
    return frozenset(found)


def _opened_by_a_control(elements: list[Node]) -> frozenset[str]:
    opened = set()
    for element in elements:
        for name in ("aria-controls", "data-bs-target", "data-target", "href"):
            value = element.attributes.get(name, "")
            if name == "aria-controls":
                opened.update(value.split())
            elif value.startswith("#") and len(value) > 1:
                opened.add(value[1:])
    return frozenset(opened)


def _ancestry(page: Node) -> frozenset[Node]:
    """The elements that hold <main>, an <article> or the only <h1>: whatever their name, they are the page itself."""
    holders: set[Node] = set()
    titles = sum(1 for element in page.elements() if element.tag == "h1")

    def visit(node: Node) -> bool:
        holds = False
        for child in node.children:
            if isinstance(child, Node):
                holds |= visit(child)
        if holds:
            holders.add(node)
        return (
            holds
            or node.tag in ("main", "article")
            or "main" in node.words("role")
            or (node.tag == "h1" and titles == 1)
        )

    visit(page)
    return frozenset(holders)
