"""Writes of the paper of a council."""

from typing import Any

from quietude.councils.gate import Here
from quietude.councils.services.versions import save_version
from quietude.documents.models import Letterhead


def save_letterhead(here: Here, values: dict[str, Any], *, version: int) -> None:
    """Set the paper of the council; its first version needs none before it. Raises VersionConflict."""
    paper, is_new = Letterhead.objects.get_or_create(council=here.council, defaults=values)
    if not is_new:
        save_version(paper, values, version=version)
    here.write_register("edit", object_type="letterhead", object_reference=paper.pk)
