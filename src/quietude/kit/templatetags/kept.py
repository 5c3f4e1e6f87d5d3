"""A part of a page drawn once, then kept: built in, no ``{% load %}``.

    {% kept "head" %}…{% endkept %}                       drawn once in the life of the process
    {% kept "rows" table.view table.place %}…{% endkept %}  drawn once for each value of what follows its name

Inside a council, the part is kept for who holds the same seats, until an act is done there (``Here.recall``). It may
hold nothing of the person who reads nor of the request, no form key: what it depends on follows its name.
"""

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString

from quietude.kit.memory import Memory

register = template.Library()

_drawn = Memory(50)


class KeptNode(template.Node):
    def __init__(self, parts: list[FilterExpression], nodelist: NodeList) -> None:
        self.parts, self.nodelist = parts, nodelist

    def render(self, context: template.Context) -> SafeString:
        key = ("fragment", *(part.resolve(context) for part in self.parts))
        here: Any = context.get("here")
        recall = here.recall if here else _drawn.recall
        return recall(key, lambda: self.nodelist.render(context))


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Draw what is inside once for each value of the parts that follow the tag."""
    parts = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(parts, nodelist)
