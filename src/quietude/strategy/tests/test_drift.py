"""The strategy as signed against the strategy as it runs: pages say it in plain French, and lead to what they count."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Axis, BaselineSheet, FundingLine, Strategy
from quietude.strategy.queries.baselines import signed_dates
from quietude.strategy.tests.stage import write_strategy
from quietude.strategy.tests.test_freeze import freeze, furnish
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def text_of(client: Client, name: str, *arguments: Any, query: str = "") -> str:
    """A page as one reads it: without tags around the values, without hard spaces."""
    page = client.get(reverse(name, args=arguments) + query).content.decode()
    for mark in ('<span class="signed">', "</span>", "<b>", "</b>"):
        page = page.replace(mark, "")
    return page.replace("\u00a0", " ").replace("\u202f", " ")


def signed_strategy(cast: Cast, client: Client, sheets: int = 4) -> list[ActionSheet]:
    """A strategy whose sheets are all due on 30 June 2026, signed on 12 March 2026."""
    written = write_strategy(cast.council, sheets)
    ActionSheet.objects.update(due_on=date(2026, 6, 30))
    for sheet in written:
        furnish(sheet)
    freeze(client, cast, written[0].strategy)
    return written


def test_nothing_moved_and_the_page_says_so(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    sheet = signed_strategy(cast, client)[0]
    frozen = sheet.strategy.baselines.get()
    page = text_of(client, "baseline_comparison", cast.council.slug, frozen.pk)
    assert "Rien n’a bougé depuis la signature du 12 mars 2026." in page
    assert 'class="metrics"' not in page
    assert "telle qu’elle a été signée" in text_of(client, "action_sheet", cast.council.slug, sheet.pk)


def test_what_slipped_is_said_and_each_figure_opens_what_it_counts(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    first, second, third, fourth = signed_strategy(cast, client)
    frozen = first.strategy.baselines.get()
    ActionSheet.objects.filter(pk=first.pk).update(due_on=date(2026, 12, 31), description="Recevoir chaque matin")
    FundingLine.objects.filter(sheet=second).update(asked=9500)
    third.delete()
    new = ActionSheet.objects.create(
        council=cast.council, strategy=first.strategy, axis=first.axis, position=9, number="9", title="Veiller"
    )
    page = text_of(client_of(Role.EDUCATION), "baseline_comparison", cast.council.slug, frozen.pk)
    assert "Trois fiches ont bougé depuis la signature du 12 mars 2026." in page
    assert "l’échéance passe du 30 juin au 31 décembre 2026, six mois de plus" in page
    assert "pour « FIPD », le montant demandé passe de 8 000 € à 9 500 €" in page
    assert "<ins>Recevoir chaque matin</ins>" in page
    for anchor in ("echeances", "argent", "contenu", "ajouts"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page
    assert f'href="{reverse("action_sheet", args=[cast.council.slug, new.pk])}"' in page
    assert "Action du rang 3" not in page
    steering = text_of(client, "baseline_comparison", cast.council.slug, frozen.pk)
    assert "Quatre fiches ont bougé" in steering
    assert "« Action du rang 3 » n’est plus dans la stratégie" in steering
    assert fourth.title not in steering


def test_two_versions_are_compared_from_the_earlier_to_the_later(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    sheet = signed_strategy(cast, client)[0]
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=date(2026, 9, 30))
    second = freeze(client, cast, sheet.strategy, kind="amendment", reason="Report", signed_on="01/09/2026")
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=date(2026, 12, 31))
    first = sheet.strategy.baselines.get(number=1)
    said = "Une fiche a bougé entre la signature du 12 mars 2026 et l’avenant du 1er septembre 2026."
    for pk, other in ((first.pk, 2), (second.pk, 1)):
        page = text_of(client, "baseline_comparison", cast.council.slug, pk, query=f"?avec={other}")
        assert said in page
        assert "au 30 septembre 2026, trois mois de plus" in page
        assert "décembre" not in page
    today = text_of(client, "baseline_comparison", cast.council.slug, second.pk, query="?avec=%C2%B2")
    assert "passe du 30 septembre au 31 décembre 2026, trois mois de plus" in today


def test_the_page_of_a_sheet_says_what_moved_since_the_last_signed_version(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    unsigned = write_strategy(cast.council)[0]
    assert "depuis-la-signature" not in text_of(client, "action_sheet", cast.council.slug, unsigned.pk)
    sheet = signed_strategy(cast, client)[0]
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=date(2027, 6, 30))
    page = text_of(client_of(Role.HEALTH), "action_sheet", cast.council.slug, sheet.pk)
    assert "Depuis la signature du 12 mars 2026" in page
    assert "l’échéance passe du 30 juin 2026 au 30 juin 2027, un an de plus" in page
    freeze(client, cast, sheet.strategy, kind="amendment", reason="Report", signed_on="01/09/2026")
    assert "Depuis l’avenant du 1er septembre 2026" in text_of(client, "action_sheet", cast.council.slug, sheet.pk)
    ActionSheet.objects.filter(pk=sheet.pk).update(outside_strategy=True)
    assert "depuis-la-signature" not in text_of(client, "action_sheet", cast.council.slug, sheet.pk)


def test_an_adopted_strategy_without_version_asks_to_be_frozen(cast: Cast, client_of: Callable) -> None:
    strategy = write_strategy(cast.council)[0].strategy
    client, asked = client_of(Role.COORDINATOR), "rien ne dit encore ce qui a été signé"
    assert asked in text_of(client, "strategy", cast.council.slug)
    assert asked not in text_of(client_of(Role.EDUCATION), "strategy", cast.council.slug)
    assert "aucune version n’en est figée" in text_of(client, "baseline_list", cast.council.slug, strategy.pk)
    freeze(client, cast, strategy)
    for name, arguments in (("strategy", []), ("baseline_list", [strategy.pk])):
        page = text_of(client, name, cast.council.slug, *arguments)
        assert "La signature du 12 mars 2026" in page or "la signature du 12 mars 2026" in page
        assert "aucune version" not in page
    Strategy.objects.update(status="draft")


def test_an_amendment_is_suggested_once_much_has_moved(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    sheets = signed_strategy(cast, client, sheets=8)
    suggested = "un avenant le remettrait d’accord"
    for moved, said in ((2, False), (3, True)):
        ActionSheet.objects.filter(pk__in=[s.pk for s in sheets[:moved]]).update(title="Autre titre")
        page = text_of(client, "baseline_list", cast.council.slug, sheets[0].strategy_id)
        assert (suggested in page) is said
        reader = text_of(client_of(Role.EDUCATION), "baseline_list", cast.council.slug, sheets[0].strategy_id)
        assert suggested not in reader


def test_signed_dates_are_those_of_the_last_signed_version(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable
) -> None:
    client = client_of(Role.COORDINATOR)
    sheet = signed_strategy(cast, client)[0]
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=date(2026, 9, 30), starts_on=date(2026, 1, 1))
    freeze(client, cast, sheet.strategy, kind="milestone", reason="Mi-parcours")
    with django_assert_num_queries(2):
        assert signed_dates(sheet.strategy)[sheet.external_id] == (None, date(2026, 6, 30))
    freeze(client, cast, sheet.strategy, kind="amendment", reason="Report")
    assert signed_dates(sheet.strategy)[sheet.external_id] == (date(2026, 1, 1), date(2026, 9, 30))
    assert signed_dates(Strategy.objects.create(council=cast.council, title="Autre")) == {}


def test_a_new_title_of_an_axis_is_one_change_and_moves_no_sheet(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    sheet = signed_strategy(cast, client)[0]
    Axis.objects.filter(pk=sheet.axis_id).update(title="Les 11-25 ans")
    page = text_of(client, "baseline_comparison", cast.council.slug, sheet.strategy.baselines.get().pk)
    assert "Aucune fiche n’a bougé depuis la signature du 12 mars 2026" in page
    assert "le titre passe de « Les jeunes » à « Les 11-25 ans »" in page
    assert BaselineSheet.objects.count() == 4


@pytest.mark.parametrize("extension", ["pdf", "docx", "odt"])
def test_a_version_and_its_drift_leave_as_documents(cast: Cast, client_of: Callable, extension: str) -> None:
    client = client_of(Role.COORDINATOR)
    sheet = signed_strategy(cast, client)[0]
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=date(2026, 12, 31), description="Recevoir *chaque* matin")
    arguments = [cast.council.slug, sheet.strategy.baselines.get().pk]
    for name in ("baseline_document", "baseline_comparison_document"):
        answer = client.get(reverse(name, args=[*arguments, extension]))
        assert answer.status_code == 200
        assert answer["Content-Disposition"].endswith(f'.{extension}"')
        if extension == "docx":
            said = docx_text(answer.content)
            assert ("au 31 décembre 2026, six mois de plus" in said) is (name == "baseline_comparison_document")
            assert "Recevoir *chaque* matin" in said or name == "baseline_document"
        assert client_of(Role.GUEST_EXPERT).get(reverse(name, args=[*arguments, extension])).status_code == 404
        assert client.get(reverse(name, args=[*arguments, "exe"])).status_code == 404


def docx_text(content: bytes) -> str:
    """The words of a DOCX, without hard spaces."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml).replace("\u00a0", " ").replace("\u202f", " ")
