"""What was just done, said at the bottom of the next page, with « Annuler » where it can be undone."""

from django.contrib import messages
from django.http import HttpRequest


def say(request: HttpRequest, text: str, *, undo_url: str = "") -> None:
    """Show ``text`` (« Fiche 4 enregistrée. ») on the next page; ``undo_url`` takes a POST and holds the toast open."""
    messages.success(request, text, extra_tags=f"undo:{undo_url}" if undo_url else "")


def say_refusal(request: HttpRequest, text: str) -> None:
    """Show why nothing was done; stays until dismissed."""
    messages.error(request, text)
