"""A sheet and an axis leave as presentations too, and a sheet on paper says its money, its places and its events."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quietude.permissions.roles import Role
from quietude.strategy.models import (
    ActionSheet,
    BudgetLine,
    Event,
    FundingLine,
    Indicator,
    Objective,
    SheetCommune,
    SheetObjective,
    Step,
)
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def written(cast: Cast) -> ActionSheet:
    """A sheet with something under each heading."""
    sheet = write_strategy(cast.council)[0]
    own = {"council": cast.council, "sheet": sheet}
    ActionSheet.objects.filter(pk=sheet.pk).update(description="Deux soirs par semaine.")
    objective = Objective.objects.create(
        council=cast.council, strategy=sheet.strategy, axis=sheet.axis, position=1, title="Accueillir le soir"
    )
    SheetObjective.objects.create(**own, objective=objective)
    SheetCommune.objects.create(**own, commune=cast.council.communes.get())
    Step.objects.create(**own, title="Local trouvé", done_on=date(2026, 3, 1))
    Indicator.objects.create(**own, name="Jeunes reçus", definition="Venus au moins une fois", target=60)
    BudgetLine.objects.create(**own, year=2026, label="Animation", planned=4000)
    BudgetLine.objects.create(**own, year=2026, label="Éducateur", unit="full_time", planned="0.5")
    FundingLine.objects.create(**own, funder="FIPD", year=2026, asked=3000, granted=2500, state="granted")
    Event.objects.create(**own, title="Soirée-débat", held_on=date(2026, 5, 4), participants=42)
    return sheet


def words_of(client: Client, address: str) -> str:
    """The texts of a presentation or of a Word document, tags put aside."""
    archive = zipfile.ZipFile(io.BytesIO(client.get(address).content))
    parts = [name for name in archive.namelist() if re.search(r"slides/slide\d+\.xml|word/document\.xml", name)]
    text = " ".join(re.sub(r"<[^>]+>", "", archive.read(name).decode()) for name in sorted(parts))
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_sheet_and_its_axis_leave_for_the_plenary(cast: Cast, client_of: Callable) -> None:
    sheet = written(cast)
    client = client_of(Role.CHAIR)
    for name, pk in (("action_sheet_document", sheet.pk), ("axis_document", sheet.axis_id)):
        told = words_of(client, reverse(name, args=[cast.council.slug, pk, "pptx"]))
        assert sheet.title in told
        assert "FIPD" in told
    told = words_of(client, reverse("action_sheet_document", args=[cast.council.slug, sheet.pk, "pptx"]))
    for words in ("Local trouvé", "Jeunes reçus", "Deux soirs par semaine"):
        assert words in told
    address = reverse("action_sheet_document", args=[cast.council.slug, sheet.pk, "pptx"])
    assert client_of(Role.GUEST_EXPERT).get(address).status_code == 404


def test_a_sheet_on_paper_says_what_its_page_says(cast: Cast, client_of: Callable) -> None:
    sheet = written(cast)
    told = words_of(client_of(Role.CHAIR), reverse("action_sheet_document", args=[cast.council.slug, sheet.pk, "docx"]))
    place = cast.council.communes.get().name
    expected = ("Accueillir le soir", place, "4 000 €", "0,5 ETP", "accordé", "Soirée-débat", "42 participants")
    assert [words for words in expected if words not in told] == []
