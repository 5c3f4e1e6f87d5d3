"""A year of the council of Loos, on paper: every file that a page offers is taken, opened and read."""

import csv
import io
import zipfile
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import pdfplumber
import pytest
from defusedxml.ElementTree import fromstring
from django.urls import resolve, reverse
from playwright.sync_api import Page
from python_calamine import CalamineWorkbook

from quietude.strategy import urls
from quietude.strategy.models import ActionSheet
from tests.journeys.council import Loos
from tests.journeys.gestures import take
from tests.journeys.screens import screens, set_the_stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OFFERING = (
    "strategy",
    "action_sheet",
    "action_sheet_list",
    "action_sheet_import",
    "weekly_point",
    "coverage",
    "baseline",
    "baseline_list",
    "baseline_comparison",
    "money",
    "sheet_year",
    "call_list",
    "indicator_list",
)
"""The screens of the strategy that offer files."""
READ = 4
"""Pages read of a PDF; the first ones name every sheet."""
HREFS = "links => links.map(link => link.getAttribute('href'))"


def words_of(content: bytes, kind: str) -> str:
    """What a person reads in a file, spaces made plain."""
    return " ".join(READERS[kind](content).split())


def pdf_words(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        assert pdf.doc.catalog["MarkInfo"]["Marked"], "the document is tagged"
        return " ".join(page.extract_text() for page in pdf.pages[:READ])


def xml_words(content: bytes) -> str:
    return " ".join(fromstring(content).itertext())


def zipped_words(content: bytes, *parts: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if name.startswith(parts) and name.endswith(".xml")]
        return " ".join(xml_words(archive.read(name)) for name in names)


def xlsx_words(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        leaves = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in leaf for leaf in leaves), "no cell is a formula"
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return " ".join(str(cell) for row in rows for cell in row)


def csv_words(content: bytes) -> str:
    return " ".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";") for cell in row)


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": pdf_words,
    "docx": lambda content: zipped_words(content, "word/document.xml"),
    "odt": lambda content: zipped_words(content, "content.xml"),
    "pptx": lambda content: zipped_words(content, "ppt/slides/slide"),
    "xlsx": xlsx_words,
    "csv": csv_words,
}


def files_offered(page: Page, loos: Loos) -> dict[str, str]:
    """{address of each file that a page offers: its kind}; the first page of each name is enough."""
    slug, known = loos.council.slug, screens(set_the_stage(loos))
    pages = [reverse(name, args=[slug, *known[name][0][0]]) for name in OFFERING]
    pages += [reverse(name, args=[slug]) for name in ("handover", "letterhead", "register", "member_list")]
    found = set()
    for address in pages:
        page.goto(loos.origin + address)
        found |= {urljoin(address, href) for href in page.locator("main a[href]").evaluate_all(HREFS)}
    return {one: kind for one in sorted(found) if (kind := urlsplit(one).path.rpartition(".")[2]) in READERS}


def expected_words(address: str, sheet: ActionSheet) -> str:
    """What each file must say, by the first words of its address that tell."""
    for piece, words in (
        ("/fiche.", sheet.title),
        ("/strategie.", sheet.title),
        ("/axe.", "Fiche"),
        ("/presentation.pptx", "Stratégie"),
        ("/bilan.", sheet.title),
        ("/fiches/tableau.", sheet.title),
        ("/fiches.xlsx", sheet.title),
        ("/financements/tableau.", "Financeur"),
        ("/appels/tableau.", "FIPD du Nord"),
        ("/indicateurs/tableau.", "Indicateur"),
        ("/couverture.", "Dans quelle commune"),
        ("/version.", sheet.title),
        ("/ecarts.", "Un poste."),
        ("/point.", "Loos"),
        ("/passation.", "Hélène Varenne"),
        ("/exemple.pdf", "Loos"),
        ("/membres/", "Varenne"),
        ("/registre/", ""),
    ):
        if piece in address:
            return words
    raise AssertionError(address)


def test_every_file_that_a_page_offers_opens_and_says_what_it_should(loos: Loos, page_as: Callable[..., Page]) -> None:
    page, sheet = page_as(loos.coordinator), loos.sheet("1")
    files, silent = files_offered(page, loos), {}
    for address, kind in files.items():
        read = words_of(take(page, loos.origin + address).body(), kind)
        expected = expected_words(address, sheet)
        if expected not in read:
            silent[address] = (expected, read[:300])
    assert silent == {}
    named = {(resolve(urlsplit(address).path).url_name, kind) for address, kind in files.items()}
    written = {path.name for path in urls.urlpatterns if "<slug:extension>" in str(path.pattern)}
    assert written - {name for name, _ in named} == set(), "a file that no page offers"
    assert {"pdf", "docx", "odt", "pptx", "xlsx", "csv"} == {kind for _, kind in named}
