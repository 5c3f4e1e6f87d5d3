"""Drawings of the money: server SVG, no query."""

from decimal import Decimal
from typing import Any

from django import template

from quietude.strategy.funding import Coverage, Share

register = template.Library()


@register.inclusion_tag("strategy/parts/funding_bar.html")
def funding_bar(shares: list[Share], whole: Coverage) -> dict[str, Any]:
    """One bar: what each funder brings, then what nothing covers; each part is named below, with its amount."""
    drawn = [(_kind(share), share.funder, share.amount) for share in shares]
    if whole.uncovered:
        drawn.append(("uncovered", "Rien ne couvre", whole.uncovered))
    scale, at, parts = 100 / (sum((amount for *_, amount in drawn), Decimal(0)) or Decimal(1)), Decimal(0), []
    for kind, label, amount in drawn:
        width = max(amount * scale - Decimal("0.4"), Decimal("0.2"))
        parts.append({"kind": kind, "label": label, "amount": amount, "x": f"{at:.1f}", "width": f"{width:.1f}"})
        at += amount * scale
    return {"parts": parts}


def _kind(share: Share) -> str:
    if not share.firm:
        return "waiting"
    return "own" if share.own else "outside"
