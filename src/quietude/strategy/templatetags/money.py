"""Drawings of the money: server SVG, no query."""

from decimal import Decimal
from typing import Any

from django import template

from quietude.strategy.funding import Coverage, Share

register = template.Library()


@register.inclusion_tag("strategy/parts/funding_bar.html")
def funding_bar(shares: list[Share], whole: Coverage) -> dict[str, Any]:
    """One bar: what each funder brings, then what nothing covers; each part is named below, with its amount."""
    parts = [{"kind": _kind(share), "label": share.funder, "amount": share.amount} for share in shares]
    found = sum((share.amount for share in shares), Decimal(0))
    missing = whole.uncovered or Decimal(0)
    if missing:
        parts.append({"kind": "uncovered", "label": "Rien ne couvre", "amount": missing})
    scale, at = 100 / (found + missing or Decimal(1)), Decimal(0)
    for part in parts:
        part |= {
            "x": f"{at * scale:.1f}",
            "width": f"{max(part['amount'] * scale - Decimal('0.4'), Decimal('0.2')):.1f}",
        }
        at += part["amount"]
    return {"parts": parts}


def _kind(share: Share) -> str:
    if not share.firm:
        return "waiting"
    return "own" if share.own else "outside"
