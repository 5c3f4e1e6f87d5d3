"""Pages of refusal and failure: what happened, what was kept, what to do. They know nothing of who asks."""

from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.template.loader import render_to_string


class VersionConflict(Exception):
    """Someone wrote the row between the moment it was shown and the moment it was sent."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The one answer to an absent page and to a refused one: the same bytes, whoever asks."""
    return HttpResponseNotFound(_page(404))


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours: nothing of the act was kept."""
    return HttpResponseServerError(_page(500))


def register_unavailable(request: HttpRequest) -> HttpResponse:
    """No trace, no read: a confidential page is not shown while the register cannot be written."""
    return HttpResponse(_page(503), status=503)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was not sent from a page of this session (CSRF): nothing was kept."""
    return HttpResponse(_page(403), status=403)


@cache
def _page(status: int) -> str:
    """The page of ``status``, drawn once: it is the same for everyone."""
    return render_to_string(f"kit/errors/{status}.html")
