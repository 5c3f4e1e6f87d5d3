"""Loading the reference data, adding a neighbourhood."""

import csv
import gzip
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from quietude.kit.text import fold
from quietude.territories.contours import read_contours
from quietude.territories.derivation import COMMUNES, INTERCOMMUNALITIES, PROVENANCE
from quietude.territories.models import Commune, CommuneContour, Intercommunality, Neighbourhood

BATCH = 2000


@transaction.atomic
def load_territories() -> int:
    """Bring communes and EPCI to the vintage that the product carries; return the communes written, 0 when up to date.

    A commune that is no longer in the file keeps its row and its older vintage: councils may still refer to it.
    """
    known = tomllib.loads(PROVENANCE.read_text("utf-8"))
    year, vintage = known["population_year"], known["vintage"]
    if Commune.objects.filter(vintage=vintage, population_year=year).count() == known["communes"]:
        return 0
    groups = [Intercommunality(**{**row, "name": _in_print(row["name"])}) for row in _rows(INTERCOMMUNALITIES)]
    _upsert(Intercommunality, groups, "siren", ["name", "kind"])
    keys = dict(Intercommunality.objects.values_list("siren", "pk"))
    communes = [_commune(row, keys, vintage=vintage, population_year=year) for row in _rows(COMMUNES)]
    _upsert(Commune, communes, "code", [f.name for f in Commune._meta.concrete_fields if f.name not in ("id", "code")])
    return len(communes)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _in_print(name: str) -> str:
    """A name with the apostrophe of French print; what it is searched by is folded anyway."""
    return name.replace("'", "’")


def _commune(row: dict[str, str], groups: dict[str, int], **dates: int) -> Commune:
    return Commune(
        code=row["code"],
        name=_in_print(row["name"]),
        folded_name=fold(row["name"]),
        department=row["department"],
        region=row["region"],
        population=int(row["population"]) if row["population"] else None,
        intercommunality_id=groups.get(row["intercommunality"]),
        **dates,
    )


def _upsert(model: type[Any], rows: list[Any], key: str, fields: list[str]) -> None:
    model.objects.bulk_create(rows, BATCH, update_conflicts=True, unique_fields=[key], update_fields=fields)


@dataclass(frozen=True, slots=True)
class ContoursLoaded:
    """How many contours were kept, the codes that name no commune here, and a sentence for each shape refused."""

    kept: int
    unknown: list[str]
    refused: list[str]


@transaction.atomic
def load_contours(text: str, *, source: str, vintage: int) -> ContoursLoaded:
    """Keep the contours that ``text`` (GeoJSON) gives for communes on record, over those of an older loading.

    Raises ContoursRefused when the text is no collection of contours.
    """
    read = read_contours(text)
    keys = dict(Commune.objects.filter(code__in=read.polygons).values_list("code", "pk"))
    rows = [
        CommuneContour(commune_id=keys[code], polygons=polygons, source=source, vintage=vintage)
        for code, polygons in read.polygons.items()
        if code in keys
    ]
    _upsert(CommuneContour, rows, "commune", ["polygons", "source", "vintage"])
    return ContoursLoaded(len(rows), sorted(read.polygons.keys() - keys), read.refused)


def add_neighbourhood(commune: Commune, *, kind: str, name: str, source: str, code: str = "") -> Neighbourhood:
    """Record a part of ``commune``, with the source that names it. A neighbourhood is known once per commune."""
    return Neighbourhood.objects.create(commune=commune, kind=kind, name=name, source=source, code=code)


def remove_neighbourhood(neighbourhood: Neighbourhood) -> None:
    """Forget a neighbourhood that was recorded by mistake."""
    neighbourhood.delete()
