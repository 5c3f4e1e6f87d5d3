"""Reads of the reference data."""

from collections.abc import Iterable

from django.db.models import F

from quietude.territories.contours import Polygons
from quietude.territories.models import Commune, CommuneContour, Neighbourhood


def find_communes(text: str, limit: int = 10) -> list[Commune]:
    """Communes of today whose name or code answers to ``text``: the exact name first, then the most populated."""
    if len(text.strip()) < 2:
        return []
    found = Commune.objects.current().named_like(text).select_related("intercommunality")
    return list(found.order_by(F("is_exact").desc(), F("population").desc(nulls_last=True), "name")[:limit])


def communes_by_code(codes: Iterable[str]) -> dict[str, Commune]:
    """Communes by official code; a code that does not exist is absent from the answer."""
    return Commune.objects.in_bulk(list(codes), field_name="code")


def neighbourhoods_of(communes: Iterable[Commune]) -> list[Neighbourhood]:
    """Neighbourhoods of ``communes``, by commune then name."""
    found = Neighbourhood.objects.filter(commune__in=[commune.pk for commune in communes]).select_related("commune")
    return list(found.order_by("commune__name", "name"))


def has_priority_neighbourhood(communes: Iterable[Commune]) -> bool:
    """Whether one of ``communes`` has a priority neighbourhood (QPV) on record."""
    return Neighbourhood.objects.priority().filter(commune__in=[commune.pk for commune in communes]).exists()


def contours(communes: Iterable[Commune]) -> dict[str, Polygons]:
    """The polygons of ``communes`` by official code; one whose contour is not loaded is absent from the answer."""
    found = CommuneContour.objects.filter(commune__in=[commune.pk for commune in communes])
    return dict(found.values_list("commune__code", "polygons"))
