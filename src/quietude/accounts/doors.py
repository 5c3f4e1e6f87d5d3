"""The doors that need no seat: ``@public``, ``@signed_in``, ``@by_link``. The fourth is ``councils.gate.seated``.

A view without a door stops the start-up (system check in ``config``). GET shows, POST acts: a read runs where nothing
can be written, an act in one transaction.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render

from quietude.accounts.factors import has_second_factor
from quietude.accounts.links import Link, LinkRefused, read_link
from quietude.kit.readonly import read_in_pieces, reads_only

View = Callable[..., HttpResponseBase]
SAFE = frozenset({"GET", "HEAD"})
METHODS = ("GET", "HEAD", "POST")


def run_view(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Run ``view``: a GET where nothing can be written, a POST in one transaction, nothing else.

    What leaves in pieces is read after the view has answered: it is read where nothing can be written all the same.
    """
    if request.method in SAFE:
        with reads_only():
            answer = view(request, *args, **kwargs)
        if isinstance(answer, StreamingHttpResponse) and not isinstance(answer, FileResponse):
            answer.streaming_content = read_in_pieces(iter(answer))
        return answer
    if request.method != "POST":
        return HttpResponseNotAllowed(METHODS)
    with transaction.atomic():
        return view(request, *args, **kwargs)


def mark(view: View, door: str, **facts: Any) -> View:
    """Write on ``view`` through which door it is reached, for the system check and the permission matrix."""
    view.door = door  # type: ignore[attr-defined]
    view.door_facts = facts  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Anyone may enter; the view knows nothing of councils."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return run_view(view, request, *args, **kwargs)

    return mark(door, "public")


def signed_in(view: View) -> View:
    """A person who has signed in, second factor included."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return require_sign_in(request) or run_view(view, request, *args, **kwargs)

    return mark(door, "signed_in")


def by_link(purpose: str, still_holds: Callable[[Link], bool] | None = None) -> Callable[[View], View]:
    """Whoever holds a link signed for ``purpose``, until its deadline; the view receives ``(request, link, …)``.

    The URL carries ``<str:token>``. ``still_holds`` says whether the link may still be used (once, for instance).
    A refused, spent or expired link gets one and the same page.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponseBase:
            try:
                link = read_link(purpose, token)
            except LinkRefused:
                return link_refused(request)
            if still_holds and not still_holds(link):
                return link_refused(request)
            return run_view(view, request, link, **kwargs)

        return mark(door, "by_link", purpose=purpose)

    return decorate


def require_sign_in(request: HttpRequest) -> HttpResponse | None:
    """What to answer to who has not signed in or not enrolled a second factor; None lets the request through."""
    if not request.user.is_authenticated:
        return whole_page(request, redirect_to_login(_page_of(request)))
    if not has_second_factor(request):
        return whole_page(request, redirect("mfa_index"))
    return None


def whole_page(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """A page that was asked for as a fragment would land inside another: htmx is told to go there instead."""
    if "HX-Request" not in request.headers:
        return answer
    told = HttpResponse()
    told.headers["HX-Redirect"] = answer.headers["Location"]
    return told


def _page_of(request: HttpRequest) -> str:
    """Where to come back to: the page itself, or the one that holds the fragment."""
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    return shown._replace(scheme="", netloc="").geturl() or request.get_full_path()


def link_refused(request: HttpRequest) -> HttpResponse:
    """A link that does not open, whatever the reason."""
    return render(request, "accounts/link_refused.html", status=404)
