"""What the steering of the strategy leads to: money, indicators, frozen versions, views."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from quietude.councils.models import Council
from quietude.intake.services import keep_upload
from quietude.strategy.tests.stage import write_strategy
from tests.objects.reach import reached_by


@reached_by("action_sheet_move")
def a_card_of_the_board(council: Council) -> dict[str, Any]:
    return {"pk": write_strategy(council)[0].pk}


@reached_by("action_sheet_return")
def a_table_that_came_back(council: Council) -> dict[str, Any]:
    sheet = write_strategy(council)[0]
    document = SimpleUploadedFile("fiches.csv", f"Fiche;Identifiant\nAutre titre;{sheet.external_id}\n".encode())
    return {"reference": keep_upload(document, council=council.reference).reference}


@reached_by("coverage_gap")
def an_empty_cell(council: Council) -> dict[str, Any]:
    return {"row": f"axis:{write_strategy(council)[0].axis_id}", "column": "age:16"}
