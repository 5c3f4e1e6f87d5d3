"""Every screen of a council, wide and phone: no accessibility fault, nothing wider than the window."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from quietude.strategy import urls
from tests.journeys.council import Loos
from tests.journeys.screens import addresses, screens, set_the_stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (1440, 390)
PARTS = 4
"""The sweep is cut in as many tests, which workers share."""
ACTS = {
    "action_sheet_bulk_undo",
    "action_sheet_move",
    "block_release",
    "block_remind",
    "call_restore",
    "call_withdraw",
    "figure_take",
    "import_abandon",
    "import_apply",
    "journal_write",
    "report_hand_in",
    "report_take_back",
    "request_prepare",
    "review_describe",
    "review_item",
    "review_line",
    "review_take_back",
    "sheet_view_delete",
    "sheet_view_restore",
    "step_finish",
    "step_reopen",
}
"""Addresses that only receive."""
FILES = {"action_sheet_print", "action_sheet_table", "baseline_scan", "sheet_document", "strategy_presentation"}
"""Files whose address says so without an extension."""
ELSEWHERE = {"import_progress": "a fragment of the page that reads", "import_undo": "walked by test_first_monday"}
SAME = {"sheet_year_of": "sheet_year"}


def faults_of(page: Page, width: int) -> list[object]:
    """What axe finds at that width, and whether the page is wider than its window."""
    page.set_viewport_size({"width": width, "height": 900})
    found = [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]])
        for fault in Axe().run(page).response["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth")
    return found + ([f"{wide} px wide"] if wide > width else [])


def test_no_screen_of_the_strategy_is_left_out(loos: Loos) -> None:
    named = {path.name for path in urls.urlpatterns}
    files = {path.name for path in urls.urlpatterns if "<slug:extension>" in str(path.pattern)}
    assert named - files - FILES - ACTS - set(ELSEWHERE) - set(SAME) == set(screens(set_the_stage(loos)))


@pytest.mark.parametrize("part", range(PARTS))
def test_the_screens_of_a_council(loos: Loos, page_as: Callable[..., Page], part: int) -> None:
    page, faults = page_as(loos.coordinator), {}
    for address in addresses(loos, set_the_stage(loos))[part::PARTS]:
        answer = page.goto(loos.origin + address)
        assert answer
        assert answer.ok, address
        if found := [fault for width in WIDTHS for fault in faults_of(page, width)]:
            faults[address] = found
    assert faults == {}, "\n".join(f"{address}: {found}" for address, found in faults.items())
