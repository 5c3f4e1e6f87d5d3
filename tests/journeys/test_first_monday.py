"""The first Monday of a coordinator, in a browser: from an empty installation to a living strategy, and back.

First run, invitation, second factor, a Word document read, one item moved, one merged, one dropped, « Valider »,
two people on one sheet, the conflict, the import undone.
"""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from playwright.sync_api import Page, expect

from quietude.accounts.models import User
from quietude.accounts.services import first_run_url, invitation_url
from quietude.audit.models import Entry
from quietude.councils.models import Council, Organisation
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Strategy, StrategyImport
from quietude.strategy.tasks import read_document
from quietude.territories.models import Commune
from tests.cast import make_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PARAGRAPHS = (
    ("Titre", "Stratégie territoriale de sécurité et de prévention de la délinquance 2026-2029"),
    ("", "La stratégie de Rochebrune compte deux axes."),
    ("Heading1", "Axe 1 : Accompagner les jeunes"),
    ("Heading2", "Action n°1 : Ouvrir une permanence d’écoute au collège"),
    ("", "Pilote : Centre social"),
    ("", "Partenaires : Collège, Maison des adolescents"),
    ("Heading2", "Action n°2 : Former les animateurs au repérage"),
    ("", "Deux journées par an, ouvertes aux associations."),
    ("Heading2", "Action n°3 : Former les bénévoles au repérage"),
    ("Heading1", "Axe 2 : Apaiser l’espace public"),
    ("Heading2", "Action n°4 : Tenir une marche exploratoire par saison"),
    ("Heading2", "Action n°5 : Renouveler les panneaux d’affichage"),
)
PASSWORD = "orage-cerisier-lanterne"


def word_file(folder: Path) -> Path:
    """A Word document with headings, made of its three necessary parts."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
        for style, text in PARAGRAPHS
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)
    path = folder / "strategie-rochebrune.docx"
    path.write_bytes(file.getvalue())
    return path


def code_of(secret: str) -> str:
    """The six digits that an application would show now for ``secret``."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.fixture(autouse=True)
def installation(live_server, settings) -> None:
    """An empty installation that knows the communes and its own address."""
    settings.BASE_URL = live_server.url
    facts = {"department": "99", "region": "99", "vintage": 2026, "population": 7200, "population_year": 2023}
    Commune.objects.create(code="99010", name="Rochebrune", folded_name="rochebrune", **facts)


def create_first_council(page: Page) -> None:
    address = first_run_url()
    assert address
    page.goto(address)
    page.select_option("[name=kind]", "clspd-commune")
    page.fill("[name=name]", "Rochebrune")
    page.fill("[name=communes]", "Rochebrune")
    page.fill("[name=full_name]", "Jeanne Vauclair")
    page.fill("[name=email]", "jeanne.vauclair@exemple.test")
    page.fill("[name=organisation]", "Ville de Rochebrune")
    page.click("text=Créer le conseil et inviter")
    expect(page.locator("h1")).to_contain_text("Rochebrune est créé")
    assert Client().get(urlsplit(address).path).status_code == 404, "the link of the first run is spent"


def open_account(page: Page) -> None:
    page.goto(invitation_url(User.objects.get()))
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.click("button:has-text('Ouvrir mon compte')")
    page.goto(page.url.split("/compte")[0] + "/conseils/rochebrune/")
    assert "/second-facteur/" in page.url, "before the second factor, only the pages of enrolment answer"
    page.goto(page.url.split("/compte")[0] + "/compte/second-facteur/application/")
    page.fill("[name=code]", code_of(page.inner_text(".secret").strip()))
    page.click("text=Vérifier le code")
    page.wait_for_load_state()


def send_document(page: Page, base: str, document: Path) -> None:
    page.goto(f"{base}/conseils/rochebrune/")
    page.click("text=Reprendre le document")
    page.set_input_files("[name=document]", document)
    page.click("text=Lire ce document")
    expect(page.locator("h1")).to_have_text("Lecture du document")
    read_document.func(StrategyImport.objects.get().pk)
    expect(page.locator("h1")).to_have_text("Relire avant d’enregistrer")


def take(page: Page, title: str) -> None:
    """Put the item called ``title`` in hand."""
    page.click(f".outline a.line:has-text('{title}')")
    expect(page.locator(".in-hand textarea[name=title]")).to_have_value(re.compile(re.escape(title)))


def choose(page: Page, what: str, title: str) -> None:
    """Move or merge the item in hand with the one called ``title``."""
    select = page.locator(f"select[aria-label='{what}']")
    option = select.locator("option", has_text=title).first.get_attribute("value")
    select.select_option(option)
    select.locator("xpath=following-sibling::button").click()


def review(page: Page) -> None:
    expect(page.locator(".found")).to_contain_text("2 axes trouvés".replace("2 ", "2\u00a0"))
    take(page, "Tenir une marche exploratoire")
    choose(page, "Déplacer sous", "Accompagner les jeunes")
    expect(page.locator(".save-bar")).to_contain_text("élément déplacé")
    take(page, "Former les bénévoles")
    choose(page, "Fusionner avec", "Former les animateurs")
    expect(page.locator(".save-bar")).to_contain_text("éléments fusionnés")
    take(page, "Renouveler les panneaux")
    page.click("button:has-text('Écarter')")
    expect(page.locator(".save-bar")).to_contain_text("élément écarté")
    assert not Strategy.objects.exists(), "nothing is saved before « Valider »"
    page.click("text=Valider et enregistrer")
    expect(page.locator(".toast")).to_contain_text("Stratégie enregistrée")


def edit_together(coordinator: Page, deputy: Page, base: str, sheet: ActionSheet) -> None:
    address = f"{base}/conseils/rochebrune/strategie/fiches/{sheet.pk}/"
    for page in (coordinator, deputy):
        page.goto(address + "modifier/")
    coordinator.fill("[name=public]", "Collégiens")
    coordinator.click("text=Enregistrer la fiche")
    expect(coordinator.locator(".toast")).to_contain_text("enregistrée")
    deputy.fill("[name=means]", "Un animateur, deux heures par semaine")
    deputy.click("text=Enregistrer la fiche")
    expect(deputy.locator("h1")).to_contain_text("Quelqu’un a modifié cette fiche pendant que vous écriviez")
    deputy.click("text=Enregistrer ces choix")
    expect(deputy.locator(".toast")).to_contain_text("réconciliées")
    sheet.refresh_from_db()
    assert (sheet.public, sheet.means) == ("Collégiens", "Un animateur, deux heures par semaine")


def test_from_an_empty_installation_to_a_living_strategy(
    new_page: Callable[..., Page], page_as: Callable[..., Page], live_server, tmp_path: Path
) -> None:
    page = new_page()
    create_first_council(page)
    open_account(page)
    send_document(page, live_server.url, word_file(tmp_path))
    review(page)
    saved = {(s.axis.title, s.number): s for s in ActionSheet.objects.select_related("axis")}
    assert set(saved) == {
        ("Accompagner les jeunes", "1"),
        ("Accompagner les jeunes", "2"),
        ("Accompagner les jeunes", "4"),
    }
    assert "Former les bénévoles au repérage" in saved["Accompagner les jeunes", "2"].description
    assert saved["Accompagner les jeunes", "1"].lead_label == "Centre social"

    council = Council.objects.get()
    service = Organisation.objects.filter(council=council).first()
    assert service
    deputy = make_member(service, Role.ELECTED_DEPUTY, "Bruno Teissier").user
    edit_together(page, page_as(deputy), live_server.url, saved["Accompagner les jeunes", "1"])

    page.goto(f"{live_server.url}/conseils/rochebrune/strategie/reprises/")
    page.click("text=Annuler la reprise")
    expect(page.locator("main")).to_contain_text("Ouvrir une permanence d’écoute au collège")
    page.click("button:has-text('Annuler la reprise')")
    expect(page.locator("h1")).to_have_text("Relire avant d’enregistrer")
    assert not Strategy.objects.exists()
    acts = set(Entry.objects.filter(chain=str(council.reference)).values_list("verb", flat=True))
    assert {"import_start", "import_apply", "sheet_save", "import_undo"} <= acts
