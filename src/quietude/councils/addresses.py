"""The addresses of a council's pages: one way to write them, for every room above."""

from typing import Any

from django.urls import reverse

from quietude.councils.gate import Here


def location(here: Here, name: str, **kwargs: Any) -> str:
    """The address of the page ``name`` of this council."""
    return reverse(name, kwargs={"council": here.council.slug, **kwargs})
