"""A sheet, an axis, the strategy leave as documents: they say what the pages say, to whom may read them."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pdfplumber
import pytest
from defusedxml import ElementTree
from django.urls import reverse

from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, FundingLine, Indicator, Measurement, Objective, SheetPartner, Step
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def rich_sheet(cast: Cast) -> ActionSheet:
    """A sheet with something in every section."""
    sheet = write_strategy(cast.council)[0]
    own: dict[str, Any] = {"council": cast.council, "sheet": sheet}
    facts = {"description": 'Recevoir "chaque matin".', "evaluation": "Une note par an.", "due_on": date(2027, 6, 30)}
    ActionSheet.objects.filter(pk=sheet.pk).update(**facts)
    Step.objects.create(**own, title="Signer la convention", done_on=date(2026, 3, 4))
    Step.objects.create(**own, title="Ouvrir la salle", due_on=date(2027, 1, 1))
    SheetPartner.objects.create(**own, name="Centre social", part="reçoit le matin")
    FundingLine.objects.create(**own, funder="FIPD", year=2026, asked=8000, granted=6500)
    FundingLine.objects.create(**own, funder="Ville", asked=3500, paid=0)
    indicator = Indicator.objects.create(**own, name="Élèves accueillis", target=40)
    Measurement.objects.create(council=cast.council, indicator=indicator, on=date(2026, 10, 5), value=31)
    Objective.objects.create(
        council=cast.council, strategy=sheet.strategy, axis=sheet.axis, position=1, title="Accueillir"
    )
    return sheet


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def words_of_pdf(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return plain("\n".join(page.extract_text() for page in pdf.pages))


SAID = (
    "Action du rang 1",
    "30 juin 2027",
    "« chaque matin »",
    "☑ Signer la convention faite le 4 mars 2026",
    "☐ Ouvrir la salle pour le 1er janvier 2027",
    "Centre social : reçoit le matin",
    "FIPD (2026), demandé 8 000 € 6 500 € –",
    "Ville, demandé 3 500 € – 0 €",
    "Total 11 500 € 6 500 € 0 €",
    "Élèves accueillis – 31 (05/10/2026) 40",
    "Évaluation. Une note par an.",
)


def test_a_sheet_an_axis_and_the_strategy_say_what_the_pages_say(cast: Cast, client_of: Callable) -> None:
    sheet = rich_sheet(cast)
    slug = cast.council.slug
    pages = {
        reverse("action_sheet_document", args=[slug, sheet.pk, "pdf"]): "Les jeunes",
        reverse("axis_document", args=[slug, sheet.axis_id, "pdf"]): "Accueillir",
        reverse("strategy_document", args=[slug, sheet.strategy_id, "pdf"]): "adoptée",
    }
    for address, also in pages.items():
        answer = client_of(Role.CHAIR).get(address)
        assert answer["Content-Type"] == "application/pdf"
        text = words_of_pdf(answer.content)
        assert [words for words in (*SAID, also, str(cast.council)) if words not in text] == []
        assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404
        assert client_of(cast.neighbour).get(address).status_code == 404
    assert client_of(Role.CHAIR).get(reverse("axis_document", args=[slug, sheet.axis_id, "exe"])).status_code == 404


def test_a_document_of_the_whole_reads_as_many_rows_in_as_many_queries(
    cast: Cast, client_of: Callable, django_assert_max_num_queries: Callable
) -> None:
    sheets = write_strategy(cast.council, 20)
    for sheet in sheets:
        SheetPartner.objects.create(council=cast.council, sheet=sheet, name="Centre social")
        FundingLine.objects.create(council=cast.council, sheet=sheet, funder="FIPD", asked=8000)
    client, where = client_of(Role.CHAIR), [cast.council.slug, sheets[0].strategy_id]
    for address in (
        reverse("strategy_document", args=[*where, "docx"]),
        reverse("strategy_presentation", args=where),
    ):
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200


def test_the_plenary_sees_the_axes_the_sheets_and_who_pays(cast: Cast, client_of: Callable) -> None:
    sheet = rich_sheet(cast)
    ActionSheet.objects.filter(pk=sheet.pk).update(status="done")
    address = reverse("strategy_presentation", args=[cast.council.slug, sheet.strategy_id])
    assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404
    answer = client_of(Role.CHAIR).get(address)
    assert answer["Content-Disposition"] == 'attachment; filename="strategie.pptx"'
    parts = zipfile.ZipFile(io.BytesIO(answer.content))
    names = sorted(name for name in parts.namelist() if name.startswith("ppt/slides/slide"))
    first, *others = (plain(" | ".join(ElementTree.fromstring(parts.read(name)).itertext())) for name in names)
    assert "Stratégie du Val d’Orve" in first
    text = " ".join(" ".join(other.replace("|", " ").split()) for other in others)
    for words in (
        "2 fiches action 1 réalisée 1 à lancer",
        "Action du rang 1",
        "FIPD 8 000 € 6 500 € –",
        "Total 11 500 €",
    ):
        assert words in text
