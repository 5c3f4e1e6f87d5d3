"""What everybody does on a page: fill what a label names, save, read what the page says, take a file."""

from pathlib import Path
from typing import Any

from playwright.sync_api import APIResponse, Locator, Page, expect


def fill(page: Page | Locator, **fields: Any) -> None:
    """Write each value in the control of that name: text, choice of a list by its words, or box to tick."""
    for name, value in fields.items():
        control = page.locator(f"[name='{name.replace('__', '-')}']")
        if control.first.evaluate("one => one.tagName") == "SELECT":
            control.select_option(label=value)
        elif value is True:
            control.check()
        else:
            control.fill(str(value))


def tick(page: Page, group: str, *words: str) -> None:
    """Tick the boxes that these words label, in the group of that name."""
    boxes = page.locator(f"label:has([name='{group}'])")
    for one in words:
        boxes.filter(has_text=one).first.locator("input").check()


def press(page: Page | Locator, button: str) -> None:
    """Push the button that says exactly that, with the keyboard."""
    page.get_by_role("button", name=button, exact=True).first.press("Enter")


def told(page: Page, words: str) -> None:
    """Wait for what the page announces after an act."""
    expect(page.locator(".toast").first).to_contain_text(words)


def row_of(page: Page, title: str) -> Locator:
    """The line of a table that speaks of ``title``."""
    return page.locator("tr", has_text=title)


def take(page: Page, address: str) -> APIResponse:
    """The file at that address, as the browser of that page would receive it."""
    answer = page.request.get(address)
    assert answer.ok, address
    return answer


def downloaded(page: Page, link: Locator, folder: Path) -> Path:
    """The file that a click on ``link`` gives."""
    with page.expect_download() as waiting:
        link.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path
