"""The product's own application, beside a Django handler that has the middleware of a bare page and no other."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.test.utils import override_settings

from quietude.config.wsgi import application as product

PREFIX = "/plancher/"
NOTHING = "/plancher/rien"
"""Answered without Django: what the server and the load generator can do at most."""
MIDDLEWARE = [
    "benchmarks.floor.middleware.bare_addresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "benchmarks.floor.middleware.bare_account",
]

with override_settings(MIDDLEWARE=MIDDLEWARE):
    floor = WSGIHandler()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    if path == NOTHING:
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]
    return (floor if path.startswith(PREFIX) else product)(environ, start_response)
