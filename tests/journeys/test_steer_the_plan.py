"""A year of the council of Loos, the whole plan: signed, amended, drawn in pictures, told each week, handed over."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import Page, expect

from quietude.permissions.roles import Role
from quietude.strategy.models import Baseline, Strategy
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast
from tests.journeys.council import Loos
from tests.journeys.gestures import fill, press, row_of, take, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AGREED = "Élargir aux soirées d’été."


def freeze(page: Page, room: str, strategy: int, **fields: object) -> None:
    """Freeze a version of that strategy, today."""
    today = f"{timezone.localdate():%d/%m/%Y}"
    page.goto(f"{room}/{strategy}/versions/figer/")
    fill(page, signed_on=today, deliberation="2026-99", deliberated_on=today, **fields)
    page.locator("[name$=-name]").first.fill("Étienne Marsac")
    page.locator("[name$=-quality]").first.fill("Maire, président du conseil")
    press(page, "Figer cette version")
    told(page, "figée : elle ne changera plus".replace(" :", "\u00a0:"))


def change_means(page: Page, loos: Loos) -> None:
    page.goto(loos.page_of("1") + "modifier/")
    fill(page, means="Un poste et demi.", due_on="30/06/2031")
    press(page, "Enregistrer la fiche")
    told(page, "enregistrée")


def test_what_was_signed_stays_and_what_moved_is_read_in_french(loos: Loos, page_as: Callable[..., Page]) -> None:
    page = page_as(loos.coordinator)
    strategy = loos.sheet("1").strategy_id
    freeze(page, loos.room, strategy, reason="Un poste en plus.")
    change_means(page, loos)
    expect(page.locator("#depuis-la-signature")).to_contain_text("30\u00a0juin\u00a02031")
    frozen = Baseline.objects.latest("number")
    page.goto(f"{loos.room}/versions/{frozen.pk}/ecarts/")
    expect(page.get_by_role("region", name="Ce qui a glissé")).to_contain_text("30\u00a0juin\u00a02031")
    expect(page.locator("main")).to_contain_text("Un poste et demi.")
    page.get_by_role("link", name="Lire la version").press("Enter")
    expect(page.locator("main")).not_to_contain_text("Un poste et demi.")
    freeze(page, loos.room, strategy, reason=AGREED)
    amended = Baseline.objects.latest("number")
    assert amended.kind == "amendment"
    page.goto(f"{loos.room}/versions/{amended.pk}/ecarts/")
    expect(page.locator("main")).to_contain_text("tout est comme c’était")
    page.locator("#avec").select_option(value=str(frozen.number))
    press(page, "Comparer")
    expect(page.locator("h1")).to_have_text("Ce qui a changé entre deux versions")
    expect(page.locator("main")).to_contain_text("30\u00a0juin\u00a02031")
    page.goto(f"{loos.room}/versions/{amended.pk}/verification/")
    expect(page.locator("main")).to_contain_text("Cette version est celle qui a été figée")


def test_a_draft_is_adopted_the_day_it_is_signed(cast: Cast, page_as: Callable[..., Page], live_server) -> None:
    strategy = write_strategy(cast.council, 3)[0].strategy
    Strategy.objects.update(status="draft")
    page, room = page_as(cast[Role.COORDINATOR]), f"{live_server.url}/conseils/{cast.council.slug}/strategie"
    freeze(page, room, strategy.pk)
    strategy.refresh_from_db()
    assert (strategy.status, strategy.deliberation) == ("adopted", "2026-99")
    page.goto(f"{room}/{strategy.pk}/versions/")
    expect(page.locator("main")).to_contain_text("Étienne Marsac (Maire, président du conseil)")
    expect(page.get_by_role("link", name="Figer un avenant")).to_be_visible()


def test_the_plan_is_seen_in_pictures(loos: Loos, page_as: Callable[..., Page]) -> None:
    page, sheet = page_as(loos.coordinator), loos.sheet("1")
    page.goto(f"{loos.room}/calendrier/")
    expect(page.locator("svg.gantt path.today")).to_have_count(1)
    bar = page.locator("svg.gantt").get_by_role("link", name=sheet.title)
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(sheet.title)
    page.go_back()
    page.get_by_role("link", name="Dates", exact=True).press("Enter")
    expect(row_of(page, sheet.title)).to_contain_text("Comité installé à Emmerin")
    page.get_by_role("link", name="Échéances", exact=True).first.press("Enter")
    page.get_by_role("link", name="Mois suivant").press("Enter")
    expect(page.get_by_role("link", name="Revenir à ce mois-ci")).to_be_visible()
    page.goto(f"{loos.room}/fiches/repartition/")
    page.get_by_label("Compter par").select_option(label="Pilote")
    press(page, "Compter")
    expect(page.locator("main")).to_contain_text("par pilote")
    page.locator("table a").first.press("Enter")
    expect(page.locator("h1")).to_have_text("Fiches action")
    page.goto(f"{loos.room}/fiches/carte/")
    expect(page.locator("svg path")).not_to_have_count(0)
    row_of(page, "Emmerin").get_by_role("link").press("Enter")
    expect(page.locator("h1")).to_have_text("Fiches action")


def test_a_card_moves_on_the_board(loos: Loos, page_as: Callable[..., Page]) -> None:
    page = page_as(loos.coordinator)
    page.goto(f"{loos.room}/fiches/par-etat/")
    card = page.locator(".cards li", has=page.get_by_label("Changer l’état de la fiche 1", exact=True))
    card.locator("summary").press("Enter")
    card.get_by_label("Nouvel état de la fiche 1").select_option(label="Réalisée")
    press(card, "Changer")
    told(page, "Fiche 1\u00a0: réalisée")
    assert loos.sheet("1").status == "done"


def test_an_empty_place_is_accepted_with_its_reason(loos: Loos, page_as: Callable[..., Page]) -> None:
    page = page_as(loos.coordinator)
    page.goto(f"{loos.room}/couverture/?lignes=axes")
    gap = page.get_by_role("link", name="Vide, à discuter").first
    where = gap.get_attribute("href")
    gap.press("Enter")
    press(page, "Assumer ce vide")
    expect(page.locator(".error-summary")).to_be_visible()
    fill(page, reason="Le Département s’en charge déjà.")
    press(page, "Assumer ce vide")
    told(page, "Vide assumé")
    accepted = page.locator(f"td:has(a[href='{where}'])")
    expect(accepted).to_contain_text("Le Département s’en charge déjà.")


def test_the_week_is_told_and_the_post_handed_over(loos: Loos, page_as: Callable[..., Page]) -> None:
    page = page_as(loos.chair)
    page.goto(f"{loos.room}/point/")
    expect(page.locator("h1")).to_have_text("Le point de la semaine")
    page = page_as(loos.coordinator)
    page.goto(loos.page_of("3"))
    page.locator("#journal textarea").fill("Le club prend le mercredi, faute de salle le samedi.")
    page.get_by_role("radio", name="décision et sa raison").check()
    press(page, "Écrire au journal")
    page.goto(loos.room.replace("/strategie", "/passation/"))
    expect(page.locator("main")).to_contain_text("Le club prend le mercredi")
    expect(page.locator("main")).to_contain_text("Cellule de veille")
    page.goto(loos.room.replace("/strategie", "/composition/interim/"))
    person = page.locator("[name=professional] option", has_text="Karim Bensalah").first.get_attribute("value")
    page.locator("[name=professional]").select_option(value=person)
    fill(page, reason="Congé")
    press(page, "Confier l’intérim")
    told(page, "Intérim noté")
    expect(page.locator("#rappels")).to_contain_text("Karim Bensalah")


def test_an_agenda_follows_the_deadlines_until_it_is_closed(loos: Loos, page_as: Callable[..., Page]) -> None:
    page, sheet = page_as(loos.coordinator), loos.sheet("1")
    page.goto(loos.page_of("1") + "modifier/")
    fill(page, due_on=f"{timezone.localdate() + timedelta(days=40):%d/%m/%Y}")
    press(page, "Enregistrer la fiche")
    page.goto(f"{loos.room}/echeances/")
    page.get_by_role("link", name="Suivre dans mon agenda").press("Enter")
    press(page, "Ouvrir mon lien")
    told(page, "Lien ouvert")
    address = page.get_by_label("Adresse à donner à votre agenda").input_value()
    events = Calendar.from_ical(take(page, address).body()).walk("VEVENT")
    assert any(sheet.title in str(event["SUMMARY"]) for event in events)
    press(page, "Fermer le lien")
    told(page, "Le lien ne donne plus rien")
    assert not page.request.get(address).ok
