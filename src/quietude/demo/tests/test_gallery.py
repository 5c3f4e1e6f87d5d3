"""The page of components, in a browser: no accessibility fault wide, narrow, dark; nothing overflows; keyboard only."""

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("quietude.demo.tests.urls"),
    pytest.mark.django_db(transaction=True),
]

WIDTHS = {"wide": 1440, "tablet": 1024, "zoomed": 720, "phone": 390}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield found
        found.close()


def open_gallery(browser: Browser, address: str, width: int, scheme: str = "light") -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="fr-FR")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.goto(f"{address}/composants/")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_accessibility_fault_and_nothing_overflows(browser: Browser, live_server, width: str, scheme: str) -> None:
    page = open_gallery(browser, live_server.url, WIDTHS[width], scheme)
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    assert page.faults == []
    page.context.close()


def test_our_fonts_are_those_that_are_shown(browser: Browser, live_server) -> None:
    page = open_gallery(browser, live_server.url, 1440)
    page.evaluate("document.fonts.ready")
    assert page.evaluate(
        "document.fonts.check('16px \"Quietude Sans\"') && document.fonts.check('600 32px \"Quietude Serif\"')"
    )
    assert page.evaluate("[...document.fonts].every(face => face.status === 'loaded')")
    page.context.close()


def test_the_keyboard_alone_is_enough(browser: Browser, live_server) -> None:
    page = open_gallery(browser, live_server.url, 1440)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("a/b")
    assert page.input_value("input[type=search]") == "a/b"
    page.focus("details.drop > summary")
    page.keyboard.press("Enter")
    assert page.is_visible("details.drop .menu")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.is_visible("details.drop .menu")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.context.close()


def test_choosing_all_the_rows_counts_them(browser: Browser, live_server) -> None:
    page = open_gallery(browser, live_server.url, 1440)
    assert page.inner_text("[data-picked]") == "1 fiche choisie"
    page.check("[data-pick-all]")
    assert page.inner_text("[data-picked]") == "3 fiches choisies"
    page.uncheck("[data-pick-all]")
    assert not page.is_visible(".selection-bar")
    page.context.close()


def test_every_target_is_large_enough(browser: Browser, live_server) -> None:
    page = open_gallery(browser, live_server.url, 390)
    small = page.evaluate(
        "[...document.querySelectorAll('button, summary, .button, .filter-chip a, select, .tabs a, .pages a')]"
        ".filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".filter(([_, box]) => box.height < 24 || box.width < 24).map(([html]) => html)"
    )
    assert small == []
    page.context.close()
