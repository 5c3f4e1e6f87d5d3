"""A form that asks for a commune finds it as people write it."""

import json
import tarfile
from io import BytesIO
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from quietude.territories import derivation, queries, services
from quietude.territories.models import Commune, Neighbourhood

pytestmark = pytest.mark.django_db


ASKED = {
    "bar le duc": "55029",
    "BAGNOLS-SUR-CÈZE": "30028",
    "pennes mirabeau": "13071",
    "13071": "13071",
    "l'haÿ": "94038",
    "lille": "59350",
    "œuilly": "51410",
}


@pytest.mark.on_postgres
def test_the_communes_of_france_are_loaded_once_and_found_as_people_write_them(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    assert services.load_territories() == 34_969
    assert services.load_territories() == 0
    assert {asked: queries.find_communes(asked)[0].code for asked in ASKED} == ASKED
    assert queries.find_communes("l") == []
    with django_assert_num_queries(1):  # communes with their intercommunality
        found = queries.find_communes("saint", limit=8)
        assert len([str(commune.intercommunality) for commune in found]) == 8


def test_a_new_edition_mends_communes_and_keeps_what_councils_added() -> None:
    frouard = Commune.objects.create(code="54215", name="Frouart", folded_name="frouart", vintage=2020)
    ended = Commune.objects.create(code="54999", name="Vieux-Frouard", folded_name="vieux frouard", vintage=2020)
    services.add_neighbourhood(frouard, kind=Neighbourhood.Kind.PRIORITY, name="La Penotte", source="essai")
    services.load_territories()
    frouard.refresh_from_db()
    assert (frouard.name, frouard.population, frouard.neighbourhoods.count()) == ("Frouard", 6444, 1)
    assert queries.has_priority_neighbourhood([frouard])
    assert [commune.code for commune in queries.find_communes("frouard")] == ["54215"]
    assert queries.communes_by_code(["54999", "00000"]) == {"54999": ended}


def test_the_files_are_derived_from_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commune = {"nom": "L'Essai", "departement": "01", "region": "84", "population": 12}
    tarball = _package(
        tmp_path / "package.tgz",
        {
            "package": {"name": "decoupage", "version": "1.0"},
            "data/communes": [
                {**commune, "code": "01001", "type": "commune-actuelle"},
                {**commune, "code": "01002", "type": "commune-deleguee"},
            ],
            "data/epci": [{"code": "200000172", "nom": "CC", "type": "CC", "membres": [{"code": "01001"}]}],
        },
    )
    for name in ("COMMUNES", "INTERCOMMUNALITIES", "PROVENANCE"):
        monkeypatch.setattr(derivation, name, tmp_path / "data" / name.lower())
        monkeypatch.setattr(services, name, tmp_path / "data" / name.lower())
    assert derivation.derive(tarball, vintage=2026, population_year=2023) == 1
    first = derivation.COMMUNES.read_bytes()
    derivation.derive(tarball, vintage=2026, population_year=2023)
    assert derivation.COMMUNES.read_bytes() == first
    assert services.load_territories() == 1
    assert str(Commune.objects.get().intercommunality) == "CC"
    assert Commune.objects.get().name == "L’Essai"


def _package(path: Path, files: dict[str, object]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            data = json.dumps(content).encode()
            entry = tarfile.TarInfo(f"package/{name}.json")
            entry.size = len(data)
            archive.addfile(entry, BytesIO(data))
    return path
