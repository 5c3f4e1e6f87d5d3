"""A part of a page drawn once, then kept: built in, no ``{% load %}``.

    {% kept "styles" %}…{% endkept %}                      drawn once in the life of the process
    {% kept "rows" table.view table.place %}…{% endkept %}  drawn once for each value of what follows its name

Inside a council, the second is kept for who holds the same seats, until an act is done there (``Here.recall``). It may
hold nothing of the person who reads nor of the request: what it depends on follows its name. The keys of its forms are
the exception: each page that shows it gets its own.
"""

import re
from collections.abc import Callable
from secrets import token_hex
from typing import Any
from uuid import uuid4

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

from quietude.kit.memory import Memory

register = template.Library()

FORM_KEY, SUBMISSION_KEY = token_hex(16), token_hex(16)
"""What stands in a kept part for the key against forged forms, and for the key of one sending."""
_KEYS = re.compile(f"{FORM_KEY}|{SUBMISSION_KEY}")
_drawn = Memory(200_000)


class KeptNode(template.Node):
    def __init__(self, parts: list[FilterExpression], nodelist: NodeList) -> None:
        self.parts, self.nodelist = parts, nodelist

    def render(self, context: template.Context) -> SafeString:
        key = ("fragment", *(part.resolve(context) for part in self.parts))
        here: Any = context.get("here")
        recall: Callable[..., str] = here.recall if here and len(key) > 2 else _drawn.recall
        drawn = recall(key, lambda: self._draw(context))
        return mark_safe(_KEYS.sub(lambda found: _key(found.group(), context), drawn))  # noqa: S308 (drawn by Django)

    def _draw(self, context: template.Context) -> str:
        with context.push(csrf_token=FORM_KEY, submission_mark=SUBMISSION_KEY):
            return self.nodelist.render(context)


def _key(mark: str, context: template.Context) -> str:
    return str(context.get("csrf_token", "")) if mark == FORM_KEY else str(uuid4())


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Draw what is inside once for each value of the parts that follow the tag."""
    parts = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(parts, nodelist)
