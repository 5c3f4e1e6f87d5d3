"""What the frozen versions of the strategy lead to."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from quietude.councils.models import Council
from quietude.strategy.services.baselines import freeze_strategy
from quietude.strategy.tests.stage import here_of, write_strategy
from tests.objects.reach import reached_by
from tests.objects.strategy import coordinator_of

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@reached_by("baseline_list", "baseline_new")
def a_strategy_to_freeze(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].strategy_id}


@reached_by("baseline", "baseline_check", "baseline_scan", "baseline_comparison")
def a_frozen_version(council: Council) -> dict[str, Any]:
    act = {
        "kind": "signature",
        "signed_on": date(2026, 3, 12),
        "deliberation": "2026-14",
        "deliberated_on": date(2026, 3, 10),
        "reason": "",
    }
    here, sheet = here_of(council, coordinator_of(council)), write_strategy(council)[0]
    people = [{"name": "Odile Brunet", "quality": "Présidente", "signed_on": None}]
    scan = SimpleUploadedFile("deliberation.pdf", PDF)
    with transaction.atomic():
        return {"pk": freeze_strategy(here, sheet.strategy, act, signatories=people, scan=scan).pk}


@reached_by("baseline_document", "baseline_comparison_document")
def a_frozen_version_on_paper(council: Council) -> dict[str, Any]:
    return a_frozen_version(council) | {"extension": "docx"}
