"""The whole corpus through the pages: sent, read by a process of its own, shown for review."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from quietude.permissions.roles import Role
from quietude.strategy.models import StrategyImport
from quietude.strategy.tasks import read_document
from tests.cast import Cast

pytestmark = pytest.mark.django_db

CORPUS = Path(__file__).parent / "corpus"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
DOCUMENTS = sorted(
    path
    for folder in (CORPUS / "open", CORPUS / "held_out", SEEDS)
    for path in folder.glob("*.*")
    if path.suffix != ".json"
)
LOTS = 10


@pytest.mark.parametrize("lot", range(LOTS))
def test_each_document_waits_for_its_review(cast: Cast, client_of: Callable, lot: int) -> None:
    client = client_of(Role.COORDINATOR)
    address = reverse("import_list", args=[cast.council.slug])
    wrong = {}
    for path in DOCUMENTS[lot::LOTS]:
        client.post(address, {"document": SimpleUploadedFile(path.name, path.read_bytes())})
        taken = StrategyImport.objects.latest("pk")
        read_document.func(taken.pk)
        page = client.get(reverse("import_review", args=[cast.council.slug, taken.pk]))
        if taken.file_name != path.name or "Relire avant d’enregistrer" not in page.content.decode():
            wrong[path.name] = page.status_code
    assert wrong == {}
