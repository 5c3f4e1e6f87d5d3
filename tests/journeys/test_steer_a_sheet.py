"""A year of the council of Loos, the sheet: written to the last need, blocked, reminded, released, remembered."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from quietude.outbox.models import OutgoingMail
from tests.journeys.council import Loos
from tests.journeys.gestures import fill, press, tick, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Rendez-vous de la rue, les soirs d’été"


def in_words(days: int) -> str:
    """The day so many days from now, as one types it."""
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def write_sheet(page: Page, loos: Loos) -> str:
    """A new sheet, each group of its form filled; gives the address of its page."""
    page.goto(f"{loos.room}/fiches/")
    page.get_by_role("link", name="Nouvelle fiche").press("Enter")
    page.locator("[name=axis]").select_option(index=1)
    fill(
        page,
        number="40",
        title=TITLE,
        context="Des plaintes chaque été.",
        description="Deux médiateurs, de 18 h à 23 h.",
    )
    fill(page, means="Un local.", evaluation="Bilan en septembre.", lead="Ville de Loos", age_from=16, age_to=25)
    tick(page, "objectives", "Agir avec les habitants")
    tick(page, "audiences", "jeunes adultes", "habitants")
    tick(page, "communes", "Loos", "Emmerin")
    tick(page, "neighbourhoods", "Les Oliveaux")
    fill(page, public="Ceux qui occupent les halls", perimeter="Abords de la gare", status="en cours", priority="haute")
    fill(page, starts_on=in_words(-30), due_on=in_words(200), recurrence="chaque semaine", weight=2)
    press(page, "Créer la fiche")
    expect(page.locator("h1")).to_contain_text(TITLE)
    return page.url


def complete(page: Page) -> None:
    """What the margin says is missing, one link after the other."""
    for need, values in (
        ("des étapes", {"rows__0__title": "Local trouvé", "rows__0__due_on": in_words(20), "rows__0__cost": 300}),
        ("des partenaires", {"rows__0__organisation": "Service de médiation", "rows__0__part": "Tient la présence"}),
        ("un budget", {"rows__0__funder": "FIPD", "rows__0__year": timezone.localdate().year, "rows__0__asked": 4000}),
    ):
        page.get_by_label("Autour de la fiche").get_by_role("link", name=need).press("Enter")
        fill(page, **values)
        press(page, "Enregistrer")
        told(page, "enregistré")
    expect(page.locator("#argent")).to_contain_text("FIPD")
    page.get_by_role("link", name="Ajouter un indicateur").press("Enter")
    fill(
        page, name="Soirées tenues", definition="Une soirée de deux heures au moins.", nature="activité", unit="soirées"
    )
    press(page, "Enregistrer l’indicateur")
    expect(page.locator("main")).to_contain_text("Soirées tenues")


def add_event_and_paper(page: Page, address: str, paper: Path) -> None:
    page.goto(address)
    page.get_by_role("link", name="Ajouter un événement").press("Enter")
    fill(page, title="Soirée-débat au pied des halls", held_on=in_words(-3), place="Place Thiers", participants=42)
    fill(page, kind="soirée-débat", commune="Loos", public="Riverains")
    press(page, "Ajouter l’événement")
    expect(page.locator("#evenements")).to_contain_text("42 participants".replace(" p", "\u00a0p"))
    page.get_by_role("link", name="Joindre un document").press("Enter")
    page.set_input_files("[name=document]", paper)
    fill(page, title="Convention de mise à disposition")
    press(page, "Joindre le document")
    expect(page.locator("#documents")).to_contain_text("Convention de mise à disposition")


def test_a_sheet_is_written_until_nothing_is_missing(loos: Loos, page_as: Callable[..., Page], tmp_path: Path) -> None:
    page, paper = page_as(loos.coordinator), tmp_path / "convention.txt"
    paper.write_text("Convention entre la ville et le bailleur.", "utf-8")
    address = write_sheet(page, loos)
    complete(page)
    add_event_and_paper(page, address, paper)
    page.goto(address)
    expect(page.get_by_label("Autour de la fiche")).to_contain_text("Fiche complète à 100\u00a0%")
    expect(page.get_by_label("Autour de la fiche")).not_to_contain_text("Il manque")
    page.get_by_role("link", name="Historique des changements").press("Enter")
    for words in ("Soirée-débat au pied des halls", "Local trouvé", "Service de médiation"):
        expect(page.locator(".history")).to_contain_text(words)


def test_a_blocked_sheet_is_recalled_then_released(loos: Loos, page_as: Callable[..., Page]) -> None:
    page = page_as(loos.coordinator)
    page.goto(loos.page_of("1") + "modifier/")
    fill(page, status="bloquée", blocked_by="Le local attend son assurance.", blocked_by_body="Mission locale")
    press(page, "Enregistrer la fiche")
    expect(page.locator("main")).to_contain_text("On attend : Mission locale".replace(" :", "\u00a0:"))
    before = OutgoingMail.objects.count() + len(mail.outbox)
    press(page, "Rappeler à Mission locale")
    told(page, "Rappel envoyé à 1\u00a0membre")
    expect(page.get_by_role("button", name="Rappeler à Mission locale")).to_have_count(0)
    assert OutgoingMail.objects.count() + len(mail.outbox) > before
    press(page, "Lever le blocage")
    told(page, "Blocage levé")
    expect(page.locator(".facts")).to_contain_text("En cours")
    expect(page.locator("#journal")).to_contain_text("Blocage rappelé")
    page.locator("#journal textarea").fill("Assurance prise par la ville, pour ne pas perdre l’été.")
    page.get_by_role("radio", name="décision").check()
    press(page, "Écrire au journal")
    expect(page.locator("#journal")).to_contain_text("Décision")
