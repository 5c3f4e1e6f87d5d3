"""Acts on the saved views of the table: personal, or shown to all the members."""

from typing import Any

from quietude.councils.gate import Here
from quietude.strategy.models import SavedView


def save_view(here: Here, *, name: str, query: str, shared: bool) -> SavedView:
    """Keep a way of looking at the table under a name; a view of one's own that has this name is replaced."""
    view, created = SavedView.objects.update_or_create(
        council=here.council, owner=here.user, name=name, defaults={"query": query, "shared": shared}
    )
    _write_register(here, view, "add" if created else "edit")
    return view


def rename_view(here: Here, view: SavedView, values: dict[str, Any]) -> None:
    """Change the name of a view, and who sees it."""
    for name, value in values.items():
        setattr(view, name, value)
    view.save(update_fields=list(values))
    _write_register(here, view, "edit")


def delete_view(here: Here, view: SavedView) -> None:
    """Take a view away; ``save_view`` with the same words brings it back."""
    _write_register(here, view, "remove")
    view.delete()


def _write_register(here: Here, view: SavedView, verb: str) -> None:
    here.write_register(verb, object_type="saved_view", object_reference=view.pk, shared=view.shared)
