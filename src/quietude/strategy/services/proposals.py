"""A plan read on the command line waits for its review in the browser: nothing is saved before « Valider »."""

from typing import Any

from django.db import transaction

from quietude.audit.services import record
from quietude.councils.models import Council
from quietude.strategy.models import StrategyImport
from quietude.strategy.services.imports import record_reading


@transaction.atomic
def propose_reading(council: Council, *, file_name: str, reading: dict[str, Any]) -> StrategyImport:
    """Put before the council what `importer.read_strategy_file` read; the register names no actor."""
    taken = StrategyImport.objects.create(council=council, file_name=file_name[:200], file_format=reading["format"])
    record_reading(taken, reading)
    record(
        "import_start",
        object_type="import",
        object_reference=taken.reference,
        council=council.reference,
        details={"format": reading["format"], "from": "command_line"},
    )
    return taken
