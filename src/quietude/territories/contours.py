"""Reading contours of communes from GeoJSON. Pure: what is wrong with a shape is said, the others are kept."""

import json
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

DECIMALS = 5
"""A metre or so: beyond, digits weigh and show nothing."""

Polygons = list[list[list[list[float]]]]
"""Polygons of rings of [longitude, latitude], as in a GeoJSON MultiPolygon; each ring ends where it starts."""


class ContoursRefused(ValueError):
    """The file is no collection of shapes; its message is for who gave it."""


@dataclass(slots=True)
class ContoursRead:
    """The shapes by code of commune, and a sentence for each that was refused."""

    polygons: dict[str, Polygons] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


def read_contours(text: str) -> ContoursRead:
    """The polygons that ``text``, a FeatureCollection with a property ``code``, holds. Raises ContoursRefused."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContoursRefused("Ce fichier n’est pas du GeoJSON.") from error
    if not isinstance(told, dict) or told.get("type") != "FeatureCollection":
        raise ContoursRefused("Ce fichier n’est pas une collection de contours (FeatureCollection).")
    read = ContoursRead()
    for rank, feature in enumerate(told.get("features") or [], 1):
        try:
            code, polygons = _feature(feature)
        except ValueError as fault:
            read.refused.append(f"Contour n° {rank} : {fault}")
        else:
            read.polygons[code] = polygons
    return read


def _feature(feature: Any) -> tuple[str, Polygons]:
    properties, geometry = _part(feature, "properties"), _part(feature, "geometry")
    code = properties.get("code")
    if not isinstance(code, str) or len(code) != 5:
        raise ValueError("il n’a pas de code de commune à cinq caractères.")
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Polygon":
        coordinates = [coordinates]
    elif geometry.get("type") != "MultiPolygon":
        raise ValueError(f"{code} n’est pas un polygone.")
    return code, [[_ring(code, ring) for ring in _list(code, rings)] for rings in _list(code, coordinates)]


def _part(feature: Any, name: str) -> dict[str, Any]:
    part = feature.get(name) if isinstance(feature, dict) else None
    return part if isinstance(part, dict) else {}


def _list(code: str, value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"{code} a un contour vide.")
    return value


def _ring(code: str, ring: Any) -> list[list[float]]:
    """The places of a ring, rounded, without repeated ones. Raises ValueError."""
    places: list[list[float]] = []
    for place in _list(code, ring):
        rounded = _place(code, place)
        if not places or places[-1] != rounded:
            places.append(rounded)
    if len(places) < 4 or places[0] != places[-1]:
        raise ValueError(f"{code} a un contour qui ne se ferme pas.")
    return places


def _place(code: str, place: Any) -> list[float]:
    numbers = place[:2] if isinstance(place, list) else []
    fit = [one for one in numbers if isinstance(one, int | float) and isfinite(one)]
    if len(fit) != 2 or abs(fit[0]) > 180 or abs(fit[1]) > 90:
        raise ValueError(f"{code} a un point qui n’est pas une longitude et une latitude.")
    return [round(float(one), DECIMALS) for one in fit]
