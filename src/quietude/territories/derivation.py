"""From the npm package @etalab/decoupage-administratif to the two files that the product carries.

The tarball is read as it is published, by Python: nothing of it is run. Same tarball, same bytes.
"""

import csv
import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
COMMUNES = DATA / "communes.csv.gz"
INTERCOMMUNALITIES = DATA / "intercommunalities.csv.gz"
PROVENANCE = DATA / "provenance.toml"
COMMUNE_COLUMNS = ("code", "name", "department", "region", "population", "intercommunality")
INTERCOMMUNALITY_COLUMNS = ("siren", "name", "kind")


def derive(tarball: Path, *, vintage: int, population_year: int) -> int:
    """Write the files of ``data/`` from ``tarball`` and return the number of communes.

    ``vintage`` is the year of the official geographic code, ``population_year`` that of the municipal populations.
    Raises KeyError when the package is not laid out as expected.
    """
    package, communes, groups = (_read(tarball, name) for name in ("package", "data/communes", "data/epci"))
    group_of = {member["code"]: group["code"] for group in groups for member in group["membres"]}
    rows = sorted(
        (c["code"], c["nom"], c["departement"], c["region"], c.get("population", ""), group_of.get(c["code"], ""))
        for c in communes
        if c["type"] == "commune-actuelle"
    )
    _write(COMMUNES, COMMUNE_COLUMNS, rows)
    _write(INTERCOMMUNALITIES, INTERCOMMUNALITY_COLUMNS, sorted((g["code"], g["nom"], g["type"]) for g in groups))
    PROVENANCE.write_text(
        f'package = "{package["name"]}"\n'
        f'version = "{package["version"]}"\n'
        f'sha256 = "{hashlib.sha256(tarball.read_bytes()).hexdigest()}"\n'
        f"vintage = {vintage}\n"
        f"population_year = {population_year}\n"
        f"communes = {len(rows)}\n"
        f"intercommunalities = {len(groups)}\n"
        'publishers = "Insee (code officiel géographique, populations municipales) ; DGCL (intercommunalités)"\n'
        'licence = "Licence Ouverte 2.0 (données) ; MIT (paquet)"\n',
        "utf-8",
    )
    return len(rows)


def _read(tarball: Path, name: str) -> Any:
    with tarfile.open(tarball) as archive:
        file = archive.extractfile(f"package/{name}.json")
        if file is None:
            raise KeyError(name)
        return json.load(file)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
