"""Contours are loaded from a file of open data, with its source; what cannot be kept is said."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from quietude.territories import queries
from quietude.territories.models import Commune, CommuneContour

pytestmark = [pytest.mark.django_db, pytest.mark.on_postgres]

RING = [[3.0123456, 50.6], [3.1, 50.6], [3.1, 50.7], [3.1, 50.7], [3.0123456, 50.6]]


@pytest.fixture
def communes() -> list[Commune]:
    named = {"59360": "Loos", "59193": "Emmerin", "59286": "Haubourdin"}
    return [
        Commune.objects.create(code=code, name=name, folded_name=name, vintage=2026) for code, name in named.items()
    ]


def feature(code: Any, *, kind: str = "Polygon", coordinates: Any = None) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": [RING] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry}


def load(path: Path, *features: Any) -> str:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    said = StringIO()
    call_command("load_contours", path, source="IGN, Licence Ouverte 2.0", vintage=2018, stdout=said)
    return said.getvalue()


def test_contours_are_kept_with_their_source_and_replace_older_ones(
    tmp_path: Path, communes: list[Commune], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    islands = feature("59193", kind="MultiPolygon", coordinates=[[RING], [RING]])
    said = load(tmp_path / "c.geojson", feature("59360"), islands, feature("75056"))
    assert said == "Contours gardés : 2.\nCommunes inconnues : 1 (75056).\n"
    with django_assert_num_queries(1):  # contours with the code of their commune
        shapes = queries.contours(communes)
    assert {code: len(polygons) for code, polygons in shapes.items()} == {"59360": 1, "59193": 2}
    assert shapes["59360"][0][0] == [[3.01235, 50.6], [3.1, 50.6], [3.1, 50.7], [3.01235, 50.6]]
    moved = [[[x + 1, y] for x, y in RING]]
    load(tmp_path / "c.geojson", feature("59360", coordinates=moved))
    assert CommuneContour.objects.count() == 2
    assert queries.contours(communes)["59360"][0][0][1] == [4.1, 50.6]
    assert CommuneContour.objects.get(commune__code="59360").source == "IGN, Licence Ouverte 2.0"


@pytest.mark.parametrize(
    "wrong",
    [
        feature("59360", coordinates=[RING[:3]]),
        feature("59360", coordinates=[RING[:-1]]),
        feature("59360", coordinates=[[[200, 50], [3, 50], [3, 51], [200, 50]]]),
        feature("59360", coordinates=[[["a", 50], [3, 50], [3, 51], ["a", 50]]]),
        feature("59360", coordinates=[]),
        feature("59360", kind="Point", coordinates=[3, 50]),
        feature(59360),
        feature(None),
        "shape",
        {"properties": None, "geometry": None},
    ],
)
def test_a_shape_that_makes_no_sense_is_refused_alone(tmp_path: Path, communes: list[Commune], wrong: Any) -> None:
    said = load(tmp_path / "c.geojson", wrong, feature("59193"))
    assert "Contours gardés : 1." in said
    assert "Contour n° 1 : " in said
    assert queries.contours(communes).keys() == {"59193"}


@pytest.mark.parametrize("content", [b"", b"code;nom", b"[]", b'{"type": "Feature"}', b"\xff\xfe", b"[" * 100_000])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.geojson"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="n’est pas"):
        call_command("load_contours", path, source="x", vintage=2018)
    with pytest.raises(CommandError, match="ne peut pas être lu"):
        call_command("load_contours", tmp_path / "absent.geojson", source="x", vintage=2018)
    assert not CommuneContour.objects.exists()
