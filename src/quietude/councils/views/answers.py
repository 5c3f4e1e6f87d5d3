"""What several views of this room answer in the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.conflicts import find_conflict, settle
from quietude.councils.gate import Here
from quietude.councils.services.versions import Refused
from quietude.councils.submissions import once
from quietude.kit.errors import VersionConflict
from quietude.kit.toasts import say


@dataclass(frozen=True, slots=True)
class Page:
    """A page with one form: its template, what it shows beside the form, and where it leads."""

    template: str
    facts: dict[str, Any]
    then: str
    """Where one goes once the form is saved."""
    said: str = ""
    """What the toast says."""


def create(
    request: HttpRequest, here: Here, form: Any, page: Page, act: Callable[[dict[str, Any]], str]
) -> HttpResponse:
    """Show ``form`` or do ``act`` with its values, once however often it is sent; ``act`` returns where to go."""
    if request.method == "POST" and form.is_valid():
        target = once(request, here, lambda: act(form.values()))
        if page.said:
            say(request, page.said)
        return redirect(target)
    return render(request, page.template, {"form": form, **page.facts})


def edit(
    request: HttpRequest,
    here: Here,
    *,
    row: Any,
    make_form: Callable[..., Any],
    save: Callable[..., None],
    object_type: str,
    page: Page,
) -> HttpResponse:
    """Show or save the form of ``row``; when someone saved it meanwhile, show both versions and let one choose.

    ``make_form(data)`` gives the form of the row as it stands; ``save(values, version=…)`` may raise VersionConflict.
    """
    settling = request.method == "POST" and "settle" in request.POST
    form = make_form(settle(request.POST, make_form(None)) if settling else request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            save(form.values(), version=form.read_version)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except VersionConflict:
            conflict = find_conflict(here, row, form, make_form(None), object_type=object_type)
            return render(request, "councils/conflict.html", {"conflict": conflict, **page.facts}, status=409)
        else:
            say(request, page.said)
            return redirect(page.then)
    return render(request, page.template, {"form": form, **page.facts})
