"""The surface of the product, from its own resolver: every URL, with the door that its view stands behind."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern

from quietude.config.checks import LIBRARY_URLS, walk_urls

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_ARGUMENT = re.compile(r"<(?:(\w+):)?(\w+)>")
ABSENT = {"int": 987654321, "slug": "absent", "str": "absent", "uuid": "00000000-0000-4000-8000-000000000000"}


@dataclass(frozen=True)
class Page:
    """One URL of the product."""

    name: str
    route: str
    pattern: URLPattern

    @property
    def door(self) -> str:
        return "library" if self.name in LIBRARY_URLS else self.pattern.callback.door

    @property
    def read(self) -> str | None:
        return self.pattern.callback.door_facts.get("read")

    @property
    def act(self) -> str | None:
        return self.pattern.callback.door_facts.get("act")

    @property
    def arguments(self) -> dict[str, str]:
        """Name -> converter of each argument of the URL, the council's apart."""
        found = {name: converter or "str" for converter, name in _ARGUMENT.findall(self.route)}
        return {name: converter for name, converter in found.items() if name != "council"}

    def path(self, council: str = "absent", **arguments: Any) -> str:
        """The address of the page; an argument that is not given is that of nothing that exists."""
        given = {"council": council} | arguments

        def fill(match: re.Match[str]) -> str:
            converter, name = match.groups()
            return str(given.get(name, ABSENT[converter or "str"]))

        if self.route.startswith("^"):
            return "/mot-de-passe-oublie/absent-key/"
        return "/" + _ARGUMENT.sub(fill, self.route)

    def __str__(self) -> str:
        return self.name


@cache
def pages() -> list[Page]:
    """Every URL of the product."""
    return [Page(pattern.name or route, route, pattern) for route, pattern in walk_urls()]


def pages_behind(*doors: str) -> list[Page]:
    """The URLs whose view stands behind one of ``doors``."""
    return [page for page in pages() if page.door in doors]
