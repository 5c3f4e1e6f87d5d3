"""Reads for the table that leaves and comes back."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404

from quietude.councils.gate import Here
from quietude.councils.models import Organisation
from quietude.intake.models import Upload
from quietude.intake.services import read_upload_apart
from quietude.kit.tables import Table
from quietude.kit.text import fold
from quietude.strategy.models import ActionSheet, SheetVersion, Strategy
from quietude.strategy.roundtrip.columns import COLUMNS, FIELDS, IDENTIFIER, VERSION, Known, Raw
from quietude.strategy.roundtrip.plan import Plan, Saved, plan_return
from quietude.strategy.roundtrip.reading import digest

READER = "quietude.strategy.roundtrip.reading:read_changes"
FEW = 500
"""Sheets that are asked for by name; beyond, the whole plan is read again."""


def table_to_complete(here: Here, strategy: Strategy) -> Table:
    """Every sheet of ``strategy`` that one may see, a row each, ready to be worked on and sent back."""
    known = _known(here, strategy)
    heads = [*(column.title for column in COLUMNS), IDENTIFIER, VERSION]
    return Table("Fiches action", heads, _rows(here, strategy, known))


def _rows(here: Here, strategy: Strategy, known: Known) -> Iterator[list[Any]]:
    for key, sheet in _saved(here, strategy):
        yield [*(column.show(sheet.raw, known) for column in COLUMNS), key, sheet.version]


def get_table(here: Here, reference: UUID) -> Upload:
    """A table received for this council. Raises Http404."""
    return get_object_or_404(Upload, reference=reference, council=here.council.reference)


def return_plan(here: Here, strategy: Strategy, upload: Upload) -> Plan:
    """What the table would change. Raises RefusedFile when it cannot be read."""
    known = _known(here, strategy)
    read = read_upload_apart(upload.reference, READER, beside=_digests(here, strategy, known))
    named = {row[fold(IDENTIFIER)].lower() for _, row in read["rows"] if fold(IDENTIFIER) in row}
    saved = {key: sheet for key, sheet in _saved(here, strategy, named) if key in named}
    return plan_return(read, saved, known, _bases)


def _digests(here: Here, strategy: Strategy, known: Known) -> bytes:
    """What the table is compared with, sheet by sheet, without holding their texts."""
    heads = [fold(column.title) for column in COLUMNS]
    sheets = {
        key: "".join(digest(column.show(sheet.raw, known)) for column in COLUMNS)
        for key, sheet in _saved(here, strategy)
    }
    return json.dumps({"columns": heads, "keys": [fold(IDENTIFIER), fold(VERSION)], "known": sheets}).encode()


def _saved(here: Here, strategy: Strategy, keys: Collection[str] | None = None) -> Iterator[tuple[str, Saved]]:
    """(stable identifier, sheet) in the order of the plan, read in one query without building models.

    ``keys`` narrows the read when they are few; beyond, all are read and the reader of this picks.
    """
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy)
    if keys is not None and len(keys) <= FEW:
        sheets = sheets.filter(external_id__in=[found for key in keys if (found := _uuid(key))])
    values = sheets.order_by("plan_rank", "id").values_list("external_id", "pk", "version", *FIELDS)
    for key, pk, version, *row in values.iterator(chunk_size=2000):
        raw = {name: "" if value is None else str(value) for name, value in zip(FIELDS, row, strict=True)}
        yield str(key), Saved(pk, version, raw)


def _known(here: Here, strategy: Strategy) -> Known:
    axes = {str(axis.pk): str(axis) for axis in strategy.axes.all()}
    bodies: dict[str, str] = {}
    keys: dict[str, str] = {}
    for body in Organisation.objects.filter(council=here.council):
        bodies[str(body.pk)] = str(body)
        keys |= {fold(name): str(body.pk) for name in (body.name, body.short_name) if name}
    return Known(axes, bodies, {fold(name): key for key, name in axes.items()}, keys)


def _bases(wanted: Sequence[tuple[int, int]]) -> Mapping[int, Raw]:
    """The fields as they stood when the table left: the first state kept from that version on."""
    left_at = dict(wanted)
    kept = SheetVersion.objects.filter(sheet__in=left_at, section="").order_by("sheet", "number")
    found: dict[int, Raw] = {}
    for sheet, number, values in kept.values_list("sheet_id", "number", "values"):
        if number >= left_at[sheet] and sheet not in found:
            found[sheet] = dict.fromkeys(FIELDS, "") | values
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
