"""Pages of refusal and failure: what happened, what was kept, what to do. They know nothing of who asks."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.template.loader import render_to_string


class VersionConflict(Exception):
    """Someone wrote the row between the moment it was shown and the moment it was sent."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The one answer to an absent page and to a refused one: the same bytes, whoever asks."""
    return HttpResponseNotFound(render_to_string("kit/errors/404.html"))


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours: nothing of the act was kept."""
    return HttpResponseServerError(render_to_string("kit/errors/500.html"))


def register_unavailable(request: HttpRequest) -> HttpResponse:
    """No trace, no read: a confidential page is not shown while the register cannot be written."""
    return HttpResponse(render_to_string("kit/errors/503.html"), status=503)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was not sent from a page of this session (CSRF): nothing was kept."""
    return HttpResponse(render_to_string("kit/errors/403.html"), status=403)
