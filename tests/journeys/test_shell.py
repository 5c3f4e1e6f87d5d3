"""The shell with the keyboard alone: skip link, menus, search, single keys turned off, the rail of a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from quietude.permissions.roles import Role
from quietude.strategy.searching import index_sheets
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_first_key_leads_to_the_content(cast: Cast, page_as: Callable[..., Page], live_server) -> None:
    page = page_as(cast[Role.COORDINATOR])
    page.goto(f"{live_server.url}/conseils/{cast.council.slug}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_a_slash_searches_the_council_unless_single_keys_are_off(
    cast: Cast, page_as: Callable[..., Page], live_server
) -> None:
    index_sheets(write_strategy(cast.council))
    page = page_as(cast[Role.COORDINATOR])
    page.goto(f"{live_server.url}/conseils/{cast.council.slug}/")
    page.keyboard.press("/")
    page.keyboard.type("rang 2")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Action du rang 2")).to_be_visible()
    page.click(".who > button")
    page.click("[data-switch-shortcuts]")
    expect(page.locator("[data-switch-shortcuts]")).to_have_attribute("aria-pressed", "false")
    page.reload()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_who_one_is_here_opens_and_closes_with_the_keyboard(
    cast: Cast, page_as: Callable[..., Page], live_server
) -> None:
    page = page_as(cast[Role.COORDINATOR])
    page.goto(f"{live_server.url}/conseils/{cast.council.slug}/")
    page.focus(".who > button")
    page.keyboard.press("Enter")
    expect(page.locator("#moi")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Mon compte"
    page.keyboard.press("Escape")
    expect(page.locator("#moi")).to_be_hidden()


def test_on_a_phone_the_rail_is_a_menu(cast: Cast, page_as: Callable[..., Page], live_server) -> None:
    page = page_as(cast[Role.COORDINATOR], 390)
    page.goto(f"{live_server.url}/conseils/{cast.council.slug}/")
    expect(page.locator("#rail")).to_be_hidden()
    page.click(".open-rail")
    expect(page.locator("#rail")).to_be_visible()
    expect(page.locator("#rail [aria-current=page]")).to_have_text("Tableau de bord")
    page.keyboard.press("Escape")
    expect(page.locator("#rail")).to_be_hidden()
