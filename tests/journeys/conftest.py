"""A browser for the journeys, pages opened in it as someone of the cast, and the council of Loos."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

from quietude.accounts.models import User
from quietude.kit.fonts import font_folder
from tests.cast import open_session
from tests.journeys.council import Loos, load_loos

expect.set_options(timeout=30_000)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; the fonts are there before its first page, which asks for them all at once."""
    font_folder()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=OPTIONS)
        yield found
        found.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page in a context of its own: ``new_page(width=390)``; errors of the console fail the test."""
    contexts, faults = [], []

    def make(width: int = 1440, height: int = 900, cookie: dict[str, str] | None = None) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="fr-FR")
        contexts.append(context)
        if cookie:
            context.add_cookies([cookie])
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page_as(new_page: Callable[..., Page], live_server) -> Callable[..., Page]:
    """A page in which ``user`` has signed in, second factor shown."""

    def make(user: User, width: int = 1440) -> Page:
        client = Client()
        open_session(client, user)
        value = client.cookies["session"].value
        return new_page(width=width, cookie={"name": "session", "value": value, "url": live_server.url})

    return make


@pytest.fixture
def loos(live_server, settings) -> Loos:
    """The council of Loos as the demonstration tells it, served."""
    settings.BASE_URL = live_server.url
    return load_loos(live_server.url)
