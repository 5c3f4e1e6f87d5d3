"""The files of ``data/`` read: every line becomes facts, or the loading stops with its place."""

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from quietude.demo.facts.councils import (
    ActFacts,
    CouncilFacts,
    FormationFacts,
    LetterheadFacts,
    NeighbourhoodFacts,
    OrganisationFacts,
    PersonFacts,
)
from quietude.demo.facts.lines import FactError, line
from quietude.demo.facts.plans import (
    AxisFacts,
    BaselineFacts,
    CallFacts,
    GapFacts,
    ObjectiveFacts,
    StrategyFacts,
    ViewFacts,
)
from quietude.demo.facts.sheets import (
    BudgetFacts,
    CommuneFacts,
    DocumentFacts,
    EventFacts,
    FundingFacts,
    IndicatorFacts,
    PartnerFacts,
    SheetFacts,
    StepFacts,
)

DATA = Path(__file__).parents[1] / "data"
SLUGS = ("loos-haubourdin-emmerin", "bassin-de-pompey", "les-pennes-mirabeau", "bagnols-sur-ceze", "bar-le-duc")
"""The councils, the richest first."""
HANGING: dict[str, type[Any]] = {
    "communes": CommuneFacts,
    "steps": StepFacts,
    "budget": BudgetFacts,
    "funding": FundingFacts,
    "indicators": IndicatorFacts,
    "events": EventFacts,
    "documents": DocumentFacts,
}
"""What hangs on a sheet, by the word of its files."""
OF_THE_PLAN: dict[str, type[Any]] = {
    "general_objectives": ObjectiveFacts,
    "calls": CallFacts,
    "gaps": GapFacts,
    "views": ViewFacts,
}


def council_facts(slug: str) -> CouncilFacts:
    """Who the council ``slug`` is. Raises FactError where a line says a word that means nothing."""
    where, told = f"{slug}/council.toml", _read(slug, "council.toml")
    organisations = {k: line(OrganisationFacts, row, f"{where}, {k}") for k, row in told["organisations"].items()}
    people = {k: line(PersonFacts, row, f"{where}, {k}") for k, row in told["people"].items()}
    paper = told.get("letterhead")
    row = told | {
        "slug": slug,
        "act": line(ActFacts, told["act"], where),
        "organisations": organisations,
        "people": people,
        "formations": _lines(FormationFacts, told["formations"], where),
        "neighbourhoods": _lines(NeighbourhoodFacts, told.get("neighbourhoods", []), where),
        "letterhead": line(LetterheadFacts, paper, where) if paper else None,
    }
    return line(CouncilFacts, row, where)


def strategy_facts(slug: str) -> StrategyFacts | None:
    """What the council ``slug`` plans, None when no strategy of it is known. Raises FactError as above."""
    if not (DATA / slug / "strategy.toml").exists():
        return None
    where, told = f"{slug}/strategy.toml", _read(slug, "strategy.toml")
    rows = [(where, row) for row in told.pop("sheets", [])]
    for path in sorted((DATA / slug).glob("sheets*.toml")):
        rows += [(f"{slug}/{path.name}", row) for row in _read(slug, path.name)["sheets"]]
    baseline = told.pop("baseline", None)
    row = told | {
        "axes": [_axis(row, where) for row in told["axes"]],
        "sheets": [_sheet(row, place) for place, row in rows],
        "baseline": line(BaselineFacts, baseline, where) if baseline else None,
        **{name: _lines(kind, told.get(name, []), where) for name, kind in OF_THE_PLAN.items()},
    }
    return line(StrategyFacts, row, where)


def document_to_review(slug: str) -> Path | None:
    """The document that waits for its review in the council ``slug``, if there is one."""
    return next(iter((DATA / slug).glob("*.txt")), None)


def contours_text(slug: str) -> str:
    """The GeoJSON of the communes of the council ``slug``, empty when there is none; see ``data/provenance.toml``."""
    path = DATA / slug / "contours.geojson"
    return path.read_text("utf-8") if path.exists() else ""


def contours_origin() -> dict[str, Any]:
    """The source and the vintage of the contours."""
    told = tomllib.loads((DATA / "provenance.toml").read_text("utf-8"))["contours"]
    return {name: told[name] for name in ("source", "vintage")}


def _read(slug: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((DATA / slug / name).read_text("utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise FactError(f"{slug}/{name}: {error}") from error


def _lines(kind: type[Any], rows: Iterable[dict[str, Any]], where: str) -> list[Any]:
    return [line(kind, row, where) for row in rows]


def _axis(row: dict[str, Any], where: str) -> AxisFacts:
    return line(AxisFacts, row | {"objectives": _lines(ObjectiveFacts, row.get("objectives", []), where)}, where)


def _sheet(row: dict[str, Any], where: str) -> SheetFacts:
    where = f"{where}, {row.get('title', 'without title')}"
    hanging: dict[str, list[Any]] = {name: _lines(kind, row.get(name, []), where) for name, kind in HANGING.items()}
    hanging["partners"] = [_partner(one, where) for one in row.get("partners", [])]
    return line(SheetFacts, row | hanging, where)


def _partner(told: Any, where: str) -> PartnerFacts:
    row = told if isinstance(told, dict) else dict(zip(("who", "part"), told, strict=True))
    return line(PartnerFacts, row, where)
