"""Bringing the funding programmes of the base to those that the product carries."""

import tomllib
from pathlib import Path

from django.db import transaction

from quietude.strategy.models import FundingProgramme

PROGRAMMES = Path(__file__).parents[1] / "data" / "funding_programmes.toml"
ABSENT = {"nature": "", "categories": [], "keywords": [], "documents": [], "channel": ""}


@transaction.atomic
def load_funding_programmes() -> int:
    """Write the programmes of ``data/funding_programmes.toml``, known by code; return how many changed.

    A programme that an installation added for itself stays.
    """
    changed = 0
    for row in tomllib.loads(PROGRAMMES.read_text("utf-8"))["programme"]:
        row = {**ABSENT, **row}
        row["sureness"] = row.pop("certainty")
        found = FundingProgramme.objects.filter(code=row["code"]).first() or FundingProgramme()
        if found.pk is None or any(getattr(found, name) != value for name, value in row.items()):
            for name, value in row.items():
                setattr(found, name, value)
            found.save()
            changed += 1
    return changed
