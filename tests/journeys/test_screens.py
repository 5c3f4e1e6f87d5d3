"""Every screen of a council, wide and phone: no accessibility fault, nothing wider than the window."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, FundingLine, Indicator, Step, StrategyImport
from quietude.strategy.services.sheets import keep_pending_edit, snapshot
from quietude.strategy.tests.stage import here_of, taken_over, write_strategy
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (1440, 390)


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    """A strategy with a full sheet, a conflict that waits and a document to review."""
    sheet = write_strategy(cast.council, 3)[0]
    rows = {"council": cast.council, "sheet": sheet}
    Step.objects.create(**rows, title="Convention signée")
    FundingLine.objects.create(**rows, funder="FIPD", asked=8000)
    Indicator.objects.create(**rows, name="Élèves reçus", nature="result", target=40)
    coordinator = cast[Role.COORDINATOR]
    taken_over(cast.council, coordinator)
    written = snapshot(sheet) | {"description": "Une autre description"}
    keep_pending_edit(here_of(cast.council, coordinator), sheet, written, version=sheet.version)
    return sheet


def strategy_screens(cast: Cast, sheet: ActionSheet) -> list[str]:
    """The address of each screen of desk and strategy."""
    slug = cast.council.slug
    indicator = sheet.indicators.get()
    named = {
        "dashboard": (),
        "strategy": (),
        "strategy_new": (),
        "strategy_edit": (sheet.strategy_id,),
        "axis_new": (sheet.strategy_id,),
        "objective_new": (sheet.strategy_id,),
        "action_sheet_list": (),
        "action_sheet_new": (sheet.strategy_id,),
        "action_sheet": (sheet.pk,),
        "action_sheet_edit": (sheet.pk,),
        "action_sheet_conflict": (sheet.pk,),
        "action_sheet_delete": (sheet.pk,),
        "indicator": (indicator.pk,),
        "import_list": (),
    }
    addresses = [reverse(name, args=[slug, *args]) for name, args in named.items()]
    sections = ("etapes", "argent", "indicateurs", "partenaires", "communes")
    addresses += [reverse("sheet_rows", args=[slug, sheet.pk, section]) for section in sections]
    review = reverse("import_review", args=[slug, StrategyImport.objects.get().pk])
    return [*addresses, review]


def faults_of(page: Page, width: int) -> list[object]:
    """What axe finds, and whether the page is wider than its window."""
    found = [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]])
        for fault in Axe().run(page).response["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth")
    return found + ([f"{wide} px wide"] if wide > width else [])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_screens_of_the_strategy(
    cast: Cast, sheet: ActionSheet, page_as: Callable[..., Page], live_server, width: int
) -> None:
    page = page_as(cast[Role.COORDINATOR], width)
    faults = {}
    for address in strategy_screens(cast, sheet):
        page.goto(live_server.url + address)
        if found := faults_of(page, width):
            faults[address] = found
    assert faults == {}
