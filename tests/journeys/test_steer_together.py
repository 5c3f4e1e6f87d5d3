"""A year of the council of Loos, several sheets and several people: table, views, a change at once, the spreadsheet."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pdfplumber
import pytest
import xlsxwriter
from django.utils import timezone
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from quietude.strategy.models import ActionSheet
from tests.journeys.council import Loos
from tests.journeys.gestures import downloaded, fill, press, row_of, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def choose(page: Page, *sheets: ActionSheet) -> None:
    for sheet in sheets:
        page.locator(f"input[name=fiche][value='{sheet.pk}']").check()


def test_several_sheets_change_at_once_and_change_back(loos: Loos, page_as: Callable[..., Page]) -> None:
    page, sheets = page_as(loos.coordinator), [loos.sheet("1"), loos.sheet("2")]
    before = [sheet.due_on for sheet in sheets]
    page.goto(f"{loos.room}/fiches/")
    choose(page, *sheets)
    expect(page.locator("[data-picked]")).to_have_text("2 fiches choisies")
    page.get_by_role("button", name="Décaler l’échéance").press("Enter")
    fill(page, count=10, unit="jours")
    press(page, "Voir ce qui va changer")
    expect(page.locator("h1")).to_have_text("2\u00a0fiches vont changer")
    assert [loos.sheet(number).due_on for number in "12"] == before, "nothing is written before it was shown"
    press(page, "Enregistrer")
    told(page, "2\u00a0fiches modifiées")
    assert [loos.sheet(number).due_on for number in "12"] == [day and day + timedelta(days=10) for day in before]
    page.locator(".toast").get_by_role("button", name="Annuler").press("Enter")
    told(page, "2\u00a0fiches")
    assert [loos.sheet(number).due_on for number in "12"] == before


def test_the_sheets_chosen_leave_as_one_pdf(loos: Loos, page_as: Callable[..., Page], tmp_path: Path) -> None:
    page, sheets = page_as(loos.coordinator), [loos.sheet("2"), loos.sheet("5")]
    page.goto(f"{loos.room}/fiches/")
    choose(page, *sheets)
    with pdfplumber.open(downloaded(page, page.get_by_role("button", name="Imprimer"), tmp_path)) as pdf:
        read = " ".join(leaf.extract_text() for leaf in pdf.pages)
    assert [sheet.title in read for sheet in sheets] == [True, True]
    assert loos.sheet("3").title not in read


def test_a_way_of_looking_is_kept_and_shared(loos: Loos, page_as: Callable[..., Page]) -> None:
    page = page_as(loos.coordinator)
    page.goto(f"{loos.room}/fiches/")
    page.get_by_role("link", name="Filtrer").press("Enter")
    page.locator("#filtres").get_by_label("État").select_option(label="En cours")
    press(page, "Appliquer")
    expect(page.locator(".toolbar")).to_contain_text("en cours", ignore_case=True)
    page.get_by_label("Grouper par").select_option(label="Pilote")
    expect(page.locator("th[scope=rowgroup]").first).to_be_visible()
    page.get_by_text("Colonnes", exact=True).press("Enter")
    page.get_by_role("checkbox", name="Communes").check()
    press(page, "Montrer ces colonnes")
    expect(page.get_by_role("columnheader", name="Communes")).to_be_visible()
    page.get_by_role("link", name="Enregistrer cette vue").press("Enter")
    fill(page, name="En cours, par pilote", shared=True)
    press(page, "Enregistrer la vue")
    told(page, "enregistrée")
    other = page_as(loos.deputy)
    other.goto(f"{loos.room}/fiches/")
    other.get_by_role("link", name="En cours, par pilote").press("Enter")
    expect(other.locator("[aria-current=page]", has_text="En cours, par pilote")).to_be_visible()
    expect(other.get_by_role("columnheader", name="Communes")).to_be_visible()


def rewritten(path: Path, changes: dict[str, dict[str, str]]) -> Path:
    """The spreadsheet at ``path`` once somebody changed cells: {number of the sheet: {column: text}}."""
    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    number = head.index("N°")
    for row in rows:
        for column, text in changes.get(str(row[number]), {}).items():
            row[head.index(column)] = text
    back = path.with_name("fiches-completees.xlsx")
    with xlsxwriter.Workbook(back, {"default_date_format": "dd/mm/yyyy"}) as book:
        leaf = book.add_worksheet()
        for place, row in enumerate((head, *rows)):
            leaf.write_row(place, 0, row)
    return back


def test_a_spreadsheet_comes_back_and_meets_what_another_wrote(
    loos: Loos, page_as: Callable[..., Page], tmp_path: Path
) -> None:
    page = page_as(loos.coordinator)
    page.goto(f"{loos.room}/fiches/tableur/")
    table = downloaded(page, page.get_by_role("link", name="Télécharger le tableau (XLSX)"), tmp_path)
    deputy = page_as(loos.deputy)
    deputy.goto(loos.page_of("2") + "modifier/")
    fill(deputy, means="Trois postes, dit l’élu.")
    press(deputy, "Enregistrer la fiche")
    told(deputy, "enregistrée")
    back = rewritten(table, {"1": {"Fiche": "Comité des jeunes"}, "2": {"Moyens": "Quatre postes, dit le tableau."}})
    page.set_input_files("[name=document]", back)
    press(page, "Lire ce tableau")
    expect(page.locator("h1")).to_contain_text("Ce que « fiches-completees.xlsx » changerait")
    expect(row_of(page, "Comité des jeunes")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Changé aussi par quelqu’un d’autre")
    expect(page.locator("main")).to_contain_text("Trois postes, dit l’élu.")
    page.get_by_role("radio", name="Prendre celle du tableau").check()
    press(page, "Écrire ces changements")
    told(page, "2\u00a0fiches écrites depuis le tableau")
    assert (loos.sheet("1").title, loos.sheet("2").means) == ("Comité des jeunes", "Quatre postes, dit le tableau.")


def test_two_people_on_one_sheet_lose_nothing(loos: Loos, page_as: Callable[..., Page]) -> None:
    coordinator, deputy = page_as(loos.coordinator), page_as(loos.deputy)
    for page in (coordinator, deputy):
        page.goto(loos.page_of("5") + "modifier/")
    fill(coordinator, means="Une salle.")
    press(coordinator, "Enregistrer la fiche")
    told(coordinator, "enregistrée")
    fill(deputy, public="Collégiens", due_on=f"{timezone.localdate() + timedelta(days=90):%d/%m/%Y}")
    press(deputy, "Enregistrer la fiche")
    expect(deputy.locator("h1")).to_contain_text("Quelqu’un a modifié cette fiche")
    press(deputy, "Enregistrer ces choix")
    told(deputy, "réconciliées")
    assert (loos.sheet("5").means, loos.sheet("5").public) == ("Une salle.", "Collégiens")
