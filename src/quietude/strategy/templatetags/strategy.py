"""Drawings of the strategy's pages: server SVG, no query."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone

from quietude.strategy.measuring import silence_words, standing_of
from quietude.strategy.models import Indicator

register = template.Library()

WIDTH, HEIGHT, MARGIN = 150, 44, 6


@register.inclusion_tag("strategy/parts/sparkline.html")
def sparkline(indicator: Indicator) -> dict[str, Any]:
    """The measures of an indicator as a line from zero, its target dashed; needs prefetched measurements."""
    measures = list(indicator.measurements.all())
    target = indicator.target
    values = [m.value for m in measures]
    top = max([*values, target or Decimal(0), Decimal(1)])
    first, last = (measures[0].on.toordinal(), measures[-1].on.toordinal()) if measures else (0, 1)

    def x(day: int) -> float:
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - first) / ((last - first) or 1), 1)

    def y(value: Decimal) -> float:
        return round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * float(value / top), 1)

    points = [(x(m.on.toordinal()), y(m.value)) for m in measures]
    return {
        "points": " ".join(f"{a},{b}" for a, b in points),
        "last": points[-1] if points else None,
        "target": y(target) if target is not None else None,
        "base": HEIGHT - MARGIN,
        "width": WIDTH,
        "height": HEIGHT,
        "name": indicator.name,
        "count": len(points),
    }


@register.inclusion_tag("strategy/parts/standing.html")
def standing(indicator: Indicator) -> dict[str, Any]:
    """Where an indicator stands, in words; needs its sheet, its strategy and its measurements."""
    measure = indicator.last_measurement
    last = (measure.on, measure.value) if measure else None
    silence = silence_words(indicator, measure.on if measure else None, timezone.localdate())
    return {"standing": standing_of(indicator, last), "silence": silence}
