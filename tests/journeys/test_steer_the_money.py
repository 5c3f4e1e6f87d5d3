"""A year of the council of Loos, the money and the figures: asked, granted, accounted for; measured, drifting."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from quietude.strategy.models import FundingLine, Indicator
from tests.journeys.council import Loos
from tests.journeys.gestures import fill, press, row_of, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CALL = "Prévention de la délinquance, appel du Nord"
FUNDER = "Fondation du Val"


def typed(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def add_funding(page: Page, loos: Loos, **fields: object) -> None:
    """One more line among the fundings of sheet 3."""
    page.goto(loos.page_of("3") + "rubriques/argent/")
    spare = page.locator("[name$=-funder]").count() - 2
    fill(page, **{f"rows__{spare}__{name}": value for name, value in fields.items()})
    press(page, "Enregistrer")
    told(page, "Financements")


def test_a_grant_is_asked_granted_and_accounted_for(loos: Loos, page_as: Callable[..., Page]) -> None:
    page, last_year = page_as(loos.coordinator), timezone.localdate().year - 1
    add_funding(page, loos, funder=FUNDER, year=last_year, state="demandé", asked=5000)
    line = FundingLine.objects.get(funder=FUNDER)
    page.goto(loos.page_of("3") + "rubriques/argent/")
    card = page.locator("fieldset.row-card", has=page.locator(f"input[value='{line.pk}']"))
    card.locator("[name$=-granted]").fill("4500")
    press(page, "Enregistrer")
    expect(page.locator("main")).to_contain_text("accordé")
    line.refresh_from_db()
    assert line.granted is None, "an amount granted does not stand on a line that is only asked"
    card.locator("[name$=-state]").select_option(label="accordé")
    press(page, "Enregistrer")
    told(page, "Financements")
    page.goto(f"{loos.room}/financements/?vue=comptes-rendus")
    row = row_of(page, FUNDER)
    expect(row).to_contain_text("4\u202f500")
    row.get_by_role("link", name="Préparer le bilan").press("Enter")
    expect(page.locator("h1")).to_have_text(f"Bilan de l’année {last_year}")
    expect(page.locator(".report")).to_contain_text(FUNDER)
    expect(page.locator(".report")).to_contain_text("À compléter")
    page.go_back()
    row_of(page, FUNDER).get_by_role("button", name="Dire que le compte rendu est remis").press("Enter")
    told(page, "remis")
    expect(row_of(page, FUNDER)).to_have_count(0)
    page.goto(f"{loos.room}/financements/?vue=lignes&q=Fondation")
    expect(row_of(page, FUNDER)).to_contain_text("ustifié")


def test_a_call_is_written_and_an_opportunity_prepared(loos: Loos, page_as: Callable[..., Page]) -> None:
    page, today = page_as(loos.coordinator), timezone.localdate()
    page.goto(f"{loos.room}/appels/")
    page.get_by_role("link", name="Écrire un appel : FIPD D").press("Enter")
    expect(page.locator("[name=department]")).to_have_value("59")
    fill(page, title=CALL, opens_on=typed(today), closes_on=typed(today + timedelta(days=12)))
    press(page, "Enregistrer l’appel")
    told(page, "Appel enregistré")
    expect(page.locator(".page-head")).to_contain_text("ferme dans 12\u00a0jours")
    expect(page.locator(".suits").first).to_contain_text("Pourquoi")
    page.get_by_role("button", name="Préparer la demande").first.press("Enter")
    told(page, "demande à préparer")
    line = FundingLine.objects.get(call__title=CALL)
    assert (line.state, line.funder, line.asked) == ("to_ask", "FIPD", None)
    page.goto(f"{loos.room}/fiches/{line.sheet_id}/")
    expect(page.locator("#argent")).to_contain_text(CALL)
    page.goto(f"{loos.room}/appels/{line.call_id}/")
    expect(page.locator("main")).to_contain_text("Dossier de demande de subvention")
    press(page, "Clore l’appel")
    told(page, "Appel clos")
    page.locator(".toast").get_by_role("button", name="Annuler").press("Enter")
    expect(page.get_by_role("button", name="Clore l’appel")).to_be_visible()


def define(page: Page, loos: Loos, today: date) -> Indicator:
    """An indicator on sheet 3, refused without a definition."""
    page.goto(loos.page_of("3") + "rubriques/indicateurs/")
    fill(page, name="Familles reçues", nature="résultat", unit="familles", baseline=0, target=100)
    fill(page, baseline_on=typed(today - timedelta(days=300)), rhythm="chaque mois")
    press(page, "Enregistrer l’indicateur")
    expect(page.locator(".error-summary")).to_contain_text("Définition")
    fill(page, definition="Familles reçues au moins une fois dans l’année, chacune comptée une fois.")
    press(page, "Enregistrer l’indicateur")
    expect(page.locator("main")).to_contain_text("Familles reçues")
    return Indicator.objects.get(name="Familles reçues")


def test_an_indicator_is_defined_measured_and_seen_drifting(loos: Loos, page_as: Callable[..., Page]) -> None:
    page, today = page_as(loos.coordinator), timezone.localdate()
    page.goto(loos.page_of("3") + "modifier/")
    fill(page, due_on=typed(today + timedelta(days=60)))
    press(page, "Enregistrer la fiche")
    indicator = define(page, loos, today)
    page.goto(f"{loos.room}/indicateurs/{indicator.pk}/")
    for days_ago, value, comment in ((200, 30, "Trois samedis de permanence"), (70, 33, "Le local a fermé")):
        fill(page, on=typed(today - timedelta(days=days_ago)), value=value, comment=comment)
        press(page, "Ajouter la mesure")
        told(page, "Mesure enregistrée")
    expect(page.locator(".standing-words")).to_contain_text("En retard sur la cible")
    expect(page.locator(".standing-words")).to_contain_text("Pas mesuré depuis 70\u00a0jours")
    expect(page.locator("#mesures")).to_contain_text("Le local a fermé")
    page.get_by_role("link", name="Corriger la mesure").first.press("Enter")
    fill(page, value=35)
    press(page, "Enregistrer la mesure")
    told(page, "Mesure corrigée")
    page.goto(f"{loos.room}/indicateurs/?vue=retard&q=Familles")
    expect(row_of(page, "Familles reçues")).to_contain_text("35")
