"""Long texts of a comparison, word by word. No query."""

from typing import Any

from django import template

from quietude.kit.differences import compare_texts
from quietude.strategy.comparison import Change

register = template.Library()


@register.inclusion_tag("strategy/parts/text_drift.html")
def text_drift(change: Change) -> dict[str, Any]:
    """Both texts of a change, the words that the other lacks marked; folded until one asks."""
    before, after = compare_texts(change.before, change.after)
    return {"before": before, "after": after}
