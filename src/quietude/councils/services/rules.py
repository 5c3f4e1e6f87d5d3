"""Bringing the dated rules of law of the base to those that the product carries."""

import tomllib
from pathlib import Path

from django.db import transaction

from quietude.councils.models import LegalRule

RULES = Path(__file__).parents[1] / "data" / "rules.toml"


@transaction.atomic
def load_legal_rules() -> int:
    """Write the rules of ``data/rules.toml``, known by code and start of validity; return how many changed.

    A rule that an installation added for itself stays.
    """
    changed = 0
    for row in tomllib.loads(RULES.read_text("utf-8"))["rule"]:
        row = {"valid_from": None, "valid_to": None, **row}
        found = LegalRule.objects.filter(code=row["code"], valid_from=row["valid_from"]).first() or LegalRule()
        before = {name: getattr(found, name) for name in row}
        if found.pk is None or before != row:
            for name, value in row.items():
                setattr(found, name, value)
            found.save()
            changed += 1
    return changed
