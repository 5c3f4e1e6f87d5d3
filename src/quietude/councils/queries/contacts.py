"""Reads of a spreadsheet of members that waits for its review."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from quietude.councils.contacts import Plan, plan_import
from quietude.councils.gate import Here
from quietude.intake.models import Upload
from quietude.intake.services import read_upload_apart

READER = "quietude.councils.spreadsheet:read_rows"
KINDS = frozenset({"xlsx", "ods", "xls", "csv", "txt"})


def get_upload(here: Here, reference: UUID) -> Upload:
    """A file received for this council; Http404 otherwise."""
    return get_object_or_404(Upload, reference=reference, council=here.council.reference)


def contacts_plan(here: Here, upload: Upload) -> Plan:
    """What the file would write. Raises RefusedFile when it cannot be read."""
    return plan_import(here, read_upload_apart(upload.reference, READER))
